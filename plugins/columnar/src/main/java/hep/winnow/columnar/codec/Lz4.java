package hep.winnow.columnar.codec;

import hep.winnow.columnar.file.Damage;
import java.nio.ByteBuffer;

/** Unpacks a block of LZ4: literals, each followed by a copy of what came before. */
final class Lz4 {
    private static final int SHORTEST_COPY = 4;
    private static final int MORE = 15;

    private Lz4() {}

    /** Returns the {@code length} bytes that were packed. */
    static byte[] unpack(byte[] packed, int length) {
        byte[] out = new byte[length];
        int n = unpack(packed, out, 0, length);
        if (n != length) {
            throw new Damage.Found("it unpacks to " + n + " bytes, but should to " + length);
        }
        return out;
    }

    /**
     * Unpacks a block.
     *
     * @param out takes the bytes from {@code start} to at most {@code end}; what stands before may be copied
     * @return the index behind the last byte
     */
    static int unpack(byte[] packed, byte[] out, int start, int end) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        int at = start;
        while (in.hasRemaining()) {
            int token = in.get() & 0xff;
            int literal = length(token >> 4, in);
            if (literal < 0 || literal > in.remaining() || literal > end - at) {
                throw new Damage.Found("it does not unpack");
            }
            in.get(out, at, literal);
            at += literal;
            if (!in.hasRemaining()) {
                break;
            }
            int back = in.get() & 0xff | (in.get() & 0xff) << 8;
            int copy = SHORTEST_COPY + length(token & MORE, in);
            if (back == 0 || back > at || copy < 0 || copy > end - at) {
                throw new Damage.Found("it does not unpack");
            }
            for (int i = 0; i < copy; i++) {
                out[at + i] = out[at + i - back];
            }
            at += copy;
        }
        return at;
    }

    private static int length(int first, ByteBuffer in) {
        int length = first;
        if (first == MORE) {
            int more;
            do {
                more = in.get() & 0xff;
                length += more;
            } while (more == 255);
        }
        return length;
    }
}
