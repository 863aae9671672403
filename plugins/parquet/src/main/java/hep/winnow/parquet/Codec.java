package hep.winnow.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** How pages are packed. */
final class Codec {
    private static final int NONE = 0;
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;
    private static final int ZSTD = 6;
    private static final int LZ4_RAW = 7;

    /** No codec packs better than this; a page that claims more is damaged. */
    private static final long MAX_RATIO = 40_000;

    private static final long SLACK = 1 << 16;

    private Codec() {}

    /** Tells whether pages of a codec can be unpacked. */
    static boolean isKnown(int codec) {
        return codec == NONE || codec == SNAPPY || codec == GZIP || codec == ZSTD || codec == LZ4_RAW;
    }

    /** Returns what a page holds. */
    static byte[] unpack(int codec, byte[] packed, int length) throws IOException {
        if (codec == NONE) {
            if (packed.length != length) {
                throw new Damage.Found("a page has " + packed.length + " bytes, but should have " + length);
            }
            return packed;
        }
        long ratio = codec == ZSTD ? MAX_RATIO : 1100;
        if (length > packed.length * ratio + SLACK) {
            throw new Damage.Found("a page of " + packed.length + " bytes says that it unpacks to " + length);
        }
        if (length == 0) {
            return new byte[0];
        }
        return switch (codec) {
            case SNAPPY -> Snappy.unpack(packed, length);
            case GZIP -> gzip(packed, length);
            case ZSTD -> Zstd.unpack(packed, length);
            default -> Lz4.unpack(packed, length);
        };
    }

    private static byte[] gzip(byte[] packed, int length) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] out = in.readNBytes(length);
            if (out.length < length || in.read() >= 0) {
                throw new Damage.Found("a page does not unpack to " + length + " bytes");
            }
            return out;
        }
    }
}
