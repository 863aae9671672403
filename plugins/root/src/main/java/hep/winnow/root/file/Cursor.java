package hep.winnow.root.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads numbers and texts as ROOT streams them: the highest byte first. */
public final class Cursor {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle FLOAT = view(float[].class);
    private static final VarHandle DOUBLE = view(double[].class);
    private static final int LONG_TEXT = 255;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final int displacement;
    private int at;

    /**
     * Makes one that stands at the first of some bytes.
     *
     * @param displacement how many bytes ROOT counts before the first one, where objects refer to each other by their place: the length of the key
     */
    public Cursor(byte[] bytes, int from, int to, int displacement) {
        if (from < 0 || to < from || to > bytes.length) {
            throw new Damage.Found("it tells a wrong size");
        }
        this.bytes = bytes;
        this.start = from;
        this.end = to;
        this.at = from;
        this.displacement = displacement;
    }

    /** Makes one over an array. */
    public Cursor(byte[] bytes) {
        this(bytes, 0, bytes.length, 0);
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }

    /** Returns the bytes behind it; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the place in {@link #bytes}. */
    public int position() {
        return at;
    }

    /** Goes to a place in {@link #bytes}. */
    public void seek(int place) {
        if (place < start || place > end) {
            throw new Damage.Found("it points to byte " + (place - start) + " of " + (end - start));
        }
        at = place;
    }

    /** Returns the place as ROOT counts it. */
    public int place() {
        return at - start + displacement;
    }

    /** Returns how many bytes there are from here. */
    public int remaining() {
        return end - at;
    }

    /** Moves over bytes, and returns where they were. */
    public int skip(long count) {
        if (count < 0 || count > end - at) {
            throw new Damage.Found("it ends too early: " + count + " bytes are needed at byte " + (at - start) + " of "
                    + (end - start));
        }
        int was = at;
        at += (int) count;
        return was;
    }

    /** Returns a cursor of its own over the next bytes, and moves over them. */
    public Cursor slice(long count) {
        int from = skip(count);
        return new Cursor(bytes, from, at, from - start + displacement);
    }

    /** Reads a byte. */
    public int i8() {
        return bytes[skip(1)];
    }

    /** Reads a byte without sign. */
    public int u8() {
        return bytes[skip(1)] & 0xff;
    }

    /** Reads two bytes. */
    public int i16() {
        return (short) SHORT.get(bytes, skip(2));
    }

    /** Reads two bytes without sign. */
    public int u16() {
        return i16() & 0xffff;
    }

    /** Reads four bytes. */
    public int i32() {
        return (int) INT.get(bytes, skip(4));
    }

    /** Reads four bytes without sign. */
    public long u32() {
        return i32() & 0xffffffffL;
    }

    /** Reads eight bytes. */
    public long i64() {
        return (long) LONG.get(bytes, skip(8));
    }

    /** Reads a float. */
    public float f32() {
        return (float) FLOAT.get(bytes, skip(4));
    }

    /** Reads a double. */
    public double f64() {
        return (double) DOUBLE.get(bytes, skip(8));
    }

    /** Reads a text with its length before it, a {@code TString}. */
    public String text() {
        int length = u8();
        return utf8(length == LONG_TEXT ? i32() : length);
    }

    /** Reads a text that ends with a zero byte. */
    public String zeroEnded() {
        int from = at;
        while (u8() != 0) {
            // on to its end
        }
        return new String(bytes, from, at - from - 1, StandardCharsets.UTF_8);
    }

    /** Reads bytes as text. */
    public String utf8(int length) {
        return new String(bytes, skip(length), length, StandardCharsets.UTF_8);
    }
}
