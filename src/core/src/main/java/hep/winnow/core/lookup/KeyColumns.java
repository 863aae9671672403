package hep.winnow.core.lookup;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnType;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.lookup.Key.Kind;
import hep.winnow.core.verbs.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The columns of one key: two edges, or one column of points, numbers, texts or conditions. */
final class KeyColumns {
    private static final List<List<String>> EDGES = List.of(
            List.of("_low", "_high"),
            List.of("_lo", "_hi"),
            List.of("_min", "_max"),
            List.of("_lower", "_upper"),
            List.of("low_", "high_"),
            List.of("min_", "max_"));

    private final Key key;
    private final List<String> columns;
    private final double[] low;
    private final double[] high;

    private KeyColumns(Key key, List<String> columns, double[] low, double[] high) {
        this.key = key;
        this.columns = List.copyOf(columns);
        this.low = low;
        this.high = high;
    }

    Key key() {
        return key;
    }

    /** Returns the names of the columns that it takes. */
    List<String> columns() {
        return columns;
    }

    /** Returns the low edge of each row's bin, or the value. */
    double[] low() {
        return low;
    }

    /** Returns the high edge of each row's bin, or the value. */
    double[] high() {
        return high;
    }

    /** Returns a row's bin or value in words. */
    String text(int row) {
        return key.name() + " "
                + (key.kind() == Kind.BIN ? key.text(low[row]) + " to " + key.text(high[row]) : key.text(low[row]));
    }

    /**
     * Finds the columns of a key.
     *
     * @throws UserError if there are none, or a row has no value in them
     */
    static KeyColumns find(String name, TableColumns table, Optional<Table.Interpolation> interpolation) {
        for (List<String> ends : EDGES) {
            String low = ends.get(0).startsWith("_") ? name + ends.get(0) : ends.get(0) + name;
            String high = ends.get(1).startsWith("_") ? name + ends.get(1) : ends.get(1) + name;
            if (table.type(low).isPresent() && table.type(high).isPresent()) {
                return bins(name, low, high, table);
            }
        }
        ColumnType type =
                table.type(name).orElseThrow(() -> unknown(name, table.types().keySet()));
        if (type == ColumnType.STRING) {
            return texts(name, Objects.requireNonNull(table.texts().get(name)));
        }
        double[] values = numbers(name, table);
        boolean isWhole = type == ColumnType.INT || type == ColumnType.LONG;
        Kind kind = type == ColumnType.BOOLEAN
                ? Kind.CONDITION
                : isWhole && interpolation.isEmpty() ? Kind.NUMBER : Kind.POINT;
        return new KeyColumns(Key.of(name, kind), List.of(name), values, values);
    }

    private static KeyColumns bins(String name, String lowName, String highName, TableColumns table) {
        KeyColumns key = new KeyColumns(
                Key.of(name, Kind.BIN), List.of(lowName, highName), numbers(lowName, table), numbers(highName, table));
        for (int i = 0; i < key.low.length; i++) {
            if (!(key.low[i] < key.high[i])) {
                throw UserError.data(
                        "row " + (i + 1) + ": the bin of " + name + " goes from " + key.key.text(key.low[i]) + " to "
                                + key.key.text(key.high[i]),
                        "a bin ends above its low edge");
            }
        }
        return key;
    }

    private static KeyColumns texts(String name, String[] values) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(values));
        Key key = Key.ofTexts(name, List.copyOf(words));
        double[] codes = key.codes(values, values.length);
        return new KeyColumns(key, List.of(name), codes, codes);
    }

    private static double[] numbers(String name, TableColumns table) {
        double[] values = table.numbers().get(name);
        if (values == null) {
            throw UserError.data("column '" + name + "' holds texts, expected the edges of bins", "mend the column");
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw UserError.data(
                        "row " + (i + 1) + " has no value in the key column '" + name + "'", "mend the row");
            }
        }
        return values;
    }

    private static UserError unknown(String name, Set<String> columns) {
        List<String> near = new ArrayList<>(columns);
        return UserError.data(
                "the table has no column '" + name + "', nor both '" + name + "_low' and '" + name + "_high'",
                Suggestions.nearest(name, near)
                        .map(n -> "did you mean '" + n + "'?")
                        .orElse("its columns are " + String.join(", ", near)));
    }
}
