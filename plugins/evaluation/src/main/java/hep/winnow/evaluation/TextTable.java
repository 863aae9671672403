package hep.winnow.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns: the first to the left, the others to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; rows may differ in length. */
    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Returns the lines, indented by two and without blanks at their ends. */
    @Override
    public String toString() {
        List<Integer> width = new ArrayList<>();
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                if (c == width.size()) {
                    width.add(0);
                }
                width.set(c, Math.max(width.get(c), row.get(c).length()));
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int c = 0; c < row.size(); c++) {
                String pad = " ".repeat(width.get(c) - row.get(c).length());
                line.append(c == 0 ? " " + row.get(c) + pad : "   " + pad + row.get(c));
            }
            out.append(out.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        return out.toString();
    }
}
