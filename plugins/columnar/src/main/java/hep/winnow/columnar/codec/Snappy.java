package hep.winnow.columnar.codec;

import hep.winnow.columnar.file.Damage;
import java.nio.ByteBuffer;

/** Unpacks what Snappy packed: pieces of text as they are, and copies of what came before. */
final class Snappy {
    private Snappy() {}

    /** Returns the {@code length} bytes that were packed. */
    static byte[] unpack(byte[] packed, int length) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        long told = Varint.read(in);
        if (told != length) {
            throw new Damage.Found("it unpacks to " + told + " bytes, but should to " + length);
        }
        byte[] out = new byte[length];
        int at = 0;
        while (in.hasRemaining()) {
            int tag = in.get() & 0xff;
            if ((tag & 3) == 0) {
                int size = 1 + literal(tag >> 2, in);
                if (size <= 0 || size > in.remaining() || size > length - at) {
                    throw new Damage.Found("it does not unpack");
                }
                in.get(out, at, size);
                at += size;
            } else {
                at = copy(tag, in, out, at);
            }
        }
        if (at != length) {
            throw new Damage.Found("it unpacks to " + at + " bytes, but should to " + length);
        }
        return out;
    }

    private static int literal(int head, ByteBuffer in) {
        int value = head;
        if (head >= 60) {
            value = 0;
            for (int i = 0; i < head - 59; i++) {
                value |= (in.get() & 0xff) << 8 * i;
            }
        }
        return value;
    }

    private static int copy(int tag, ByteBuffer in, byte[] out, int at) {
        int size = (tag & 3) == 1 ? 4 + (tag >> 2 & 7) : 1 + (tag >> 2);
        int back = switch (tag & 3) {
            case 1 -> (tag & 0xe0) << 3 | in.get() & 0xff;
            case 2 -> in.get() & 0xff | (in.get() & 0xff) << 8;
            default -> in.get() & 0xff | (in.get() & 0xff) << 8 | (in.get() & 0xff) << 16 | (in.get() & 0xff) << 24;
        };
        if (back <= 0 || back > at || size > out.length - at) {
            throw new Damage.Found("it does not unpack");
        }
        for (int i = 0; i < size; i++) {
            out[at + i] = out[at + i - back];
        }
        return at + size;
    }
}
