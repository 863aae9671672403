package hep.winnow.app.repl;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.text.TextTable;
import hep.winnow.app.doc.Lookup;
import hep.winnow.app.shell.Complaint;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Prose;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.assist.Completion;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.macro.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a session understands besides statements: help, show, undo, record, quit. */
final class Commands {
    /** A command, and what it does. */
    private record Command(String usage, String doc) {
        String word() {
            return usage.split(" ", -1)[0];
        }
    }

    private static final String ABOUT = """
            A statement is carried out as soon as it is typed; what it needs is read and trained once.
            Tab completes, also names of columns and files. An open bracket goes on to the next line.
            A formula alone is computed: yield(sr). Ctrl-C ends a step, and keeps a training's best epoch.
            """;

    /** Where what a command does is told. */
    private static final int MARGIN = 22;

    private static final List<Command> ALL = List.of(
            new Command("help", "this page"),
            new Command("help NAME", "a verb, function, option or code: help train mlp, help epochs, help E104"),
            new Command("verbs", "all verbs and functions, by plugin"),
            new Command("show columns l1*", "columns of the samples, with types; * stands for anything"),
            new Command("show samples", "also: regions, models, defines, params, tables, results"),
            new Command("show cutflow", "the cutflow of all regions"),
            new Command("show macro", "what was typed so far"),
            new Command("undo", "takes the last statement back"),
            new Command("record on FILE.wn", "keeps what is typed in a macro; record off ends it"),
            new Command("quit", "or Ctrl-D"));

    /** A first session: it ends in a ROC curve. */
    static final List<String> FIRST_LINES = List.of(
            "toy moons = moons events=4000 noise=0.2",
            "split moons into train=50% valid=25% test=25%",
            "train net = mlp on moons vars=[x, y] layers=[16, 16] epochs=30",
            "roc net on test save=\"roc.png\"");

    private static final List<String> WORDS = Stream.concat(ALL.stream().map(Command::word), Stream.of("exit"))
            .distinct()
            .toList();

    private static final List<String> SHOWN = List.of(
            "columns", "samples", "regions", "models", "defines", "params", "tables", "results", "cutflow", "macro");

    private final Shell shell;
    private final Lookup lookup;
    private final Recording recording;
    private final Terminal terminal;
    private boolean isOver;

    Commands(Shell shell, Lookup lookup, Recording recording, Terminal terminal) {
        this.shell = shell;
        this.lookup = lookup;
        this.recording = recording;
        this.terminal = terminal;
    }

    /** Tells whether the user wants to leave. */
    boolean isOver() {
        return isOver;
    }

    /** Does what is typed, a command or a statement. What goes wrong is told. */
    void take(String typed) {
        try {
            List<String> words = List.of(typed.strip().split("\\s+"));
            if (!command(words)) {
                if (shell.take(typed)) {
                    recording.write(shell.macro());
                }
            }
        } catch (UserError e) {
            Complaint.of(e).print(terminal);
        }
    }

    /** Carries out a command; returns false if it is none. */
    private boolean command(List<String> words) {
        String rest = String.join(" ", words.subList(1, words.size()));
        switch (words.get(0)) {
            case "help", "?" ->
                terminal.out()
                        .print(
                                rest.isEmpty()
                                        ? help()
                                        : lookup.pages(rest, shell.names().verbs()));
            case "verbs" -> terminal.out().print(lookup.overview());
            case "quit", "exit" -> isOver = true;
            case "undo" -> undo();
            case "record" -> record(words);
            case "show" -> {
                return words.size() > 1 && SHOWN.contains(words.get(1)) && show(words);
            }
            default -> {
                suggest(words);
                return false;
            }
        }
        return true;
    }

    /** A word alone that stands for nothing may be a command with a slip in it. */
    private void suggest(List<String> words) {
        String word = words.get(0);
        boolean isKnown = words.size() > 1
                || Parser.isControlWord(word)
                || shell.names().find(word).isPresent()
                || !shell.assist().vocabulary().kinds(word).isEmpty();
        if (!isKnown) {
            Suggestions.nearest(word, WORDS).ifPresent(near -> {
                throw UserError.macro("unknown command '" + word + "'", "did you mean '" + near + "'?");
            });
        }
    }

    private String help() {
        Paint paint = terminal.outPaint();
        int columns = Math.min(ReplCommand.WIDEST, terminal.looks().columns());
        StringBuilder out = new StringBuilder();
        out.append(Prose.wrap(ABOUT, columns, 0)).append('\n');
        out.append('\n').append(paint.bold("Commands")).append('\n');
        for (Command command : ALL) {
            String doc = Prose.wrap(command.doc(), columns - MARGIN, 0).replace("\n", "\n" + " ".repeat(MARGIN));
            out.append("  ")
                    .append(paint.cyan(String.format(Locale.ROOT, "%-" + (MARGIN - 2) + "s", command.usage())))
                    .append(doc)
                    .append('\n');
        }
        out.append('\n').append(paint.bold("To begin with")).append('\n');
        for (String line : FIRST_LINES) {
            out.append("  ").append(line).append('\n');
        }
        return out.toString();
    }

    private void undo() {
        Optional<String> last = shell.undo();
        if (last.isEmpty()) {
            throw UserError.data("there is nothing to take back", "");
        }
        recording.write(shell.macro());
        String first = last.get().lines().findFirst().orElse("");
        terminal.out().println("took back: " + first + (last.get().contains("\n") ? " …" : ""));
    }

    private void record(List<String> words) {
        if (words.size() == 3 && words.get(1).equals("on")) {
            terminal.out().println("recording in " + recording.begin(words.get(2), shell.macro()));
        } else if (words.size() == 2 && words.get(1).equals("off")) {
            terminal.out().println(recording.end().map(f -> "recorded in " + f).orElse("nothing was being recorded"));
        } else {
            throw UserError.data("'record' is told where", "write: record on analysis.wn, or: record off");
        }
    }

    /** Shows names; false for what is a statement of the language. */
    private boolean show(List<String> words) {
        String what = words.get(1);
        if (what.equals("cutflow") && words.size() == 2) {
            cutflow();
            return true;
        }
        if (words.size() > 3 || words.stream().anyMatch(w -> w.contains("="))) {
            return false;
        }
        String pattern = words.size() == 3 ? words.get(2) : "*";
        switch (what) {
            case "macro" -> macro();
            case "columns" -> columns(pattern);
            default -> declared(what, pattern);
        }
        return true;
    }

    private void cutflow() {
        List<Names.Declared> regions = shell.names().of(Names.Kind.REGION);
        if (regions.isEmpty()) {
            throw UserError.data("there is no region yet", "write: region presel { cut \"met\" : met > 30 }");
        }
        shell.look("cutflow [" + regions.stream().map(Names.Declared::name).collect(Collectors.joining(", ")) + "]");
    }

    private void macro() {
        int number = 1;
        for (String line : shell.macro().text().lines().toList()) {
            terminal.out().printf(Locale.ROOT, "%4d  %s%n", number++, line);
        }
    }

    private void columns(String pattern) {
        Pattern wanted = glob(pattern);
        List<Names.Column> found = shell.names().columns().stream()
                .filter(c -> wanted.matcher(c.info().name()).matches())
                .toList();
        if (found.isEmpty()) {
            throw UserError.data(
                    shell.names().columns().isEmpty()
                            ? "there is no sample yet"
                            : "no column is like '" + pattern + "'",
                    shell.names().columns().isEmpty() ? "write: read NAME from \"FILE\"" : "show columns lists all");
        }
        TextTable table = new TextTable("column", "type", "unit", "samples");
        found.forEach(c -> table.row(
                c.info().name(),
                (c.info().depth() > 0 ? "list of " : "")
                        + c.info().type().name().toLowerCase(Locale.ROOT),
                c.info().unit(),
                String.join(", ", c.samples())));
        terminal.out().println(table.toString().stripTrailing());
        terminal.out().println(terminal.outPaint().dim(Words.count(found.size(), "column")));
    }

    private void declared(String what, String pattern) {
        Names.Kind kind =
                Names.Kind.valueOf(what.substring(0, what.length() - 1).toUpperCase(Locale.ROOT));
        Pattern wanted = glob(pattern);
        List<Names.Declared> found = shell.names().of(kind).stream()
                .filter(d -> wanted.matcher(d.name()).matches())
                .toList();
        if (found.isEmpty()) {
            terminal.out().println("there are no " + what + (pattern.equals("*") ? " yet" : " like '" + pattern + "'"));
            return;
        }
        TextTable table = new TextTable(kind.word(), "what it is");
        found.forEach(d -> table.row(d.name(), detail(d)));
        terminal.out().println(table.toString().stripTrailing());
    }

    private static String detail(Names.Declared declared) {
        String fields = declared.kind() == Names.Kind.RESULT ? String.join(", ", declared.fields()) : "";
        return declared.detail() + fields;
    }

    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString());
    }

    /** Returns the commands, names of the manual, and things to show that can stand behind {@code words}, for completion. */
    List<Completion> completions(List<String> words) {
        List<Completion> out = new ArrayList<>();
        if (words.isEmpty()) {
            for (Command command : ALL) {
                String word = command.usage().split(" ", 2)[0];
                out.add(new Completion(word, Completion.Kind.CONTROL, command.usage(), command.doc()));
            }
        } else if (words.get(0).equals("help")) {
            shell.names()
                    .verbs()
                    .forEach(v -> out.add(new Completion(v.schema().verb(), Completion.Kind.VERB, "", "")));
            lookup.names().forEach(n -> out.add(new Completion(n, Completion.Kind.VERB, "", "")));
        } else if (words.equals(List.of("show"))) {
            SHOWN.forEach(w -> out.add(new Completion(w, Completion.Kind.WORD, "", "")));
        } else if (words.equals(List.of("record"))) {
            out.add(new Completion("on", Completion.Kind.WORD, "", "begins to record"));
            out.add(new Completion("off", Completion.Kind.WORD, "", "ends it"));
        } else if (words.equals(List.of("show", "columns"))) {
            shell.names()
                    .columns()
                    .forEach(c -> out.add(new Completion(c.info().name(), Completion.Kind.COLUMN, "", "")));
        }
        return out;
    }
}
