package hep.winnow.api.event;

import java.util.List;

/**
 * Events that a step is handed: all of its scope or one block of them. Columns are in the order in which the step named them.
 * The arrays are shared, not copied: do not change them.
 *
 * <p>Classes: with roles they are {@code ["background", "signal"]}; with {@code class=} they are the values of that
 * column in rising order. Recorded data has the class index -1.
 */
public final class EventTable {
    private final int size;
    private final List<Column> columns;
    private final double[] weight;
    private final int[] classIndex;
    private final int[] sampleIndex;
    private final long[] id;

    /**
     * Makes a table; all arrays have one entry per event.
     *
     * @param columns the values of the asked-for expressions
     * @param weight physical weight of each event, cross-section and luminosity included, any sign
     * @param classIndex class of each event, -1 for data
     * @param sampleIndex which {@code read} or {@code toy} statement the event comes from, in the order of the macro
     * @param id hash of the event's id columns, or of sample and row number
     */
    public EventTable(List<Column> columns, double[] weight, int[] classIndex, int[] sampleIndex, long[] id) {
        this.size = weight.length;
        this.columns = List.copyOf(columns);
        this.weight = weight;
        this.classIndex = classIndex;
        this.sampleIndex = sampleIndex;
        this.id = id;
        for (Column c : columns) {
            if (c.size() != size) {
                throw new IllegalArgumentException("a table of " + size + " events was given a column of " + c.size());
            }
        }
        if (classIndex.length != size || sampleIndex.length != size || id.length != size) {
            throw new IllegalArgumentException("weight, class, sample and id must be of one length");
        }
    }

    /** Returns the number of events. */
    public int size() {
        return size;
    }

    /** Returns the number of columns. */
    public int columns() {
        return columns.size();
    }

    /** Returns column {@code i}. */
    public Column column(int i) {
        return columns.get(i);
    }

    /** Returns column {@code i} as numbers; for a column of doubles the array itself. */
    public double[] numbers(int i) {
        Column column = columns.get(i);
        if (column instanceof Column.Doubles doubles) {
            return doubles.values();
        }
        double[] out = new double[size];
        for (int k = 0; k < size; k++) {
            out[k] = column.number(k);
        }
        return out;
    }

    /** Returns the physical weights. */
    public double[] weight() {
        return weight;
    }

    /** Returns the class index of each event; -1 is data. */
    public int[] classIndex() {
        return classIndex;
    }

    /** Returns the sample index of each event. */
    public int[] sampleIndex() {
        return sampleIndex;
    }

    /** Returns the id hash of each event. */
    public long[] id() {
        return id;
    }
}
