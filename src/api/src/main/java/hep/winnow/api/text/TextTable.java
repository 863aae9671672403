package hep.winnow.api.text;

import java.util.ArrayList;
import java.util.List;

/** A {@link Tables table} that grows row by row. */
public final class TextTable {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /** Makes a table with titles of its columns. */
    public TextTable(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row with as many cells as the header. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        return Tables.of(header, rows);
    }
}
