package hep.winnow.columnar.codec;

import hep.winnow.columnar.file.Damage;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdDecompressor;

/** Unpacks Zstandard, by a library. */
final class Zstd {
    private Zstd() {}

    /** Returns the {@code length} bytes that were packed. */
    static byte[] unpack(byte[] packed, int length) {
        byte[] out = new byte[length];
        try {
            int n = new ZstdDecompressor().decompress(packed, 0, packed.length, out, 0, length);
            if (n != length) {
                throw new Damage.Found("it unpacks to " + n + " bytes, but should to " + length);
            }
            return out;
        } catch (MalformedInputException | IllegalArgumentException | IllegalStateException e) {
            throw new Damage.Found("it does not unpack: " + e.getMessage());
        }
    }
}
