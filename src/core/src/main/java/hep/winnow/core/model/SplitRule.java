package hep.winnow.core.model;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.Part;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Facts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule that tells whether an event trained a model. Each event has a number u in [0, 1): below {@code train} it is of the train part, then of the valid part, then of the test part.
 *
 * <p>By the hash of columns, u is the upper 53 bits of h: h begins with 0x9e3779b97f4a7c15, and each column's value v makes it mix(31·h + v), with {@link RandomStream#mix}; v is a whole number itself, the FNV-1a hash (64 bits) of a
 * text in UTF-8, and the bits of a double that is not whole. At random, u is drawn for the row from the stream of seed, split and sample.
 *
 * @param name of what was split
 * @param columns whose hash decides; empty if a random number per row does
 * @param seed of the run
 * @param train share
 * @param valid share
 * @param test share
 */
public record SplitRule(String name, List<String> columns, long seed, double train, double valid, double test) {
    private static final long START = 0x9e3779b97f4a7c15L;

    public SplitRule {
        columns = List.copyOf(columns);
    }

    /** Returns the rule as a model file keeps it. */
    public Facts facts() {
        return new Facts()
                .put("name", name)
                .put("rule", columns.isEmpty() ? "random" : "hash")
                .put("columns", columns)
                .put("seed", seed)
                .put("train", train)
                .put("valid", valid)
                .put("test", test);
    }

    /** Returns the rule of a model, if its events were split and the file tells how; those of older versions do not. */
    public static Optional<SplitRule> of(Facts provenance) {
        if (!(provenance.values().get("split") instanceof Facts split)) {
            return Optional.empty();
        }
        Map<String, Object> values = split.values();
        if (values.get("columns") instanceof List<?> columns
                && values.get("seed") instanceof Long seed
                && values.get("train") instanceof Number train
                && values.get("valid") instanceof Number valid
                && values.get("test") instanceof Number test) {
            return Optional.of(new SplitRule(
                    String.valueOf(values.get("name")),
                    columns.stream().map(String::valueOf).toList(),
                    seed,
                    train.doubleValue(),
                    valid.doubleValue(),
                    test.doubleValue()));
        }
        return Optional.empty();
    }

    /** Returns the part of an event by its number u. */
    public Part part(double u) {
        return u < train ? Part.TRAIN : u < train + valid || test == 0 ? Part.VALID : Part.TEST;
    }

    /**
     * Returns the part of each event by the hash of its ids.
     *
     * @param ids one column per name in {@link #columns()}
     * @param n number of events
     */
    public Part[] parts(List<Column> ids, int n) {
        if (columns.isEmpty() || ids.size() != columns.size()) {
            throw new IllegalArgumentException("the rule hashes " + columns + ", found " + ids.size() + " columns");
        }
        Part[] out = new Part[n];
        long[] hash = hashes(ids, n);
        for (int i = 0; i < n; i++) {
            out[i] = part(uniform(hash[i]));
        }
        return out;
    }

    /** Returns the hash of the columns' values, event by event; the order of the columns counts. */
    public static long[] hashes(List<Column> columns, int n) {
        long[] hash = new long[n];
        Arrays.fill(hash, START);
        for (Column column : columns) {
            for (int i = 0; i < n; i++) {
                hash[i] = RandomStream.mix(hash[i] * 31 + value(column, i));
            }
        }
        return hash;
    }

    private static long value(Column column, int i) {
        if (column instanceof Column.Longs longs) {
            return longs.values()[i];
        }
        if (column instanceof Column.Ints ints) {
            return ints.values()[i];
        }
        if (column instanceof Column.Strings strings) {
            long hash = 0xcbf29ce484222325L;
            for (byte b : strings.values()[i].getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
            }
            return hash;
        }
        double x = column.number(i);
        return x == Math.rint(x) && Math.abs(x) < 0x1p62 ? (long) x : Double.doubleToLongBits(x);
    }

    /** Returns the number in [0, 1) that a hash stands for. */
    public static double uniform(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }
}
