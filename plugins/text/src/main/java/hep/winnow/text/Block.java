package hep.winnow.text;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows on their way into a block: numbers and texts by column. A double that a row does not set is 0; a row sets all else. */
public final class Block {
    private static final int MOST_ROWS = 4096;
    private static final int MOST_VALUES = 1 << 19;
    private static final double[] NO_NUMBERS = {};
    private static final long[] NO_WHOLES = {};
    private static final String[] NO_TEXTS = {};

    private final List<ColumnInfo> columns;
    private final double[][] numbers;
    private final long[][] wholes;
    private final String[][] texts;
    private final int room;
    private int rows;

    /** Makes one of these columns, whose types are double, long, int and string; it has the less room the more there are. */
    public Block(List<ColumnInfo> columns) {
        this.columns = List.copyOf(columns);
        this.room = Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / Math.max(1, columns.size())));
        this.numbers = new double[columns.size()][];
        this.wholes = new long[columns.size()][];
        this.texts = new String[columns.size()][];
        for (int c = 0; c < columns.size(); c++) {
            ColumnType type = columns.get(c).type();
            boolean isWhole = type == ColumnType.LONG || type == ColumnType.INT;
            numbers[c] = type == ColumnType.DOUBLE ? new double[room] : NO_NUMBERS;
            wholes[c] = isWhole ? new long[room] : NO_WHOLES;
            texts[c] = type == ColumnType.STRING ? new String[room] : NO_TEXTS;
        }
    }

    /** Tells whether there is no room for another row. */
    public boolean isFull() {
        return rows == room;
    }

    /** Tells whether there are rows. */
    public boolean hasRows() {
        return rows > 0;
    }

    /** Sets a value of the row that is being made, in a column of doubles. */
    public void set(int column, double value) {
        numbers[column][rows] = value;
    }

    /** Sets a value of the row that is being made, in a column of whole numbers. */
    public void set(int column, long value) {
        wholes[column][rows] = value;
    }

    /** Sets a value of the row that is being made, in a column of texts. */
    public void set(int column, String value) {
        texts[column][rows] = value;
    }

    /** Ends a row. */
    public void endRow() {
        rows++;
    }

    /** Returns the rows, and begins anew. */
    public EventBlock take() {
        List<Column> out = new ArrayList<>(columns.size());
        for (int c = 0; c < columns.size(); c++) {
            out.add(column(c));
        }
        EventBlock block = new EventBlock(rows, out);
        rows = 0;
        return block;
    }

    private Column column(int c) {
        return switch (columns.get(c).type()) {
            case STRING -> new Column.Strings(Arrays.copyOf(texts[c], rows));
            case LONG -> new Column.Longs(Arrays.copyOf(wholes[c], rows));
            case INT ->
                new Column.Ints(
                        Arrays.stream(wholes[c], 0, rows).mapToInt(x -> (int) x).toArray());
            default -> {
                Column.Doubles doubles = new Column.Doubles(Arrays.copyOf(numbers[c], rows));
                Arrays.fill(numbers[c], 0, rows, 0);
                yield doubles;
            }
        };
    }
}
