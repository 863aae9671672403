package hep.winnow.core.csv;

import hep.winnow.api.event.ColumnType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a table of text is written.
 *
 * @param header whether the first line holds the names of the columns
 * @param columns names of the columns, one per field; with a header they replace its names; empty for the header's own, or {@code c1, c2, …}
 * @param types types that are set and not told from the values; of names that the table has
 * @param separator one ASCII character; a blank means runs of blanks and tabs; empty to tell it from the bytes (comma, TAB, semicolon, blanks)
 * @param comment lines that begin with this character are left out; empty for none
 * @param skipLines number of lines before the header or the first row that do not count
 * @param missing texts that mean a missing number, besides nothing and {@code nan}; a column of strings keeps them
 */
public record CsvOptions(
        boolean header,
        List<String> columns,
        Map<String, ColumnType> types,
        String separator,
        String comment,
        int skipLines,
        List<String> missing) {
    /** A header, everything else told from the file; comments begin with {@code #}. */
    public static final CsvOptions DEFAULT =
            new CsvOptions(true, List.of(), Map.of(), "", "#", 0, List.of("NA", "N/A", "null"));

    public CsvOptions {
        columns = List.copyOf(columns);
        types = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(types));
        missing = List.copyOf(missing);
        checkCharacter("sep", separator);
        checkCharacter("comment", comment);
        if (!separator.isEmpty() && separator.equals(comment)) {
            throw new IllegalArgumentException("sep and comment must differ, both are '" + separator + "'");
        }
        if (skipLines < 0) {
            throw new IllegalArgumentException("skip_lines must be at least 0, found " + skipLines);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            if (name.isBlank()) {
                throw new IllegalArgumentException("columns has no name at position " + (i + 1));
            }
            if (!names.add(name)) {
                throw new IllegalArgumentException("columns names '" + name + "' twice");
            }
        }
    }

    private static void checkCharacter(String option, String text) {
        if (text.length() > 1 || (!text.isEmpty() && (text.charAt(0) > '~' || "\"\r\n\0".contains(text)))) {
            throw new IllegalArgumentException(
                    option + " must be one ASCII character other than a quote or line end, found '" + text + "'");
        }
    }

    /** Returns these options for a file without a header. */
    public CsvOptions withoutHeader() {
        return new CsvOptions(false, columns, types, separator, comment, skipLines, missing);
    }

    /** Returns these options with names for the columns. */
    public CsvOptions withColumns(List<String> names) {
        return new CsvOptions(header, names, types, separator, comment, skipLines, missing);
    }

    /** Returns these options with types that are set. */
    public CsvOptions withTypes(Map<String, ColumnType> set) {
        return new CsvOptions(header, columns, set, separator, comment, skipLines, missing);
    }

    /** Returns these options with a separator. */
    public CsvOptions withSeparator(String sep) {
        return new CsvOptions(header, columns, types, sep, comment, skipLines, missing);
    }

    /** Returns these options with a character that begins comments. */
    public CsvOptions withComment(String character) {
        return new CsvOptions(header, columns, types, separator, character, skipLines, missing);
    }

    /** Returns these options with a number of first lines that do not count. */
    public CsvOptions withSkipLines(int lines) {
        return new CsvOptions(header, columns, types, separator, comment, lines, missing);
    }
}
