package hep.winnow.core.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the rows of a table character by character, as the documentation of {@link CsvSource} says: the oracle for the fast reader. Not for blanks as separators. */
final class NaiveTable {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern SPECIAL = Pattern.compile("[+-]?(nan|inf|infinity)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

    /** Rows as text, numbers by their bits. */
    final List<List<String>> rows = new ArrayList<>();

    private final List<CellKind> kinds;
    private final Dialect dialect;
    private final String text;
    private int at;

    /** How many rows are bad. */
    int bad;

    /** Whether a quote never closes. */
    boolean isOpen;

    /** Reads rows from {@code offset} on; {@code kinds} are those of its fields. */
    NaiveTable(byte[] bytes, int offset, Dialect dialect, List<CellKind> kinds) {
        this.kinds = kinds;
        this.dialect = dialect;
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        this.text = all.endsWith("\n") ? all : all + "\n";
        this.at = offset;
        while (at < text.length() && !isOpen) {
            if (!skipLine()) {
                row();
            }
        }
    }

    private boolean isPadding(char c) {
        return c == ' ' || c == '\r' || (c == '\t' && dialect.separator() != '\t');
    }

    private boolean skipLine() {
        int p = at;
        while (isPadding(text.charAt(p))) {
            p++;
        }
        if (text.charAt(p) != '\n' && text.charAt(p) != dialect.comment()) {
            return false;
        }
        at = text.indexOf('\n', p) + 1;
        return true;
    }

    private void row() {
        List<String> fields = new ArrayList<>();
        boolean isBad = false;
        char end;
        do {
            int p = at;
            while (isPadding(text.charAt(p))) {
                p++;
            }
            boolean isQuoted = text.charAt(p) == '"';
            if (isQuoted) {
                at = p + 1;
                fields.add(quoted());
                if (isOpen) {
                    return;
                }
            }
            int from = at;
            while (text.charAt(at) != '\n' && text.charAt(at) != (char) dialect.separator()) {
                at++;
            }
            end = text.charAt(at++);
            String rest = text.substring(from, at - 1);
            if (!isQuoted) {
                fields.add(end == '\n' && rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest);
            } else {
                isBad |= rest.chars().anyMatch(c -> !isPadding((char) c));
            }
        } while (end != '\n');
        add(fields, isBad);
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                out.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                out.append(c);
                at++;
            } else {
                return out.toString();
            }
        }
        isOpen = true;
        return "";
    }

    private void add(List<String> fields, boolean isBad) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < fields.size() && fields.size() == kinds.size() && !isBad; i++) {
            row.add(value(fields.get(i), kinds.get(i)));
        }
        if (row.size() < kinds.size() || row.contains("bad")) {
            bad++;
        } else {
            rows.add(row);
        }
    }

    /** Returns the bits of a number, a text behind a colon, or {@code bad}. */
    private static String value(String field, CellKind kind) {
        if (kind == CellKind.STRING) {
            return ":" + new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
        String cell = field.replaceAll("^[ \t]+|[ \t]+$", "");
        String lower = cell.toLowerCase(Locale.ROOT);
        boolean isMissing = cell.isEmpty() || List.of("NA", "N/A", "null").contains(cell);
        return switch (kind) {
            case BOOLEAN -> lower.equals("true") ? bits(1) : lower.equals("false") ? bits(0) : "bad";
            case TRUTH ->
                lower.equals("true")
                        ? bits(1)
                        : lower.equals("false") ? bits(0) : isMissing || lower.equals("nan") ? bits(Double.NaN) : "bad";
            case LONG -> isLong(cell) ? bits(Long.parseLong(cell)) : "bad";
            default -> isMissing ? bits(Double.NaN) : number(cell, lower);
        };
    }

    private static boolean isLong(String cell) {
        if (!WHOLE.matcher(cell).matches()) {
            return false;
        }
        try {
            Long.parseLong(cell);
            return true;
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    private static String number(String cell, String lower) {
        if (NUMBER.matcher(cell).matches()) {
            return bits(Double.parseDouble(cell));
        }
        if (!SPECIAL.matcher(lower).matches()) {
            return "bad";
        }
        double size = lower.contains("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
        return bits(lower.startsWith("-") ? -size : size);
    }

    /** Returns a number by its bits, all NaN alike. */
    static String bits(double x) {
        return Long.toHexString(Double.doubleToLongBits(x));
    }
}
