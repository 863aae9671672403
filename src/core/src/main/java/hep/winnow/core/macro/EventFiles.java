package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.ReadStep;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.bind.Binder;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.expr.Quoting;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import hep.winnow.core.verbs.FileSamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens files of events where there is no macro: of whatever format, told from the bytes as {@code read} tells it, and with the options of {@code read}. */
public final class EventFiles {
    private static final String VERB = "read";

    private final Vocabulary vocabulary;
    private final FunctionTable functions;
    private final FileAccess access;

    /** Makes one that knows the formats of a vocabulary, and opens all files. */
    public EventFiles(Vocabulary vocabulary, FunctionTable functions) {
        this(vocabulary, functions, FileAccess.all());
    }

    EventFiles(Vocabulary vocabulary, FunctionTable functions, FileAccess access) {
        this.vocabulary = vocabulary;
        this.functions = functions;
        this.access = access;
    }

    /**
     * What is to be opened.
     *
     * @param files paths and globs, at least one
     * @param folder that they are relative to
     * @param kind of the format; empty if it is to be told from the bytes
     * @param options of the format's {@code read}, each as a macro has it: {@code header=no}
     */
    public record Request(List<String> files, Path folder, String kind, List<String> options) {
        public Request {
            files = List.copyOf(files);
            options = List.copyOf(options);
        }

        Request with(String option) {
            List<String> all = new ArrayList<>(options);
            all.add(option);
            return new Request(files, folder, kind, all);
        }

        /** Returns the statement that reads these files. */
        private String statement() {
            String from = files.stream().map(Quoting::verbatim).collect(Collectors.joining(", ", "[", "]"));
            String name = kind.isEmpty() ? "events" : "events = " + kind;
            return VERB + " " + name + " from " + from + (options.isEmpty() ? "" : " " + String.join(" ", options));
        }
    }

    /**
     * Files whose format is known.
     *
     * @param kind of the format
     * @param tables names of the tables in them; not told for a format of one table per file, or where the request says which one
     */
    public record Found(String kind, Optional<List<String>> tables) {}

    /**
     * Tells the format of files, and the tables in them.
     *
     * @throws UserError if a file is not there, is damaged, or the request is wrong
     */
    public Found find(Request request) {
        Bound bound = bind(request);
        boolean isChosen = request.options().stream().anyMatch(o -> o.startsWith("table="))
                || bound.step().from().stream().anyMatch(f -> f.inside().isPresent());
        return new Found(
                bound.kind(),
                isChosen || !bound.step().holdsTables()
                        ? Optional.empty()
                        : Optional.of(bound.step().tables(files(bound.step()))));
    }

    /**
     * Opens files of one table, or those whose options say which.
     *
     * @throws UserError as {@link #find}
     */
    public EventSource open(Request request) {
        return FileSamples.open(bind(request).step(), access);
    }

    /** Opens one of the tables that {@link #find} found. */
    public EventSource open(Request request, String table) {
        return open(request.with("table=" + Quoting.verbatim(table)));
    }

    private record Bound(String kind, ReadStep step) {}

    private List<Path> files(ReadStep step) {
        List<Path> files = new ArrayList<>();
        for (InputFile file : step.from()) {
            files.addAll(FileSamples.expand(file, access));
        }
        return List.copyOf(files);
    }

    private Bound bind(Request request) {
        Findings out = new Findings();
        Symbols symbols = new Symbols(Set.of(VERB));
        Resolver resolver = new Resolver(vocabulary, functions, symbols, out, access, Path.of(""));
        Expander expander = new Expander(Given.nothing(), resolver, symbols, out);
        resolver.use(expander);
        MacroFile file = Parser.parse(VERB, request.statement());
        List<Statement> statements = expander.expand(file, request.folder());
        fail(out);
        StepStatement step = (StepStatement) statements.get(0);
        FileFormats formats = new FileFormats(vocabulary, resolver, out);
        Optional<StepSchema> schema = request.kind().isEmpty() ? formats.tell(step) : named(request.kind());
        fail(out);
        List<Operand> operands = request.kind().isEmpty()
                ? step.operands()
                : step.operands().subList(1, step.operands().size());
        Optional<hep.winnow.core.bind.Bound> bound = schema.flatMap(s -> new Binder(resolver).bind(step, s, operands));
        fail(out);
        return bound.map(b -> new Bound(b.schema().kind(), (ReadStep) b.value()))
                .orElseThrow(() -> UserError.macro("'" + request.statement() + "' makes no sense", ""));
    }

    private Optional<StepSchema> named(String kind) {
        Optional<StepSchema> schema = vocabulary
                .step(VERB, kind)
                .filter(s -> ReadStep.class.isAssignableFrom(s.record().type()));
        if (schema.isEmpty()) {
            List<String> kinds = vocabulary.kinds(VERB);
            throw UserError.macro(
                    "there is no format '" + kind + "'",
                    Suggestions.nearest(kind, kinds)
                            .map(k -> "did you mean '" + k + "'?")
                            .orElse("there are " + String.join(", ", kinds)));
        }
        return schema;
    }

    private static void fail(Findings found) {
        Optional<Diagnostic> first =
                found.stream().filter(d -> d.severity() == Severity.ERROR).findFirst();
        if (first.isPresent()) {
            throw UserError.macro(first.get().message(), first.get().help());
        }
    }
}
