package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.ReadStep;
import hep.winnow.core.csv.Beginnings;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import hep.winnow.core.verbs.FileSamples;
import hep.winnow.core.verbs.ReadCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which of the steps of {@code read} reads the files of a statement that does not say so: by the first bytes of the first file. */
final class FileFormats {
    private final Vocabulary vocabulary;
    private final Resolver resolver;
    private final Findings out;
    private final Map<String, List<StepSchema>> byVerb = new HashMap<>();

    FileFormats(Vocabulary vocabulary, Resolver resolver, Findings out) {
        this.vocabulary = vocabulary;
        this.resolver = resolver;
        this.out = out;
    }

    /** Tells whether the verb of a statement reads files, and the statement does not name their format. */
    boolean isAsked(StepStatement step) {
        return !schemas(step).isEmpty() && !isTold(step);
    }

    /** Tells whether a statement names a kind, as {@code read NAME = csv from …} does. */
    private static boolean isTold(StepStatement step) {
        return step.name().isPresent()
                && !step.operands().isEmpty()
                && step.operands().get(0).keyword().isEmpty()
                && step.operands().get(0).value() instanceof Expr.NameRef;
    }

    /** Returns the step that reads the files; empty if several could, which is reported. Where the files cannot be read, this is told when they are opened. */
    Optional<StepSchema> tell(StepStatement step) {
        List<StepSchema> schemas = schemas(step);
        Optional<Expr.StringLiteral> named = firstFile(step);
        Optional<FirstBytes> bytes = named.flatMap(this::bytes);
        if (bytes.isEmpty()) {
            return likely(step, schemas);
        }
        List<StepSchema> fitting = vocabulary.formats().stream()
                .filter(f -> f.step() != ReadCsv.class && f.recognises(bytes.get()))
                .map(EventFormat::step)
                .flatMap(type -> schemas.stream().filter(s -> s.record().type().equals(type)))
                .toList();
        if (fitting.size() < 2) {
            return fitting.stream().findFirst().or(() -> csv(schemas));
        }
        List<String> kinds = fitting.stream().map(StepSchema::kind).toList();
        out.add(CheckCode.UNKNOWN_KIND.at(
                named.get().span(),
                bytes.get().file() + " could be of the formats " + String.join(" and ", kinds),
                "write " + step.verb().text() + " NAME = " + String.join(" | ", kinds) + " from …"));
        return Optional.empty();
    }

    private List<StepSchema> schemas(StepStatement step) {
        return byVerb.computeIfAbsent(step.verb().text(), this::schemas);
    }

    private List<StepSchema> schemas(String verb) {
        return vocabulary.kinds(verb).stream()
                .flatMap(kind -> vocabulary.step(verb, kind).stream())
                .filter(s -> ReadStep.class.isAssignableFrom(s.record().type()))
                .toList();
    }

    private static Optional<StepSchema> csv(List<StepSchema> schemas) {
        return schemas.stream().filter(s -> s.record().type() == ReadCsv.class).findFirst();
    }

    private static Optional<Expr.StringLiteral> firstFile(StepStatement step) {
        Optional<Expr> from = step.operands().stream()
                .filter(o -> o.keyword().equals("from"))
                .map(Operand::value)
                .findFirst();
        Optional<Expr> first = from.flatMap(
                e -> e instanceof Expr.ListLiteral list ? list.items().stream().findFirst() : Optional.of(e));
        return first.filter(Expr.StringLiteral.class::isInstance).map(Expr.StringLiteral.class::cast);
    }

    private Optional<FirstBytes> bytes(Expr.StringLiteral named) {
        try {
            InputFile file = new InputFile(named.value(), resolver.inputBase(named));
            List<Path> files = FileSamples.expand(file, resolver.access());
            return Optional.of(Beginnings.of(files.get(0)));
        } catch (UserError | IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the step that knows most of the options that are written, so that these are not called unknown; CSV's if others know no more. */
    private static Optional<StepSchema> likely(StepStatement step, List<StepSchema> schemas) {
        Set<String> written = step.options().stream().map(o -> o.name().text()).collect(Collectors.toSet());
        Comparator<StepSchema> byOptions = Comparator.comparingLong(s -> s.record().slots().stream()
                .filter(o -> written.contains(o.name()))
                .count());
        return schemas.stream().max(byOptions.thenComparing(s -> s.record().type() == ReadCsv.class));
    }
}
