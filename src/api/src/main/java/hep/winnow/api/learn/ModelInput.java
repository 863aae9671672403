package hep.winnow.api.learn;

import java.util.List;
import java.util.Map;

/**
 * An input of a model, as whoever applies it must make it.
 *
 * @param name as the macro that trained it spells it; unique among the inputs of a model
 * @param expression how it is computed from columns, as text of the macro language; the name itself if it is a column
 * @param unit such as {@code GeV}; empty if unknown
 * @param columns that the expression needs
 * @param sentinels values of those columns that mean that there is none, by column
 * @param fill what stands in for a missing value; NaN if none does, and then the score is NaN
 */
public record ModelInput(
        String name,
        String expression,
        String unit,
        List<String> columns,
        Map<String, List<Double>> sentinels,
        double fill) {
    public ModelInput {
        columns = List.copyOf(columns);
        sentinels = Map.copyOf(sentinels);
    }

    /** Tells whether it is a column as it stands, so that its sentinels can be told from its value. */
    public boolean isColumn() {
        return columns.equals(List.of(name));
    }

    /** Returns the values that mean that it is missing, of an input that is a column; else there are none. */
    public double[] ownSentinels() {
        return isColumn()
                ? sentinels.getOrDefault(name, List.of()).stream()
                        .mapToDouble(s -> s)
                        .toArray()
                : new double[0];
    }
}
