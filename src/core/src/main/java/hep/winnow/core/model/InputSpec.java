package hep.winnow.core.model;

import java.util.List;

/**
 * An input of a model.
 *
 * @param name as the macro that trained it spells it
 * @param expression what it is made of, over columns alone, as text of the macro language
 * @param unit such as {@code GeV}; empty if unknown
 * @param columns that the expression needs
 * @param sentinels values of those columns that mean that there is none, by column
 */
public record InputSpec(
        String name,
        String expression,
        String unit,
        List<String> columns,
        java.util.Map<String, List<Double>> sentinels) {
    public InputSpec {
        columns = List.copyOf(columns);
        sentinels = java.util.Map.copyOf(sentinels);
    }
}
