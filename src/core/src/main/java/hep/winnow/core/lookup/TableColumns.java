package hep.winnow.core.lookup;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a table's file, whole in memory. Lists are no columns of a table.
 *
 * @param rows how many there are
 * @param types of the columns, by name, in the order of the file
 * @param numbers of the columns that are no texts
 * @param texts of the others
 */
record TableColumns(
        int rows, Map<String, ColumnType> types, Map<String, double[]> numbers, Map<String, String[]> texts) {
    /** A table beyond this is no table of corrections. */
    static final int MOST_ROWS = 10_000_000;

    private static final double EXACT = 0x1p53;

    /** Reads all of a source. */
    static TableColumns read(EventSource source) {
        List<ColumnInfo> columns =
                source.schema().stream().filter(c -> c.depth() == 0).toList();
        List<List<Column>> parts = new ArrayList<>();
        columns.forEach(c -> parts.add(new ArrayList<>()));
        int rows = 0;
        try (BlockReader reader =
                source.open(columns.stream().map(ColumnInfo::name).toList(), new Strict())) {
            for (Optional<EventBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                rows = Math.addExact(rows, block.get().size());
                if (rows > MOST_ROWS) {
                    throw UserError.data(
                            "a lookup table has at most " + MOST_ROWS + " rows, found more",
                            "is this a file of events? Then read it");
                }
                for (int c = 0; c < parts.size(); c++) {
                    parts.get(c).add(block.get().columns().get(c));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw UserError.data("cannot read the table: " + e.getMessage(), "").because(e);
        }
        return joined(rows, columns, parts);
    }

    private static TableColumns joined(int rows, List<ColumnInfo> columns, List<List<Column>> parts) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        Map<String, double[]> numbers = new LinkedHashMap<>();
        Map<String, String[]> texts = new LinkedHashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            ColumnInfo column = columns.get(c);
            types.put(column.name(), column.type());
            if (column.type() == ColumnType.STRING) {
                texts.put(
                        column.name(),
                        parts.get(c).stream()
                                .flatMap(p -> Arrays.stream(((Column.Strings) p).values()))
                                .toArray(String[]::new));
            } else {
                numbers.put(column.name(), numbers(column.name(), parts.get(c), rows));
            }
        }
        return new TableColumns(rows, types, numbers, texts);
    }

    private static double[] numbers(String name, List<Column> parts, int rows) {
        double[] out = new double[rows];
        int at = 0;
        for (Column part : parts) {
            for (int i = 0; i < part.size(); i++) {
                out[at] = part instanceof Column.Booleans b ? (b.values()[i] ? 1 : 0) : part.number(i);
                if (part instanceof Column.Longs longs && Math.abs(out[at]) > EXACT) {
                    throw UserError.data(
                            "row " + (at + 1) + ": column '" + name + "' holds " + longs.values()[i]
                                    + ", beyond the whole numbers that formulas hold exactly, 2^53",
                            "");
                }
                at++;
            }
        }
        return out;
    }

    /** Returns the type of a column; empty if there is none of that name. */
    Optional<ColumnType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** A row that cannot be read is an error. */
    private static final class Strict implements ReadContext {
        @Override
        public Workers workers() {
            return Workers.sequential();
        }

        @Override
        public void badRow(String file, long line, String reason) {
            throw UserError.data(file + ":" + line + ": " + reason, "mend the row");
        }
    }
}
