package hep.winnow.acceptance.formats;

import hep.winnow.api.random.RandomStream;
import java.util.Arrays;

/** Damages files. */
public final class Mutation {
    private static final byte[] ODD = {0, 1, -1, 0x7f, (byte) 0x80, '0', '9', ',', '"', '\n', '(', '{'};

    private Mutation() {}

    /** Returns the bytes with one to four changes: a bit, a byte, a run of bytes, a piece left out, doubled, or put elsewhere. */
    public static byte[] of(byte[] bytes, int seed) {
        RandomStream random = new RandomStream(seed);
        byte[] out = bytes.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && out.length > 0; i++) {
            out = change(out, random);
        }
        return out;
    }

    private static byte[] change(byte[] bytes, RandomStream random) {
        // Half of the changes are at the head or tail, where formats keep what they say of themselves.
        int span = random.nextInt(2) == 0 ? bytes.length : Math.min(bytes.length, 128);
        int at = random.nextInt(span);
        at = random.nextInt(4) == 0 ? bytes.length - 1 - at : at;
        int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
        return switch (random.nextInt(6)) {
            case 0 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 1 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 2 -> {
                Arrays.fill(bytes, at, at + Math.min(length, 8), ODD[random.nextInt(ODD.length)]);
                yield bytes;
            }
            case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> {
                System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                yield bytes;
            }
        };
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] out = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, out, head.length, tail.length);
        return out;
    }
}
