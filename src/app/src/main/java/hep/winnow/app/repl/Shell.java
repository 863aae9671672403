package hep.winnow.app.repl;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.run.RunRecord;
import hep.winnow.app.macro.RunDisplay;
import hep.winnow.app.shell.Bug;
import hep.winnow.app.shell.Complaint;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.Winnow;
import hep.winnow.core.assist.Assist;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.DiagnosticPrinter;
import hep.winnow.core.lang.Lexeme;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.macro.Names;
import hep.winnow.core.macro.Program;
import hep.winnow.core.run.InterruptedRunException;
import hep.winnow.core.run.Notebook;
import hep.winnow.core.run.RunFailure;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** A session: takes statement after statement, carries each out, and keeps those that went well. */
final class Shell implements AutoCloseable {
    private final Winnow winnow;
    private final Terminal terminal;
    private final Settings settings;
    private final Notebook notebook;
    private final BiConsumer<Runnable, Runnable> watch;
    private Macro macro = Macro.EMPTY;
    private Optional<Program> program = Optional.empty();
    private Names names = Names.NONE;

    /**
     * What a session is given.
     *
     * @param name of the macro, for messages
     * @param folder that its paths are relative to
     * @param params from outside
     * @param options of all runs
     * @param room for columns of events, in bytes
     * @param showsStack whether a bug is told with its stack trace
     */
    record Settings(
            String name, Path folder, Map<String, String> params, RunOptions options, long room, boolean showsStack) {
        Settings {
            params = Map.copyOf(params);
        }
    }

    /**
     * Makes a session with nothing in it.
     *
     * @param watch does the first while it waits for Ctrl-C, on which it calls the second
     */
    Shell(Installation installation, Terminal terminal, Settings settings, BiConsumer<Runnable, Runnable> watch) {
        this.winnow = installation.winnow();
        this.terminal = terminal;
        this.settings = settings;
        this.watch = watch;
        this.notebook = new Notebook(winnow.figures(), settings.room());
    }

    Macro macro() {
        return macro;
    }

    Names names() {
        return names;
    }

    /** Returns what completion is made of. */
    Assist assist() {
        return Assist.of(winnow, names, settings.folder());
    }

    /** Takes a statement, or several; returns whether it was kept. */
    boolean take(String entry) {
        if (Lexeme.of(entry).stream()
                .allMatch(l -> l.kind() == Lexeme.Kind.NEWLINE || l.kind() == Lexeme.Kind.COMMENT)) {
            return false;
        }
        if (isFormula(entry)) {
            look("print " + entry.strip());
            return false;
        }
        Macro next = macro.with(entry);
        Winnow.Checked checked = check(next);
        if (!tell(checked, macro.text().length()) || checked.program().isEmpty()) {
            return false;
        }
        Program now = checked.program().get();
        if (!carryOut(now, checked.texts())) {
            return false;
        }
        macro = next;
        program = Optional.of(now);
        names = checked.names();
        return true;
    }

    /** Carries out a statement that is not kept, such as a table that is asked for. */
    void look(String statement) {
        Winnow.Checked checked = check(macro.with(statement));
        if (tell(checked, macro.text().length()) && checked.program().isPresent()) {
            run(checked.texts(), l -> notebook.look(checked.program().get(), settings.options(), l));
        }
    }

    /** Takes the last entry back and returns it; empty if there is none. */
    Optional<String> undo() {
        if (macro.isEmpty()) {
            return Optional.empty();
        }
        String last = macro.last();
        macro = macro.withoutLast();
        Winnow.Checked checked = check(macro);
        program = macro.isEmpty() ? Optional.empty() : checked.program();
        names = checked.names();
        notebook.back(
                names.of(Names.Kind.SAMPLE).stream().map(Names.Declared::name).toList());
        return Optional.of(last);
    }

    private Winnow.Checked check(Macro text) {
        return winnow.check(settings.name(), text.text(), settings.folder(), declared(text));
    }

    /** Returns the params from outside that are declared already: others may come in a later line. */
    private Map<String, String> declared(Macro text) {
        Map<String, String> known = new LinkedHashMap<>(settings.params());
        List<Lexeme> lexemes = Lexeme.of(text.text());
        known.keySet().removeIf(name -> lexemes.stream().noneMatch(l -> l.is(name) || l.is("include")));
        return known;
    }

    /** A line that is a formula and no statement asks for its value. */
    private boolean isFormula(String entry) {
        List<Diagnostic> problems = new ArrayList<>();
        boolean isExpression = Parser.parseExpression("", entry, problems).isPresent() && problems.isEmpty();
        List<Lexeme> lexemes = Lexeme.of(entry.strip());
        boolean isVerb = !winnow.vocabulary().kinds(lexemes.get(0).text()).isEmpty();
        boolean isWord = lexemes.size() == 1 && lexemes.get(0).kind() == Lexeme.Kind.NAME;
        boolean isKnown = !isWord || names.find(lexemes.get(0).text()).isPresent();
        return isExpression && !isVerb && isKnown;
    }

    /** Tells what a check found in the text behind {@code from}, and returns whether nothing of it is an error. */
    private boolean tell(Winnow.Checked checked, int from) {
        boolean hasErrors = checked.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
        List<Diagnostic> told = checked.diagnostics().stream()
                .filter(d -> hasErrors ? d.severity() == Severity.ERROR : isNew(d, from))
                .toList();
        if (!told.isEmpty()) {
            DiagnosticPrinter printer =
                    new DiagnosticPrinter(checked.texts(), terminal.errPaint().isOn());
            terminal.err().print(printer.print(told));
        }
        return !hasErrors;
    }

    /** What is not used may be used by the next line. */
    private boolean isNew(Diagnostic diagnostic, int from) {
        return !diagnostic.code().equals(CheckCode.UNUSED_NAME.code()) && isBehind(diagnostic, from);
    }

    private boolean isBehind(Diagnostic diagnostic, int from) {
        return !diagnostic.span().file().equals(settings.name())
                || diagnostic.span().start() >= from;
    }

    private boolean carryOut(Program now, Map<String, String> texts) {
        String change = program.map(p -> Changes.between(p, now)).orElse("");
        if (!change.isEmpty() && now.statements().isEmpty()) {
            notebook.noteAnew();
            return true;
        }
        if (!change.isEmpty()) {
            terminal.err()
                    .println(terminal.errPaint().dim("this changes " + change + ": the macro is carried out anew"));
            return run(texts, l -> notebook.runAnew(now, settings.options(), l));
        }
        if (!notebook.isBehind(now)) {
            notebook.note();
            return true;
        }
        return run(texts, l -> notebook.run(now, settings.options(), l));
    }

    /** Something that is carried out before a listener. */
    private interface Step {
        RunResult run(StepListener listener);
    }

    /** Carries out a step, and returns whether it came to its end. */
    private boolean run(Map<String, String> texts, Step step) {
        RunDisplay display = new RunDisplay(terminal, false);
        StepListener listener = new StepListener(display);
        boolean[] isDone = new boolean[1];
        try {
            watch.accept(() -> isDone[0] = isDone(display, () -> tellFiles(step.run(listener))), listener::stop);
        } catch (RunFailure e) {
            Complaint.of(e, texts).print(terminal);
        } catch (UserError e) {
            Complaint.of(e).print(terminal);
        } catch (RuntimeException | LinkageError e) {
            // A session outlives a bug of a plugin, or of ours.
            new Bug(e, settings.options().version(), List.of("repl")).tell(terminal, settings.showsStack());
        }
        return isDone[0];
    }

    private boolean isDone(RunDisplay display, Runnable step) {
        try {
            step.run();
            return true;
        } catch (InterruptedRunException e) {
            display.end();
            terminal.err().println(terminal.errPaint().yellow("interrupted") + ": nothing has changed");
            return false;
        } finally {
            display.end();
            // An interrupt that came too late must not end the next step.
            boolean wasInterrupted = Thread.interrupted();
            assert wasInterrupted || !Thread.currentThread().isInterrupted();
        }
    }

    private void tellFiles(RunResult result) {
        Set<String> files = new LinkedHashSet<>();
        List<RunRecord.Statement> statements = result.record().statements();
        statements.stream().filter(s -> s.line() >= macro.nextLine()).forEach(s -> files.addAll(s.files()));
        if (!files.isEmpty()) {
            terminal.out()
                    .println(
                            terminal.outPaint().dim("wrote " + String.join(", ", files) + " in " + result.out() + "/"));
        }
    }

    @Override
    public void close() {
        notebook.close();
    }
}
