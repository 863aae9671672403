package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ids of events, exactly: a whole number per column, texts by their number. Open addressing over one flat array per column; some 8 bytes an event and column, and 8 to 16 more. For one thread.
 */
final class IdSet {
    private static final int FIRST = 1 << 10;

    private final List<Map<String, Integer>> words = new ArrayList<>();
    private final long[] id;
    private long[][] values;
    private int[] slots = new int[2 * FIRST];
    private int size;
    private long textBytes;

    /** Makes an empty set of ids of so many columns. */
    IdSet(int columns) {
        id = new long[columns];
        values = new long[columns][FIRST];
        for (int c = 0; c < columns; c++) {
            words.add(new HashMap<>());
        }
    }

    /** Returns how many different ids there are. */
    int size() {
        return size;
    }

    /** Returns about how much memory it takes. */
    long bytes() {
        return 4L * slots.length + 8L * values.length * values[0].length + textBytes;
    }

    /** Adds the id of an event; returns false if it is there already. */
    boolean add(List<Column> columns, int event) {
        long hash = 0;
        for (int c = 0; c < id.length; c++) {
            id[c] = value(columns.get(c), c, event);
            hash = RandomStream.mix(hash * 31 + id[c]);
        }
        if (size == values[0].length) {
            grow();
        }
        int slot = (int) (hash >>> 33) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (isAt(slots[slot] - 1)) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        for (int c = 0; c < id.length; c++) {
            values[c][size] = id[c];
        }
        slots[slot] = ++size;
        return true;
    }

    private boolean isAt(int entry) {
        for (int c = 0; c < id.length; c++) {
            if (values[c][entry] != id[c]) {
                return false;
            }
        }
        return true;
    }

    private long value(Column column, int c, int event) {
        if (column instanceof Column.Longs longs) {
            return longs.values()[event];
        }
        if (column instanceof Column.Strings strings) {
            return word(words.get(c), strings.values()[event]);
        }
        double x = column.number(event);
        return x == Math.rint(x) && Math.abs(x) < 0x1p62 ? (long) x : Double.doubleToLongBits(x);
    }

    private long word(Map<String, Integer> known, String text) {
        Integer number = known.putIfAbsent(text, known.size());
        if (number == null) {
            textBytes += 2L * text.length() + 96;
            return known.size() - 1L;
        }
        return number;
    }

    private void grow() {
        for (int c = 0; c < id.length; c++) {
            values[c] = Arrays.copyOf(values[c], 2 * size);
        }
        slots = new int[2 * slots.length];
        for (int entry = 0; entry < size; entry++) {
            long hash = 0;
            for (long[] column : values) {
                hash = RandomStream.mix(hash * 31 + column[entry]);
            }
            int slot = (int) (hash >>> 33) & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = entry + 1;
        }
    }
}
