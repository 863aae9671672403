package hep.winnow.core.macro;

import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Understands verbs of other programs, to tell what they are called here. */
final class ForeignVerbs {
    /** Verbs with kinds, by what they are called elsewhere. */
    private static final Map<String, String> WITH_KINDS = Map.of(
            "fit", "train",
            "learn", "train",
            "book", "train",
            "bookmethod", "train",
            "open", "read",
            "import", "read",
            "read_csv", "read",
            "data", "read");

    private final Vocabulary vocabulary;
    private final Symbols symbols;

    ForeignVerbs(Vocabulary vocabulary, Symbols symbols) {
        this.vocabulary = vocabulary;
        this.symbols = symbols;
    }

    /** Returns the verb here that is called so elsewhere. */
    Optional<String> verb(String word) {
        return vocabulary
                .knownElsewhere("", word)
                .map(StepSchema::verb)
                .or(() -> Optional.ofNullable(WITH_KINDS.get(word.toLowerCase(Locale.ROOT)))
                        .filter(v -> !vocabulary.kinds(v).isEmpty()));
    }

    /** Returns how what a statement asks for is written here, if its verb is one of other programs. */
    Optional<String> advice(StepStatement step) {
        Optional<String> verb = verb(step.verb().text());
        if (verb.isPresent()) {
            return Optional.of("did you mean '" + verb.get() + "'?" + example(verb.get()));
        }
        return model(step).map(m -> "a model is a column under its own name: cut " + m + " > 0.5, columns=[" + m + "]");
    }

    private String example(String verb) {
        return vocabulary.kinds(verb).stream()
                .flatMap(kind -> vocabulary.step(verb, kind).stream())
                .flatMap(s -> s.examples().stream())
                .filter(e -> !e.contains("\n"))
                .findFirst()
                .map(e -> " As in: " + e)
                .orElse("");
    }

    /** Returns a model that the statement speaks of: whoever applies it to events does what nobody needs to. */
    private Optional<String> model(StepStatement step) {
        return step.operands().stream()
                .map(Operand::value)
                .filter(Expr.NameRef.class::isInstance)
                .map(e -> ((Expr.NameRef) e).name())
                .filter(symbols.models()::containsKey)
                .findFirst();
    }
}
