package hep.winnow.core.lookup;

import hep.winnow.core.verbs.Table;
import hep.winnow.core.verbs.Table.Outside;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table that formulas call: {@code sf(pt, eta)} is the value of the row whose keys fit, {@code sf(pt, eta).error} another column of it. A missing key gives a missing value. Immutable.
 */
public final class LookupTable {
    /** The condition whether there is a row. */
    public static final String FOUND = "found";

    private final String name;
    private final Source source;
    private final List<Key> keys;
    private final KeyTree tree;
    private final Map<String, double[]> fields;
    private final Outside outside;
    private final boolean isLinear;
    private final List<String> gaps;

    /**
     * Where a table comes from.
     *
     * @param path of the file
     * @param bytes of it
     * @param sha256 of it
     * @param rows of the table
     */
    public record Source(Path path, long bytes, String sha256, int rows) {}

    LookupTable(
            String name,
            Source source,
            List<Key> keys,
            KeyTree tree,
            Map<String, double[]> fields,
            Table options,
            List<String> gaps) {
        this.name = name;
        this.source = source;
        this.keys = List.copyOf(keys);
        this.tree = tree;
        this.fields = new LinkedHashMap<>(fields);
        this.outside = options.outside();
        this.isLinear = options.isLinear();
        this.gaps = List.copyOf(gaps);
    }

    /** Returns the name by which it is called. */
    public String name() {
        return name;
    }

    /** Returns where it comes from. */
    public Source source() {
        return source;
    }

    /** Returns the keys, in the order of a call's arguments. */
    public List<Key> keys() {
        return keys;
    }

    /** Returns where bins of a key leave a gap between them, in words. */
    public List<String> gaps() {
        return gaps;
    }

    /** Returns a call of it, such as {@code sf(pt, eta)}. */
    public String usage() {
        return keys.stream().map(Key::name).collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** Returns what stands behind the point: {@code error} in {@code sf(pt, eta).error}. */
    public List<String> fieldNames() {
        List<String> names = new ArrayList<>(fields.keySet());
        names.remove("");
        names.add(FOUND);
        return List.copyOf(names);
    }

    /** Tells whether a call of the field gives conditions, not numbers. */
    public boolean isCondition(String field) {
        return field.equals(FOUND);
    }

    /** Tells whether keys without a row end the run. */
    public boolean failsOutside() {
        return outside instanceof Table.Fail;
    }

    /** Returns the numbers that stand for texts in the keys. */
    public double[] codes(int key, String[] texts, int n) {
        return keys.get(key).codes(texts, n);
    }

    /**
     * Looks up a field.
     *
     * @param field its name; empty for the table's value
     * @param values one array per key; only the first {@code n} values count
     * @param n how many lookups
     * @param out results, written
     * @return the first lookup without a row if that ends the run, or -1
     */
    public int apply(String field, double[][] values, int n, double[] out) {
        double[] of = fields.get(field);
        if (of == null) {
            throw new IllegalArgumentException("table '" + name + "' has no field '" + field + "'");
        }
        boolean clamps = outside instanceof Table.Clamp;
        double otherwise = outside instanceof Table.Otherwise other ? other.value() : Double.NaN;
        for (int i = 0; i < n; i++) {
            if (isMissing(values, i)) {
                out[i] = Double.NaN;
                continue;
            }
            int row = tree.row(values, i, clamps);
            if (row != KeyTree.OUTSIDE) {
                out[i] = isLinear ? tree.between(of, values, i) : of[row];
            } else if (failsOutside()) {
                return i;
            } else {
                out[i] = otherwise(field, otherwise);
            }
        }
        return -1;
    }

    /** A number that stands in for the value has no error, so that it is not shifted by one; nothing stands in for other columns. */
    private static double otherwise(String field, double value) {
        return switch (field) {
            case "", Fields.UP, Fields.DOWN -> value;
            case Fields.ERROR -> Double.isNaN(value) ? value : 0;
            default -> Double.NaN;
        };
    }

    /** Tells for each lookup whether the table has a row, as 1 and 0; a missing key gives NaN. */
    public void found(double[][] values, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            boolean isThere = !isMissing(values, i) && tree.row(values, i, false) != KeyTree.OUTSIDE;
            out[i] = isMissing(values, i) ? Double.NaN : isThere ? 1 : 0;
        }
    }

    private static boolean isMissing(double[][] values, int i) {
        for (double[] key : values) {
            if (Double.isNaN(key[i])) {
                return true;
            }
        }
        return false;
    }

    /** Returns the keys of a lookup in words: {@code pt = 812, eta = 0.3}. */
    public String describe(double[][] values, int i) {
        List<String> words = new ArrayList<>();
        for (int k = 0; k < keys.size(); k++) {
            words.add(keys.get(k).name() + " = " + keys.get(k).text(values[k][i]));
        }
        return String.join(", ", words);
    }
}
