package hep.winnow.aida;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.util.List;

/** Values as texts. */
final class Cell {
    private Cell() {}

    /** Tells whether a text is a value of a type. */
    static boolean fits(String text, ColumnType type) {
        try {
            return switch (type) {
                case DOUBLE, FLOAT -> !Double.isNaN(real(text)) || text.equals("NaN");
                case INT -> Double.isFinite(Integer.parseInt(text));
                case LONG -> Double.isFinite((double) Long.parseLong(text));
                case BOOLEAN -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
                case STRING -> true;
            };
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static double real(String text) {
        return switch (text) {
            case "inf", "+inf", "INF" -> Double.POSITIVE_INFINITY;
            case "-inf", "-INF" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    /** Returns texts that fit as a column. */
    static Column column(List<String> texts, ColumnType type) {
        int n = texts.size();
        return switch (type) {
            case DOUBLE ->
                new Column.Doubles(texts.stream().mapToDouble(Cell::real).toArray());
            case FLOAT -> {
                float[] out = new float[n];
                for (int i = 0; i < n; i++) {
                    double special = real(texts.get(i));
                    out[i] = Double.isFinite(special) ? Float.parseFloat(texts.get(i)) : (float) special;
                }
                yield new Column.Floats(out);
            }
            case INT ->
                new Column.Ints(texts.stream().mapToInt(Integer::parseInt).toArray());
            case LONG ->
                new Column.Longs(texts.stream().mapToLong(Long::parseLong).toArray());
            case BOOLEAN -> {
                boolean[] out = new boolean[n];
                for (int i = 0; i < n; i++) {
                    out[i] = Boolean.parseBoolean(texts.get(i));
                }
                yield new Column.Booleans(out);
            }
            case STRING -> new Column.Strings(texts.toArray(new String[0]));
        };
    }
}
