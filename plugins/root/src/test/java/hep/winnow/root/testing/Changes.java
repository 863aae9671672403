package hep.winnow.root.testing;

import hep.winnow.api.random.RandomStream;
import java.util.Arrays;

/** Damages files. */
public final class Changes {
    private Changes() {}

    /** Returns a copy of some bytes with one to three changes: a bit, a byte, a run of bytes, a piece put elsewhere or left out. */
    public static byte[] of(byte[] bytes, RandomStream random) {
        int changes = 1 + random.nextInt(3);
        byte[] out = bytes.clone();
        for (int i = 0; i < changes && out.length > 0; i++) {
            int at = random.nextInt(out.length);
            switch (random.nextInt(5)) {
                case 0 -> out[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> out[at] = (byte) random.nextInt(256);
                case 2 ->
                    Arrays.fill(
                            out, at, Math.min(out.length, at + 1 + random.nextInt(8)), (byte) (random.nextInt(3) - 1));
                case 3 -> {
                    int length = Math.min(out.length - at, 1 + random.nextInt(16));
                    System.arraycopy(out.clone(), random.nextInt(out.length - length + 1), out, at, length);
                }
                default -> {
                    int cut = Math.min(out.length - at, 1 + random.nextInt(16));
                    byte[] shorter = Arrays.copyOf(out, out.length - cut);
                    System.arraycopy(out, at + cut, shorter, at, out.length - at - cut);
                    out = shorter;
                }
            }
        }
        return out;
    }
}
