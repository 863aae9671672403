package hep.winnow.npy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.kernels.FloatMath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns bytes into columns. Each method takes {@code n} elements from {@code data}, the first at {@code offset}, each {@code stride} bytes behind the one before. */
final class Elements {
    private Elements() {}

    /**
     * Returns elements as a column of the type's own.
     *
     * @param data in the order of the type's bytes
     * @param where what the column is, for errors
     */
    static Column column(ElementType type, ByteBuffer data, int offset, int stride, int n, String where) {
        ColumnType column = type.column().orElseThrow();
        return switch (column) {
            case FLOAT -> floats(type, data, offset, stride, n);
            case DOUBLE -> doubles(data, offset, stride, n);
            case INT -> ints(type, data, offset, stride, n);
            case LONG -> longs(type, data, offset, stride, n, where);
            case BOOLEAN -> booleans(data, offset, stride, n);
            case STRING -> strings(type, data, offset, stride, n, where);
        };
    }

    private static Column floats(ElementType type, ByteBuffer data, int offset, int stride, int n) {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            int at = offset + i * stride;
            out[i] = type.bytes() == 2 ? FloatMath.ofHalf(data.getShort(at)) : data.getFloat(at);
        }
        return new Column.Floats(out);
    }

    private static Column doubles(ByteBuffer data, int offset, int stride, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = data.getDouble(offset + i * stride);
        }
        return new Column.Doubles(out);
    }

    private static Column ints(ElementType type, ByteBuffer data, int offset, int stride, int n) {
        boolean isSigned = type.kind() == 'i';
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            int at = offset + i * stride;
            out[i] = switch (type.bytes()) {
                case 1 -> isSigned ? data.get(at) : data.get(at) & 0xff;
                case 2 -> isSigned ? data.getShort(at) : data.getShort(at) & 0xffff;
                default -> data.getInt(at);
            };
        }
        return new Column.Ints(out);
    }

    private static Column longs(ElementType type, ByteBuffer data, int offset, int stride, int n, String where) {
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            int at = offset + i * stride;
            out[i] = type.bytes() == 4 ? data.getInt(at) & 0xffffffffL : data.getLong(at);
            if (type.kind() == 'u' && out[i] < 0) {
                throw UserError.data(
                        where + " holds " + Long.toUnsignedString(out[i]) + ", which is beyond 2^63 - 1",
                        "save it as 'f8', or as 'i8' if only equality matters");
            }
        }
        return new Column.Longs(out);
    }

    private static Column booleans(ByteBuffer data, int offset, int stride, int n) {
        boolean[] out = new boolean[n];
        for (int i = 0; i < n; i++) {
            out[i] = data.get(offset + i * stride) != 0;
        }
        return new Column.Booleans(out);
    }

    private static Column strings(ElementType type, ByteBuffer data, int offset, int stride, int n, String where) {
        String[] out = new String[n];
        for (int i = 0; i < n; i++) {
            int at = offset + i * stride;
            out[i] = type.kind() == 'U' ? unicode(data, at, type.bytes(), where) : text(data, at, type.bytes());
        }
        return new Column.Strings(out);
    }

    /** Returns a string of four bytes a character, without the zeros that fill it up. */
    private static String unicode(ByteBuffer data, int at, int bytes, String where) {
        int length = bytes / 4;
        while (length > 0 && data.getInt(at + 4 * length - 4) == 0) {
            length--;
        }
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int c = data.getInt(at + 4 * i);
            if (!Character.isValidCodePoint(c)) {
                throw Damage.of(where + " holds " + Integer.toUnsignedString(c) + ", which is no character");
            }
            out.appendCodePoint(c);
        }
        return out.toString();
    }

    /** Returns a string of bytes, without the zeros that fill it up: as UTF-8, or as Latin-1 where it is no UTF-8. */
    private static String text(ByteBuffer data, int at, int bytes) {
        int length = bytes;
        while (length > 0 && data.get(at + length - 1) == 0) {
            length--;
        }
        ByteBuffer own = data.duplicate().position(at).limit(at + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(own).toString();
        } catch (CharacterCodingException e) {
            byte[] raw = new byte[length];
            data.duplicate().position(at).get(raw);
            return new String(raw, StandardCharsets.ISO_8859_1);
        }
    }
}
