package hep.winnow.core.assist;

import hep.winnow.core.lang.Lexeme;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can stand at a cursor behind the verb of a step.
 *
 * @param schemas of the verb: one if its kind is known
 * @param isKindOpen whether the kind of the verb can stand here
 * @param isHead whether an operand, a keyword or an option can begin here
 * @param slot that the value at the cursor belongs to; empty if it is not known, or none is begun
 * @param value what the value at the cursor is, lists and words looked through; empty as {@code slot}
 * @param given names of the options that stand before the cursor
 * @param keywords that stand before the cursor
 * @param operands how many operands without a keyword stand before the cursor
 * @param call the innermost function or word whose parenthesis is open; empty for none
 */
record Place(
        List<StepSchema> schemas,
        boolean isKindOpen,
        boolean isHead,
        Optional<Slot> slot,
        Optional<Shape> value,
        Set<String> given,
        Set<String> keywords,
        int operands,
        String call) {

    /** Finds the place behind the lexemes of a statement, the first of which is its verb. */
    static Place of(List<Lexeme> statement, Vocabulary vocabulary) {
        return new Finder(statement, vocabulary).find();
    }

    /** Returns the slots of all schemas in question; of several with one name the first. */
    List<Slot> slots(Slot.Place place) {
        List<Slot> out = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (StepSchema schema : schemas) {
            for (Slot slot : schema.record().slots(place)) {
                if (seen.add(slot.keyword() + " " + slot.name())) {
                    out.add(slot);
                }
            }
        }
        return out;
    }

    /** Walks over the lexemes. */
    private static final class Finder {
        private final List<Lexeme> all;
        private final Vocabulary vocabulary;
        private final String verb;
        private final Set<String> given = new LinkedHashSet<>();
        private final Set<String> keywords = new LinkedHashSet<>();
        private final Deque<String> calls = new ArrayDeque<>();
        private List<StepSchema> schemas;
        private String option = "";
        private String keyword = "";
        private boolean isCondition;
        private boolean isValueOpen;
        private int operands;

        Finder(List<Lexeme> all, Vocabulary vocabulary) {
            this.all = all;
            this.vocabulary = vocabulary;
            this.verb = all.get(0).text();
            this.schemas = vocabulary.kinds(verb).stream()
                    .flatMap(k -> vocabulary.step(verb, k).stream())
                    .toList();
        }

        Place find() {
            int at = isNamed() ? 3 : isBareName() ? 2 : 1;
            boolean isKindOpen = at == all.size() && hasKinds();
            if (at < all.size() && hasKinds()) {
                Optional<StepSchema> kind = vocabulary.step(verb, all.get(at).text());
                if (kind.isPresent()) {
                    schemas = List.of(kind.get());
                    at++;
                }
            }
            for (int i = at; i < all.size(); i++) {
                step(i);
            }
            boolean isHead = calls.isEmpty() && !isValueOpen;
            Optional<Slot> slot = isHead ? Optional.empty() : slot();
            return new Place(
                    schemas,
                    isKindOpen,
                    isHead,
                    slot,
                    slot.flatMap(s -> inner(s.shape())),
                    given,
                    keywords,
                    operands,
                    calls.stream().filter(c -> !c.equals("[")).findFirst().orElse(""));
        }

        private boolean hasKinds() {
            return !vocabulary.kinds(verb).contains("") && !schemas.isEmpty();
        }

        private boolean isNamed() {
            return all.size() > 2 && all.get(2).is("=") && isName(all.get(1));
        }

        /** A name that must be given stands behind the verb, with or without a {@code =}. */
        private boolean isBareName() {
            return all.size() > 1
                    && isName(all.get(1))
                    && !hasKinds()
                    && slots(Slot.Place.NAME).anyMatch(s -> !s.isOptional());
        }

        private static boolean isName(Lexeme lexeme) {
            return lexeme.kind() == Lexeme.Kind.NAME || lexeme.kind() == Lexeme.Kind.QUOTED_NAME;
        }

        private void step(int i) {
            Lexeme lexeme = all.get(i);
            if (lexeme.kind() == Lexeme.Kind.OPENING) {
                begin(i);
                boolean isCall = lexeme.is("(") && i > 0 && all.get(i - 1).kind() == Lexeme.Kind.NAME;
                calls.push(isCall ? all.get(i - 1).text() : lexeme.is("[") ? "[" : "");
                isValueOpen = true;
            } else if (lexeme.kind() == Lexeme.Kind.CLOSING) {
                if (!calls.isEmpty()) {
                    calls.pop();
                }
                isValueOpen = false;
            } else if (!calls.isEmpty()) {
                isValueOpen = !lexeme.endsExpression();
            } else if (lexeme.kind() == Lexeme.Kind.KEYWORD) {
                keyword = lexeme.text();
                keywords.add(keyword);
                option = "";
                isValueOpen = true;
            } else if (lexeme.is(":") && option.isEmpty()) {
                isCondition = true;
                isValueOpen = true;
            } else if (isName(lexeme) && i + 1 < all.size() && all.get(i + 1).is("=")) {
                option = lexeme.text();
                given.add(option);
                keyword = "";
                isCondition = false;
            } else {
                begin(i);
                isValueOpen = !lexeme.endsExpression();
            }
        }

        /** An operand without a keyword begins where an expression cannot go on. */
        private void begin(int i) {
            boolean isOpen = isValueOpen || !calls.isEmpty();
            boolean goesOn = all.get(i).kind() == Lexeme.Kind.SIGN
                    || all.get(i).is("(") && all.get(i - 1).end() == all.get(i).start()
                    || all.get(i).is("[") && all.get(i - 1).end() == all.get(i).start();
            if (!isOpen && !goesOn && option.isEmpty() && !isCondition) {
                operands++;
                keyword = "";
            }
        }

        private Optional<Slot> slot() {
            if (!option.isEmpty()) {
                return slots(Slot.Place.OPTION)
                        .filter(s -> s.name().equals(option))
                        .findFirst();
            }
            if (isCondition) {
                return slots(Slot.Place.CONDITION).findFirst();
            }
            if (!keyword.isEmpty()) {
                return slots(Slot.Place.OPERAND)
                        .filter(s -> s.keyword().equals(keyword))
                        .findFirst();
            }
            return slots(Slot.Place.OPERAND)
                    .filter(s -> s.keyword().isEmpty())
                    .skip(Math.max(0, operands - 1))
                    .findFirst();
        }

        private java.util.stream.Stream<Slot> slots(Slot.Place place) {
            return schemas.stream().flatMap(s -> s.record().slots(place).stream());
        }

        /** Looks through the brackets that are open: an item of a list, an argument of a word such as {@code adam(…)}. */
        private Optional<Shape> inner(Shape outer) {
            Shape shape = strip(outer);
            List<String> open = new ArrayList<>(calls);
            java.util.Collections.reverse(open);
            for (String call : open) {
                if (call.equals("[")) {
                    shape = strip(shape);
                } else if (shape instanceof Shape.OneOf choice) {
                    Optional<Shape.Alternative> word = choice.alternatives().stream()
                            .filter(a -> a.word().equals(call))
                            .findFirst();
                    return word.isPresent() ? argument(word.get()) : Optional.empty();
                }
            }
            return Optional.of(shape);
        }

        private Optional<Shape> argument(Shape.Alternative word) {
            String name = "";
            for (int i = all.size() - 1; i > 0 && !all.get(i).is("("); i--) {
                if (all.get(i).is("=")) {
                    name = all.get(i - 1).text();
                    break;
                }
                if (all.get(i).is(",")) {
                    break;
                }
            }
            String wanted = name;
            return word.schema().slots().stream()
                    .filter(s -> s.name().equals(wanted))
                    .findFirst()
                    .map(s -> strip(s.shape()));
        }
    }

    /** Returns the element of lists and of what may be left out. */
    static Shape strip(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            return strip(maybe.element());
        }
        return shape instanceof Shape.ListOf list ? strip(list.element()) : shape;
    }

    /** Returns the word of a choice whose parenthesis is open, such as {@code adam}. */
    Optional<Shape.Alternative> openWord() {
        return slot.map(s -> strip(s.shape()))
                .filter(s -> s instanceof Shape.OneOf)
                .flatMap(s -> ((Shape.OneOf) s)
                        .alternatives().stream()
                                .filter(a -> !call.isEmpty() && a.word().equals(call))
                                .findFirst());
    }
}
