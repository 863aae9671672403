package hep.winnow.core.spill;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A column that lies in a file: its type, number of values, and the values as they are in memory; of lists the offsets and then the values; of strings the length and the UTF-16 units of each.
 *
 * @param file where
 * @param at place of its first byte
 * @param bytes how many there are
 */
public record Kept(SpillFile file, long at, int bytes) {
    private static final int HEAD = 2 * Integer.BYTES;
    private static final int LISTS = -1;

    /** A type is told by its place here. */
    private static final List<ColumnType> TYPES = List.of(ColumnType.values());

    /** What an object costs besides its values, such as a string with its array. */
    private static final int OBJECT = 48;

    /** Writes a column behind all else that is in a file. */
    public static Kept of(Column column, SpillFile file) {
        ByteBuffer bytes = SpillFile.buffer(Math.toIntExact(stored(column)));
        put(column, bytes);
        bytes.flip();
        int size = bytes.remaining();
        return new Kept(file, file.append(bytes), size);
    }

    /** Reads it. */
    public Column column() {
        ByteBuffer buffer = SpillFile.buffer(bytes);
        file.read(at, buffer);
        return get(buffer.flip());
    }

    /** Returns about how many bytes of memory a column takes. */
    public static long inMemory(Column column) {
        if (column instanceof Column.Strings strings) {
            long bytes = 0;
            for (String value : strings.values()) {
                bytes += OBJECT + value.length();
            }
            return bytes;
        }
        if (column instanceof Column.Lists lists) {
            return (long) Integer.BYTES * lists.offsets().length + inMemory(lists.values());
        }
        return column.size() * width(column.type());
    }

    /** Returns how many bytes a value of a type takes; of a string about as many as of a short one. */
    public static long width(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> 1;
            case FLOAT, INT -> 4;
            case DOUBLE, LONG -> 8;
            case STRING -> OBJECT + 8;
        };
    }

    private static long stored(Column column) {
        if (column instanceof Column.Strings strings) {
            long bytes = HEAD;
            for (String value : strings.values()) {
                bytes += Integer.BYTES + 2L * value.length();
            }
            return bytes;
        }
        if (column instanceof Column.Lists lists) {
            return HEAD + (long) Integer.BYTES * lists.offsets().length + stored(lists.values());
        }
        return HEAD + column.size() * width(column.type());
    }

    private static void put(Column column, ByteBuffer to) {
        to.putInt(column instanceof Column.Lists ? LISTS : TYPES.indexOf(column.type()))
                .putInt(column.size());
        if (column instanceof Column.Doubles c) {
            to.asDoubleBuffer().put(c.values());
        } else if (column instanceof Column.Floats c) {
            to.asFloatBuffer().put(c.values());
        } else if (column instanceof Column.Longs c) {
            to.asLongBuffer().put(c.values());
        } else if (column instanceof Column.Ints c) {
            to.asIntBuffer().put(c.values());
        } else if (column instanceof Column.Booleans c) {
            for (boolean value : c.values()) {
                to.put((byte) (value ? 1 : 0));
            }
            return;
        } else if (column instanceof Column.Lists c) {
            for (int offset : c.offsets()) {
                to.putInt(offset);
            }
            put(c.values(), to);
            return;
        } else {
            for (String value : ((Column.Strings) column).values()) {
                to.putInt(value.length());
                for (int k = 0; k < value.length(); k++) {
                    to.putChar(value.charAt(k));
                }
            }
            return;
        }
        to.position(to.position() + (int) (column.size() * width(column.type())));
    }

    private static Column get(ByteBuffer from) {
        int type = from.getInt();
        int size = from.getInt();
        if (type == LISTS) {
            int[] offsets = new int[size + 1];
            for (int i = 0; i <= size; i++) {
                offsets[i] = from.getInt();
            }
            return new Column.Lists(offsets, get(from));
        }
        return switch (TYPES.get(type)) {
            case DOUBLE -> {
                double[] values = new double[size];
                from.asDoubleBuffer().get(values);
                yield new Column.Doubles(values);
            }
            case FLOAT -> {
                float[] values = new float[size];
                from.asFloatBuffer().get(values);
                yield new Column.Floats(values);
            }
            case LONG -> {
                long[] values = new long[size];
                from.asLongBuffer().get(values);
                yield new Column.Longs(values);
            }
            case INT -> {
                int[] values = new int[size];
                from.asIntBuffer().get(values);
                yield new Column.Ints(values);
            }
            case BOOLEAN -> booleans(from, size);
            case STRING -> strings(from, size);
        };
    }

    private static Column booleans(ByteBuffer from, int size) {
        boolean[] values = new boolean[size];
        for (int i = 0; i < size; i++) {
            values[i] = from.get() != 0;
        }
        return new Column.Booleans(values);
    }

    private static Column strings(ByteBuffer from, int size) {
        String[] values = new String[size];
        for (int i = 0; i < size; i++) {
            char[] units = new char[from.getInt()];
            for (int k = 0; k < units.length; k++) {
                units[k] = from.getChar();
            }
            values[i] = new String(units);
        }
        return new Column.Strings(values);
    }
}
