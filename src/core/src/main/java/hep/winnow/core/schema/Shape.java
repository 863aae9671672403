package hep.winnow.core.schema;

import java.util.List;

/** What kind of value a component takes, derived from its Java type. */
public sealed interface Shape {
    /** Returns what the user may write, in words: {@code a number}, {@code one of standard, minmax, none}. */
    String describe();

    /** A number; {@code isInteger} for {@code int} and {@code long}. */
    record Num(Class<?> type, boolean isInteger) implements Shape {
        @Override
        public String describe() {
            return isInteger ? "a whole number" : "a number";
        }
    }

    /** {@code true} or {@code false}. */
    record Bool() implements Shape {
        @Override
        public String describe() {
            return "true or false";
        }
    }

    /** A string. */
    record Text() implements Shape {
        @Override
        public String describe() {
            return "a string";
        }
    }

    /** One of an enum's words. */
    record Word(Class<? extends Enum<?>> type, List<String> words) implements Shape {
        public Word {
            words = List.copyOf(words);
        }

        @Override
        public String describe() {
            return "one of " + String.join(", ", words);
        }
    }

    /** One of several records. */
    record OneOf(Class<?> type, List<Alternative> alternatives) implements Shape {
        public OneOf {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public String describe() {
            return "one of "
                    + String.join(
                            ", ", alternatives.stream().map(Alternative::usage).toList());
        }
    }

    /** One record of a {@link OneOf}; with an empty word it is written as its only component alone. */
    record Alternative(String word, String doc, RecordSchema schema, List<String> alsoKnownAs) {
        public Alternative {
            alsoKnownAs = List.copyOf(alsoKnownAs);
        }

        /** Returns how it is written. */
        public String usage() {
            List<String> options = schema.slots().stream().map(Slot::name).toList();
            if (word.isEmpty()) {
                return "a number";
            }
            return options.isEmpty() ? word : word + "(" + String.join(", ", options) + ")";
        }
    }

    /** A value of the framework's own types. */
    record Special(Kind kind) implements Shape {
        /** Which. */
        public enum Kind {
            INTERVAL("a range such as 0..300"),
            EXPRESSION("an expression over columns"),
            LISTS("an expression over columns"),
            SCOPE("events: a sample, a region, or a part such as test"),
            MODEL("the name of a trained model"),
            OUTPUT("a file to write, as a string"),
            INPUT("a file to read, as a string"),
            COLUMN("the name of a column"),
            TYPED_COLUMN("a column and its type, such as run=long"),
            SYNTAX("an expression"),
            /** Of a verb that is written in the language, as {@code WORD}. */
            NAME("a name for something new"),
            WORD("a word");

            private final String words;

            Kind(String words) {
                this.words = words;
            }
        }

        @Override
        public String describe() {
            return kind.words;
        }
    }

    /** A list; one value alone stands for a list of one. */
    record ListOf(Shape element) implements Shape {
        @Override
        public String describe() {
            return "a list, each " + element.describe();
        }
    }

    /** A value or nothing. */
    record Maybe(Shape element) implements Shape {
        @Override
        public String describe() {
            return element.describe();
        }
    }
}
