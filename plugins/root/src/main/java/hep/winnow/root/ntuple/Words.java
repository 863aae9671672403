package hep.winnow.root.ntuple;

import hep.winnow.root.file.Damage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what envelopes hold: numbers with the lowest byte first, texts, and frames, which tell their size and may be longer than what is known of them. */
final class Words {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle DOUBLE = view(double[].class);

    private final byte[] bytes;
    private final int end;
    private final int items;
    private int at;

    private Words(byte[] bytes, int from, int end, int items) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.items = items;
    }

    /** Makes one over a part of an array. */
    Words(byte[] bytes, int from, int end) {
        this(bytes, from, end, 0);
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns another one that begins where this one is. */
    Words again() {
        return new Words(bytes, at, end, items);
    }

    /** Returns how many items the frame says that it has; 0 if it is no list. */
    int items() {
        return items;
    }

    /** Tells whether there is more. */
    boolean hasMore() {
        return at < end;
    }

    private int skip(long count) {
        if (count < 0 || count > end - at) {
            throw new Damage.Found("it ends too early: " + count + " bytes are needed at its byte " + at + ", but "
                    + (end - at) + " are left");
        }
        int was = at;
        at += (int) count;
        return was;
    }

    int u16() {
        return (short) SHORT.get(bytes, skip(2)) & 0xffff;
    }

    int i32() {
        return (int) INT.get(bytes, skip(4));
    }

    long u32() {
        return i32() & 0xffffffffL;
    }

    long i64() {
        return (long) LONG.get(bytes, skip(8));
    }

    double f64() {
        return (double) DOUBLE.get(bytes, skip(8));
    }

    /** Reads a whole number of 64 bits that cannot be negative. */
    long size() {
        long size = i64();
        if (size < 0) {
            throw new Damage.Found("its byte " + (at - 8) + " tells a size of " + Long.toUnsignedString(size));
        }
        return size;
    }

    String text() {
        long length = u32();
        int from = skip(length);
        return new String(bytes, from, (int) length, StandardCharsets.UTF_8);
    }

    /** Reads a number for an index, which is that of something that there are {@code count} of. */
    int index(int count, String what) {
        long index = u32();
        if (index >= count) {
            throw new Damage.Found("its byte " + (at - 4) + " points to " + what + " " + index + " of " + count);
        }
        return (int) index;
    }

    /** Returns the inside of the record that begins here, and moves behind it. */
    Words record() {
        return frame(false);
    }

    /** Returns the inside of the list that begins here, and moves behind it. */
    Words list() {
        return frame(true);
    }

    private Words frame(boolean isList) {
        int start = at;
        long told = i64();
        if (told < 0 != isList) {
            throw new Damage.Found("a " + (isList ? "list" : "record") + " is expected at its byte " + start);
        }
        int head = isList ? 12 : 8;
        long size = Math.abs(told);
        if (size < head || size > end - start) {
            throw new Damage.Found("a part of " + size + " bytes at its byte " + start + " does not fit into "
                    + (end - start) + " bytes");
        }
        long count = isList ? u32() : 0;
        if (count > size) {
            throw new Damage.Found(
                    "a list of " + size + " bytes at its byte " + start + " says that it has " + count + " items");
        }
        Words inside = new Words(bytes, at, start + (int) size, (int) count);
        at = start + (int) size;
        return inside;
    }
}
