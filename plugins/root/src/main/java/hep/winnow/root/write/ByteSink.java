package hep.winnow.root.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts as ROOT streams them, the highest byte first, one behind the other. */
final class ByteSink {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final int LONG_TEXT = 255;
    private static final int FIRST = 256;
    private static final int MOST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[FIRST];
    private int size;

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }

    /** Makes room for that many bytes, and returns where they begin. */
    private int room(int count) {
        long needed = (long) size + count;
        if (needed > MOST) {
            throw new IllegalStateException("more than 2 GB for one object of a ROOT file");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(needed, 2L * bytes.length)));
        }
        int at = size;
        size += count;
        return at;
    }

    /** Adds a byte. */
    ByteSink i8(int value) {
        int at = room(1);
        bytes[at] = (byte) value;
        return this;
    }

    /** Adds two bytes. */
    ByteSink i16(int value) {
        int at = room(2);
        SHORT.set(bytes, at, (short) value);
        return this;
    }

    /** Adds four bytes. */
    ByteSink i32(int value) {
        int at = room(4);
        INT.set(bytes, at, value);
        return this;
    }

    /** Adds eight bytes. */
    ByteSink i64(long value) {
        int at = room(8);
        LONG.set(bytes, at, value);
        return this;
    }

    /** Adds a float. */
    ByteSink f32(float value) {
        return i32(Float.floatToRawIntBits(value));
    }

    /** Adds a double. */
    ByteSink f64(double value) {
        return i64(Double.doubleToRawLongBits(value));
    }

    /** Adds a text with its length before it: a {@code TString}, or a {@code std::string} in a branch. */
    ByteSink text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a text that is UTF-8 already; see {@link #text(String)}. */
    ByteSink text(byte[] utf8) {
        if (utf8.length < LONG_TEXT) {
            i8(utf8.length);
        } else {
            i8(LONG_TEXT).i32(utf8.length);
        }
        return raw(utf8);
    }

    /** Returns how many bytes a text takes. */
    static int length(String text) {
        int utf8 = text.getBytes(StandardCharsets.UTF_8).length;
        return utf8 < LONG_TEXT ? 1 + utf8 : 5 + utf8;
    }

    /** Adds a text and a zero byte. */
    ByteSink zeroEnded(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8)).i8(0);
    }

    /** Adds bytes as they are. */
    ByteSink raw(byte[] more) {
        int at = room(more.length);
        System.arraycopy(more, 0, bytes, at, more.length);
        return this;
    }

    /** Adds doubles. */
    ByteSink doubles(double[] values) {
        next(Double.BYTES * values.length).asDoubleBuffer().put(values);
        return this;
    }

    /** Returns the next bytes, to be filled; the highest byte of each number comes first. Valid until something is added. */
    ByteBuffer next(int count) {
        int at = room(count);
        return ByteBuffer.wrap(bytes, at, count).slice();
    }

    /** Writes over four bytes. */
    void set32(int at, int value) {
        INT.set(bytes, at, value);
    }

    /** Adds to four bytes. */
    void add32(int at, int value) {
        INT.set(bytes, at, (int) INT.get(bytes, at) + value);
    }

    /** Returns how many bytes there are. */
    int size() {
        return size;
    }

    /** Forgets all bytes. */
    void clear() {
        size = 0;
    }

    /** Returns the array that holds the bytes from its beginning; valid until something is added. */
    byte[] array() {
        return bytes;
    }

    /** Returns a copy of the bytes. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
