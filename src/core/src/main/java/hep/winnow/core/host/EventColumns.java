package hep.winnow.core.host;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import java.util.List;

/**
 * Columns of the events of a sample, region or part, in the order of the samples in the macro, then of their rows. The arrays are shared, not copied.
 *
 * @param names of the columns, as they were asked for
 * @param table the values, weights, classes and samples
 */
public record EventColumns(List<String> names, EventTable table) {
    public EventColumns {
        names = List.copyOf(names);
    }

    /** Returns the number of events. */
    public int size() {
        return table.size();
    }

    /**
     * Returns a column as it is: of numbers, texts, truth values or lists.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public Column column(String name) {
        return table.column(index(name));
    }

    /**
     * Returns a column as numbers; true is 1, a text NaN.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public double[] values(String name) {
        return table.numbers(index(name));
    }

    /** Returns the physical weight of each event, cross-section and luminosity included, of either sign. */
    public double[] weights() {
        return table.weight();
    }

    private int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no column '" + name + "' among " + names);
        }
        return index;
    }
}
