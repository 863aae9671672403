package hep.winnow.core.lookup;

import hep.winnow.core.text.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A key of a table: what an argument of its call means.
 *
 * @param name as the macro has it
 * @param kind how a value finds its row
 * @param words the texts of a key of texts, in the order of their codes; empty for others
 * @param codes number of each text
 */
public record Key(String name, Kind kind, List<String> words, Map<String, Integer> codes) {
    /** How a value finds its row. */
    public enum Kind {
        /** In a bin: from its low edge on, up to but without its high one. */
        BIN,
        /** At the nearest point, or between two points. */
        POINT,
        /** At the number that it equals. */
        NUMBER,
        /** At the text that it equals. */
        TEXT,
        /** At the truth value that it equals. */
        CONDITION;

        /** Tells whether values are equal to those of the table or have no row. */
        public boolean isExact() {
            return this != BIN && this != POINT;
        }
    }

    public Key {
        words = List.copyOf(words);
        codes = Map.copyOf(codes);
    }

    /** Returns a key of numbers or conditions. */
    static Key of(String name, Kind kind) {
        return new Key(name, kind, List.of(), Map.of());
    }

    /** Returns a key of texts. */
    static Key ofTexts(String name, List<String> words) {
        Map<String, Integer> codes =
                IntStream.range(0, words.size()).boxed().collect(Collectors.toMap(words::get, i -> i));
        return new Key(name, Kind.TEXT, words, codes);
    }

    /** Returns the numbers of texts; -1 for one that the table does not have. */
    double[] codes(String[] texts, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            Integer code = codes.get(texts[i]);
            out[i] = code == null ? -1 : code;
        }
        return out;
    }

    /** Returns a value as the table has it. */
    String text(double value) {
        return switch (kind) {
            case TEXT -> value < 0 ? "another text" : '"' + words.get((int) value) + '"';
            case CONDITION -> value == 0 ? "false" : "true";
            default -> Numbers.text(value);
        };
    }
}
