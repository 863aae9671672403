package hep.winnow.root.write;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.nio.ByteBuffer;

/** The types of numbers that a leaf of a tree holds, each with the class of the leaf and the letter that ROOT has for it. */
enum LeafType {
    BOOLEAN("TLeafO", 'O', "bool", 1),
    INT("TLeafI", 'I', "int", Integer.BYTES),
    LONG("TLeafL", 'L', "Long64_t", Long.BYTES),
    FLOAT("TLeafF", 'F', "float", Float.BYTES),
    DOUBLE("TLeafD", 'D', "double", Double.BYTES);

    private final String className;
    private final char letter;
    private final String cpp;
    private final int bytes;

    LeafType(String className, char letter, String cpp, int bytes) {
        this.className = className;
        this.letter = letter;
        this.cpp = cpp;
        this.bytes = bytes;
    }

    /** Returns the type for that of a column of numbers. */
    static LeafType of(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> BOOLEAN;
            case INT -> INT;
            case LONG -> LONG;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case STRING -> throw new IllegalArgumentException("a text is no number");
        };
    }

    /** Returns the class of a leaf of this type. */
    String className() {
        return className;
    }

    /** Returns the letter that stands behind a name: {@code pt/D}. */
    char letter() {
        return letter;
    }

    /** Returns the type in C++, as it stands between the brackets of a vector. */
    String cpp() {
        return cpp;
    }

    /** Returns the length of a value. */
    int bytes() {
        return bytes;
    }

    /** Puts values {@code from} to {@code to}, exclusive, of a column of this type into a buffer that has room for just these. */
    static void put(Column column, int from, int to, ByteBuffer out) {
        int n = to - from;
        if (column instanceof Column.Doubles d) {
            out.asDoubleBuffer().put(d.values(), from, n);
        } else if (column instanceof Column.Floats f) {
            out.asFloatBuffer().put(f.values(), from, n);
        } else if (column instanceof Column.Ints i) {
            out.asIntBuffer().put(i.values(), from, n);
        } else if (column instanceof Column.Longs l) {
            out.asLongBuffer().put(l.values(), from, n);
        } else if (column instanceof Column.Booleans b) {
            for (int i = from; i < to; i++) {
                out.put((byte) (b.values()[i] ? 1 : 0));
            }
        } else {
            throw new IllegalArgumentException("values of " + column.type() + " of depth " + column.depth());
        }
    }
}
