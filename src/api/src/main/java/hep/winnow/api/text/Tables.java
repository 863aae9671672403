package hep.winnow.api.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Plain tables with aligned columns. A column whose cells are all numbers, or empty, is aligned to the right, any other to the left; a number may have an
 * error, a unit or a percent sign behind it. The header is parted from the rows by a line.
 */
public final class Tables {
    private static final String GAP = "  ";

    /** A number, perhaps with something behind it that a blank or sign parts from it; {@code -} and nothing at all count as well. */
    private static final Pattern NUMBER = Pattern.compile("[-+(]?(\\d+(\\.\\d+)?(e-?\\d+)?|nan|inf)?([ %)/].*)?");

    private Tables() {}

    /**
     * Returns the table; each of its lines ends in {@code \n} and has no blanks before that.
     *
     * @param header titles of the columns
     * @param rows with as many cells each as the header
     */
    public static String of(List<String> header, List<List<String>> rows) {
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells, the header has " + header.size() + ": " + row);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(Column.of(header, rows, i));
        }
        StringBuilder out = new StringBuilder();
        line(out, columns, header);
        line(out, columns, columns.stream().map(c -> "-".repeat(c.width)).toList());
        rows.forEach(row -> line(out, columns, row));
        return out.toString();
    }

    private record Column(int width, boolean isRight) {
        static Column of(List<String> header, List<List<String>> rows, int index) {
            int width = cellsOf(header.get(index));
            boolean isRight = !rows.isEmpty();
            for (List<String> row : rows) {
                width = Math.max(width, cellsOf(row.get(index)));
                isRight &= NUMBER.matcher(row.get(index)).matches();
            }
            return new Column(width, isRight);
        }
    }

    private static void line(StringBuilder out, List<Column> columns, List<String> cells) {
        int start = out.length();
        for (int i = 0; i < cells.size(); i++) {
            String cell = TerminalText.show(cells.get(i));
            String blanks = " ".repeat(columns.get(i).width - cellsOf(cells.get(i)));
            out.append(i == 0 ? "" : GAP).append(columns.get(i).isRight ? blanks + cell : cell + blanks);
        }
        while (out.length() > start && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        out.append('\n');
    }

    private static int cellsOf(String cell) {
        return TerminalText.cells(cell, cell.length());
    }
}
