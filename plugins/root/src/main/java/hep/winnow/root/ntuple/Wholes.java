package hep.winnow.root.ntuple;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Decodes whole numbers. Of a page with {@code size} elements, {@code count} from {@code from} on are put into {@code out} from {@code to} on. Split pages hold the lowest bytes of all elements first, then
 * the next ones; zigzag maps 0, 1, 2, 3, … to 0, -1, 1, -2, ….
 */
final class Wholes {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Wholes() {}

    /** Decodes those of {@link Encoding.Kind#WHOLE}. */
    static void ints(Encoding encoding, byte[] page, int size, int from, int count, int[] out, int to) {
        switch (encoding) {
            case BIT -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = page[from + i >> 3] >> (from + i & 7) & 1;
                }
            }
            case CHAR, INT8 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = page[from + i];
                }
            }
            case BYTE, UINT8 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = page[from + i] & 0xff;
                }
            }
            case INT16 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = (short) SHORT.get(page, 2 * (from + i));
                }
            }
            case UINT16 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = (short) SHORT.get(page, 2 * (from + i)) & 0xffff;
                }
            }
            case SPLIT_UINT16 -> split16(page, size, from, count, out, to);
            case SPLIT_INT16 -> {
                split16(page, size, from, count, out, to);
                zigzag(out, to, count);
            }
            case SPLIT_INT32 -> {
                split32(page, size, from, count, out, to);
                zigzag(out, to, count);
            }
            default ->
                ByteBuffer.wrap(page)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asIntBuffer()
                        .get(from, out, to, count);
        }
    }

    /** Decodes those of {@link Encoding.Kind#LONG}; what is beyond 2^63 becomes negative. */
    static void longs(Encoding encoding, byte[] page, int size, int from, int count, long[] out, int to) {
        switch (encoding) {
            case UINT32 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = (int) INT.get(page, 4 * (from + i)) & 0xffffffffL;
                }
            }
            case SPLIT_UINT32 -> {
                for (int i = 0; i < count; i++) {
                    out[to + i] = element32(page, size, from + i) & 0xffffffffL;
                }
            }
            case SPLIT_UINT64 -> split64(page, size, from, count, out, to);
            case SPLIT_INT64 -> {
                split64(page, size, from, count, out, to);
                for (int i = to; i < to + count; i++) {
                    out[i] = out[i] >>> 1 ^ -(out[i] & 1);
                }
            }
            default ->
                ByteBuffer.wrap(page)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asLongBuffer()
                        .get(from, out, to, count);
        }
    }

    private static void zigzag(int[] out, int to, int count) {
        for (int i = to; i < to + count; i++) {
            out[i] = out[i] >>> 1 ^ -(out[i] & 1);
        }
    }

    private static void split16(byte[] page, int size, int from, int count, int[] out, int to) {
        for (int i = 0; i < count; i++) {
            out[to + i] = page[from + i] & 0xff | (page[size + from + i] & 0xff) << 8;
        }
    }

    private static void split32(byte[] page, int size, int from, int count, int[] out, int to) {
        for (int i = 0; i < count; i++) {
            out[to + i] = element32(page, size, from + i);
        }
    }

    private static void split64(byte[] page, int size, int from, int count, long[] out, int to) {
        for (int i = 0; i < count; i++) {
            out[to + i] = element64(page, size, from + i);
        }
    }

    /** Returns the bits of an element of a split page. */
    static int element32(byte[] page, int size, int i) {
        return page[i] & 0xff
                | (page[size + i] & 0xff) << 8
                | (page[2 * size + i] & 0xff) << 16
                | page[3 * size + i] << 24;
    }

    /** Returns the bits of an element of a split page. */
    static long element64(byte[] page, int size, int i) {
        return element32(page, size, i) & 0xffffffffL | (long) element32(page, size, 4 * size + i) << 32;
    }
}
