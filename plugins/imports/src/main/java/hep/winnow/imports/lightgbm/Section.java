package hep.winnow.imports.lightgbm;

import hep.winnow.api.diagnostic.UserError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Lines {@code key=value} of a model file: its head, or a tree. */
final class Section {
    private static final String DAMAGED = "the file is damaged, or of another version";

    private final String name;
    private final int line;
    private final Map<String, String> values = new HashMap<>();

    /** Makes a section that begins at a line, from 1. */
    Section(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /** Adds a line. */
    void add(String text) {
        int equal = text.indexOf('=');
        String key = equal < 0 ? text : text.substring(0, equal);
        if (values.put(key, equal < 0 ? "" : text.substring(equal + 1)) != null) {
            throw error("'" + key + "' stands twice", DAMAGED);
        }
    }

    UserError error(String message, String help) {
        return UserError.data("line " + line + ", " + name + ": " + message, help);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    String text(String key) {
        return find(key).orElseThrow(() -> error("it has no " + key, DAMAGED));
    }

    int integer(String key, long least, long greatest) {
        return integer(key, text(key).strip(), least, greatest);
    }

    private int integer(String key, String text, long least, long greatest) {
        boolean isWhole = text.matches("-?[0-9]{1,18}");
        long value = isWhole ? Long.parseLong(text) : 0;
        if (!isWhole || value < least || value > greatest) {
            throw error(key + " is '" + text + "', expected a whole number from " + least + " to " + greatest, DAMAGED);
        }
        return (int) value;
    }

    /** Returns whole numbers with blanks between them; there must be {@code count} of them. */
    int[] integers(String key, int count, long least, long greatest) {
        String[] words = words(key, count);
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = integer(key, words[i], least, greatest);
        }
        return out;
    }

    /** Returns numbers with blanks between them; there must be {@code count} of them. Infinities are told as inf, or 1e308 and more. */
    double[] reals(String key, int count) {
        String[] words = words(key, count);
        double[] out = new double[count];
        for (int i = 0; i < count; i++) {
            out[i] = real(key, words[i]);
        }
        return out;
    }

    private double real(String key, String text) {
        if (text.matches("[+-]?inf(inity)?")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (!text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
            throw error(key + " holds '" + text + "', expected numbers", DAMAGED);
        }
        return Double.parseDouble(text);
    }

    private String[] words(String key, int count) {
        String text = text(key).strip();
        String[] words = text.isEmpty() ? new String[0] : text.split(" +", -1);
        if (words.length != count) {
            throw error(key + " holds " + words.length + " values, expected " + count, DAMAGED);
        }
        return words;
    }
}
