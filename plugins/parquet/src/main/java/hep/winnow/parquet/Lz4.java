package hep.winnow.parquet;

import java.nio.ByteBuffer;

/** Unpacks a block of LZ4: literals, each followed by a copy of what came before. */
final class Lz4 {
    private static final int SHORTEST_COPY = 4;
    private static final int MORE = 15;

    private Lz4() {}

    /** Returns the {@code length} bytes that were packed. */
    static byte[] unpack(byte[] packed, int length) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        byte[] out = new byte[length];
        int at = 0;
        while (in.hasRemaining()) {
            int token = in.get() & 0xff;
            int literal = length(token >> 4, in);
            if (literal > in.remaining() || literal > length - at) {
                throw new Damage.Found("it does not unpack");
            }
            in.get(out, at, literal);
            at += literal;
            if (!in.hasRemaining()) {
                break;
            }
            int back = in.get() & 0xff | (in.get() & 0xff) << 8;
            int copy = SHORTEST_COPY + length(token & MORE, in);
            if (back == 0 || back > at || copy < 0 || copy > length - at) {
                throw new Damage.Found("it does not unpack");
            }
            for (int i = 0; i < copy; i++) {
                out[at + i] = out[at + i - back];
            }
            at += copy;
        }
        if (at != length) {
            throw new Damage.Found("it unpacks to " + at + " bytes, but should to " + length);
        }
        return out;
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
