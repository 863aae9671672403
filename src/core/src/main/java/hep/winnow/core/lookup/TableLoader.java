package hep.winnow.core.lookup;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.step.ColumnName;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.verbs.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a lookup table of a file. */
public final class TableLoader {
    private TableLoader() {}

    /**
     * Reads a table.
     *
     * @param options what the macro says of it
     * @param rows where its rows come from
     * @throws UserError if a column is not there, a row has no key, or bins overlap: with the rows
     */
    public static LookupTable load(Table options, EventSource rows) {
        TableColumns table = TableColumns.read(rows);
        if (table.rows() == 0) {
            throw UserError.data("the table has no rows", "");
        }
        List<KeyColumns> keys = new ArrayList<>();
        Map<String, double[]> numbers = new LinkedHashMap<>(table.numbers());
        for (ColumnName name : options.keys()) {
            KeyColumns key = KeyColumns.find(name.name(), table, options.interpolation());
            key.columns().forEach(numbers::remove);
            keys.add(key);
        }
        TreeBuilder builder = new TreeBuilder(keys, options.isLinear());
        KeyTree tree = builder.build(table.rows());
        Map<String, double[]> fields = new LinkedHashMap<>();
        new Fields(options, numbers).find().forEach((name, values) -> fields.put(name, at(builder.order(), values)));
        return new LookupTable(
                options.name(),
                source(options.from().path(), table.rows()),
                keys.stream().map(KeyColumns::key).toList(),
                tree,
                fields,
                options,
                builder.gaps());
    }

    private static double[] at(int[] order, double[] values) {
        double[] out = new double[order.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[order[i]];
        }
        return out;
    }

    private static LookupTable.Source source(Path file, int rows) {
        try {
            return new LookupTable.Source(file, Files.size(file), Hashes.sha256(file), rows);
        } catch (IOException e) {
            throw UserError.data("cannot read " + file + ": " + e.getMessage(), "")
                    .because(e);
        }
    }
}
