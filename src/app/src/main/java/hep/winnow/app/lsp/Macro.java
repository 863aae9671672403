package hep.winnow.app.lsp;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.app.shell.Allowed;
import hep.winnow.app.shell.Session;
import hep.winnow.core.Winnow;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.macro.Given;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/** A macro as it stands in an editor, and what can be told of it. */
final class Macro {
    private static final List<String> CONTROL = List.of("param", "let", "set", "include", "for", "if", "else");

    private final Winnow winnow;
    private final String uri;
    private final String name;
    private final Text text;
    private final Winnow.Checked checked;
    private final Map<String, Span> declared = new LinkedHashMap<>();
    private final List<ColumnInfo> columns;

    /** Checks a text; {@code before} are the columns of an earlier one, which count while this one has mistakes. */
    Macro(Session session, Winnow winnow, String uri, String content, List<ColumnInfo> before) {
        Path file = path(uri);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        this.winnow = winnow;
        this.uri = uri;
        this.name = file.toString();
        this.text = new Text(content);
        Given given = Given.nothing().with(session.access(folder, Allowed.NOTHING, folder.resolve("out")));
        this.checked = winnow.check(name, content, folder, given);
        this.columns = checked.program()
                .map(Program::samples)
                .map(all -> all.stream()
                        .map(SampleDecl::source)
                        .flatMap(s -> s.schema().stream())
                        .toList())
                .orElse(before);
        MacroFile parsed = Parser.parse(name, content);
        Declared.of(parsed.statements()).forEach(i -> declared.putIfAbsent(i.text(), i.span()));
    }

    /** A macro that was never saved has no path. */
    private static Path path(String uri) {
        try {
            return Path.of(URI.create(uri));
        } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return Path.of("macro.wn");
        }
    }

    /** Returns the mistakes of this file. */
    List<Diagnostic> diagnostics() {
        List<Diagnostic> out = new ArrayList<>();
        for (hep.winnow.api.diagnostic.Diagnostic d : checked.diagnostics()) {
            if (d.span().file().equals(name)) {
                boolean isError = d.severity() == hep.winnow.api.diagnostic.Severity.ERROR;
                String help = d.help().isEmpty() ? "" : "\n" + d.help();
                Diagnostic shown = new Diagnostic(
                        text.range(d.span()),
                        d.message() + help,
                        isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                        "winnow");
                shown.setCode(d.code());
                out.add(shown);
            }
        }
        return out;
    }

    /** Returns where the name at a place is declared. */
    Optional<Location> definition(Position at) {
        return Optional.ofNullable(declared.get(text.word(at))).map(span -> new Location(uri, text.range(span)));
    }

    /** Returns what the verb, option or column at a place means. */
    Optional<Hover> hover(Position at) {
        String word = text.word(at);
        List<StepSchema> verbs = schemas(text.verb(at));
        Optional<String> told = word.equals(text.verb(at)) && !verbs.isEmpty()
                ? Optional.of(doc(verbs.get(0)))
                : verbs.stream()
                        .flatMap(s -> s.record().slots().stream())
                        .filter(s -> s.name().equals(word))
                        .findFirst()
                        .map(Macro::doc)
                        .or(() -> column(word));
        return told.map(t -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, t)));
    }

    private Optional<String> column(String word) {
        return columns.stream()
                .filter(c -> c.name().equals(word))
                .findFirst()
                .map(c -> "column `" + c.name() + "`: " + c.type().name().toLowerCase(java.util.Locale.ROOT)
                        + (c.unit().isEmpty() ? "" : " in " + c.unit()));
    }

    private static String doc(StepSchema schema) {
        String example = schema.examples().isEmpty() ? "" : "\n```\n" + String.join("\n", schema.examples()) + "\n```";
        return "**" + schema.title() + "** — " + schema.doc() + example;
    }

    private static String doc(Slot slot) {
        String usual = slot.defaultText().isEmpty() ? "" : "; default `" + slot.defaultText() + "`";
        return "**" + slot.name() + "=** " + slot.doc() + usual;
    }

    private List<StepSchema> schemas(String verb) {
        return winnow.vocabulary().steps().stream()
                .filter(s -> s.verb().equals(verb))
                .toList();
    }

    /** Returns the columns of its samples. */
    List<ColumnInfo> columns() {
        return columns;
    }

    /** Returns what can stand at a place: verbs at the beginning of a statement, else options of its verb, names, columns and functions. */
    List<CompletionItem> completions(Position at) {
        Map<String, CompletionItem> items = new LinkedHashMap<>();
        if (text.isFirstWord(at)) {
            for (StepSchema schema : winnow.vocabulary().steps()) {
                add(items, schema.verb(), CompletionItemKind.Function, schema.doc());
            }
            CONTROL.forEach(word -> add(items, word, CompletionItemKind.Keyword, ""));
            return List.copyOf(items.values());
        }
        for (StepSchema schema : schemas(text.verb(at))) {
            if (!schema.kind().isEmpty()) {
                add(items, schema.kind(), CompletionItemKind.Class, schema.doc());
            }
            schema.record().slots().stream()
                    .filter(s -> s.place() == Slot.Place.OPTION)
                    .forEach(s -> add(items, s.name() + "=", CompletionItemKind.Property, doc(s)));
        }
        declared.keySet().forEach(n -> add(items, n, CompletionItemKind.Variable, ""));
        columns.forEach(c -> add(items, c.name(), CompletionItemKind.Field, c.unit()));
        winnow.functions().names().forEach(f -> add(items, f, CompletionItemKind.Function, ""));
        return List.copyOf(items.values());
    }

    private static void add(Map<String, CompletionItem> items, String label, CompletionItemKind kind, String doc) {
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        item.setDocumentation(doc);
        items.putIfAbsent(label, item);
    }
}
