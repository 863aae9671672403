package hep.winnow.root.tree;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** Cuts columns out of columns. */
final class Pieces {
    private Pieces() {}

    /**
     * Some values of a column.
     *
     * @param column holds them
     * @param from first one
     * @param to behind the last one
     */
    record Piece(Column column, int from, int to) {
        int size() {
            return to - from;
        }
    }

    /** Returns the values of pieces, at least one, as one column. */
    static Column join(List<Piece> pieces) {
        Piece first = pieces.get(0);
        if (pieces.size() == 1
                && first.from() == 0
                && first.to() == first.column().size()) {
            return first.column();
        }
        int size = pieces.stream().mapToInt(Piece::size).sum();
        if (first.column() instanceof Column.Lists) {
            return lists(pieces, size);
        }
        Object out = make(first.column().type(), size);
        int at = 0;
        for (Piece piece : pieces) {
            System.arraycopy(array(piece.column()), piece.from(), out, at, piece.size());
            at += piece.size();
        }
        return column(out);
    }

    private static Column lists(List<Piece> pieces, int size) {
        int[] offsets = new int[size + 1];
        List<Piece> inner = new ArrayList<>();
        int at = 0;
        for (Piece piece : pieces) {
            Column.Lists lists = (Column.Lists) piece.column();
            int[] old = lists.offsets();
            int shift = offsets[at] - old[piece.from()];
            for (int i = piece.from(); i < piece.to(); i++) {
                offsets[++at] = old[i + 1] + shift;
            }
            inner.add(new Piece(lists.values(), old[piece.from()], old[piece.to()]));
        }
        return new Column.Lists(offsets, join(inner));
    }

    private static Object make(ColumnType type, int size) {
        return switch (type) {
            case FLOAT -> new float[size];
            case DOUBLE -> new double[size];
            case INT -> new int[size];
            case LONG -> new long[size];
            case BOOLEAN -> new boolean[size];
            case STRING -> new String[size];
        };
    }

    private static Object array(Column column) {
        if (column instanceof Column.Floats c) {
            return c.values();
        }
        if (column instanceof Column.Doubles c) {
            return c.values();
        }
        if (column instanceof Column.Ints c) {
            return c.values();
        }
        if (column instanceof Column.Longs c) {
            return c.values();
        }
        if (column instanceof Column.Booleans c) {
            return c.values();
        }
        return ((Column.Strings) column).values();
    }

    private static Column column(Object values) {
        if (values instanceof float[] a) {
            return new Column.Floats(a);
        }
        if (values instanceof double[] a) {
            return new Column.Doubles(a);
        }
        if (values instanceof int[] a) {
            return new Column.Ints(a);
        }
        if (values instanceof long[] a) {
            return new Column.Longs(a);
        }
        if (values instanceof boolean[] a) {
            return new Column.Booleans(a);
        }
        return new Column.Strings((String[]) values);
    }
}
