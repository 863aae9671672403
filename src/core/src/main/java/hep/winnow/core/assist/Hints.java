package hep.winnow.core.assist;

import hep.winnow.core.lang.Lexeme;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.verbs.Set;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line on what is being typed: how the statement or the function at hand is written, or what the option at hand takes. */
public final class Hints {
    private Hints() {}

    /**
     * How a function is written, and what it gives.
     *
     * @param usage such as {@code delta_phi(phi1, phi2)}
     * @param doc in a sentence
     */
    public record Signature(String usage, String doc) {}

    /**
     * A call that the cursor stands in.
     *
     * @param signature of the function
     * @param argument at the cursor, from 0
     */
    public record Call(Signature signature, int argument) {}

    /** Returns the innermost call of a function that the cursor at {@code offset} stands in; empty where there is none. */
    public static Optional<Call> call(String text, int offset, Assist assist) {
        Statement statement = Statement.at(text, offset);
        List<Lexeme> before = statement.before();
        int argument = 0;
        int open = 0;
        for (int i = before.size() - 1; i > 0 && !statement.isInComment(); i--) {
            Lexeme lexeme = before.get(i);
            if (lexeme.kind() == Lexeme.Kind.CLOSING) {
                open++;
            } else if (lexeme.kind() == Lexeme.Kind.OPENING && open > 0) {
                open--;
            } else if (lexeme.kind() == Lexeme.Kind.OPENING) {
                Optional<Signature> function =
                        lexeme.is("(") ? function(before.get(i - 1).text(), assist) : Optional.empty();
                if (function.isPresent()) {
                    return Optional.of(new Call(function.get(), argument));
                }
                argument = 0;
            } else if (lexeme.is(",") && open == 0) {
                argument++;
            }
        }
        return Optional.empty();
    }

    /** Returns the hint for a cursor at {@code offset}; empty where there is none. */
    public static String at(String text, int offset, Assist assist) {
        Statement statement = Statement.at(text, offset);
        List<Lexeme> before = statement.before();
        if (before.isEmpty() || statement.isInComment()) {
            return "";
        }
        String verb = before.get(0).text();
        Optional<ControlStatement> control = ControlStatement.find(verb);
        if (control.isPresent()) {
            return control.get().usage();
        }
        if (verb.equals("set")) {
            return Usage.ofStep(StepSchema.of(Set.class, "core"));
        }
        Place place = Place.of(before, assist.vocabulary());
        Optional<Signature> function = place.call().isEmpty() ? Optional.empty() : function(place.call(), assist);
        if (function.isPresent()) {
            return function.get().usage() + "   " + function.get().doc();
        }
        Optional<Slot> option = place.slot().filter(s -> s.place() == Slot.Place.OPTION);
        if (option.isPresent()) {
            return place.openWord()
                    .map(w -> w.usage() + "   " + w.doc())
                    .orElseGet(() ->
                            option.get().name() + "=   " + option.get().doc() + " (" + Details.of(option.get()) + ")");
        }
        if (place.schemas().size() > 1) {
            return verb + " NAME = "
                    + place.schemas().stream().map(StepSchema::kind).collect(Collectors.joining(" | "));
        }
        return place.schemas().stream().map(Usage::ofStep).findFirst().orElse("");
    }

    /** Returns the function or measure of a name. */
    public static Optional<Signature> function(String name, Assist assist) {
        return Stream.of(
                        assist.functions().find(name).map(f -> new Signature(f.usage(), f.doc())),
                        assist.functions().ofLists().stream()
                                .filter(f -> f.name().equals(name) && f.usage().contains("("))
                                .map(f -> new Signature(f.usage(), f.doc()))
                                .findFirst(),
                        assist.vocabulary().measure(name).map(m -> new Signature(Usage.ofMeasure(m), m.doc())))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
