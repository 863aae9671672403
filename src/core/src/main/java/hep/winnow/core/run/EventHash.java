package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hashes of events that stay the same whatever else is read, and in whatever order. */
final class EventHash {
    private static final long START = 0x9e3779b97f4a7c15L;

    private EventHash() {}

    /** Returns the hash of the columns' values, event by event; the order of the columns counts. */
    static long[] columns(List<Column> columns, int n) {
        long[] hash = new long[n];
        java.util.Arrays.fill(hash, START);
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

    /** Returns the hashes of the rows of a sample without id columns. */
    static long[] rows(int sample, long firstRow, int n) {
        long[] hash = new long[n];
        for (int i = 0; i < n; i++) {
            hash[i] = RandomStream.mix(RandomStream.mix(sample + 1L) + (firstRow + i) * START);
        }
        return hash;
    }

    /** Returns the number in [0, 1) that a hash stands for. */
    static double uniform(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }
}
