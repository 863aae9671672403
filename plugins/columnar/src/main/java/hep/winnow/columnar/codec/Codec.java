package hep.winnow.columnar.codec;

import hep.winnow.api.event.Compression;
import hep.winnow.columnar.file.Damage;
import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How pages are packed. */
public final class Codec {
    /** What macros call those that pages can be packed by. */
    public static final List<String> NAMES = List.of("snappy", "gzip", "lz4", "zstd");

    private static final int NONE = 0;
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;
    private static final int ZSTD = 6;
    private static final int LZ4_RAW = 7;

    /** The highest level of {@code compression=} that means speed more than size. */
    private static final int FAST = 3;

    /** No codec packs better than this; a page that claims more is damaged. */
    static final long ZSTD_RATIO = 40_000;

    static final long SLACK = 1 << 16;

    private Codec() {}

    /** Tells whether pages of a codec can be unpacked. */
    public static boolean isKnown(int codec) {
        return codec == NONE || codec == SNAPPY || codec == GZIP || codec == ZSTD || codec == LZ4_RAW;
    }

    /** Returns what a page holds. */
    public static byte[] unpack(int codec, byte[] packed, int length) throws IOException {
        if (codec == NONE) {
            if (packed.length != length) {
                throw new Damage.Found("a page has " + packed.length + " bytes, but should have " + length);
            }
            return packed;
        }
        long ratio = codec == ZSTD ? ZSTD_RATIO : 1100;
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

    /** Returns the codec that is asked for, one of {@link #NAMES}; if none is, Snappy for levels 1 to 3, and Zstandard for 4 to 9. Each has one level, its default. */
    public static int of(Compression compression) {
        if (compression.level() == 0) {
            return NONE;
        }
        String name = compression.codec().orElse(compression.level() <= FAST ? "snappy" : "zstd");
        return switch (name) {
            case "snappy" -> SNAPPY;
            case "gzip" -> GZIP;
            case "lz4" -> LZ4_RAW;
            case "zstd" -> ZSTD;
            default -> throw new IllegalArgumentException("pages are not packed by '" + name + "'");
        };
    }

    /** Packs a page by a codec that {@link #of} gives. */
    public static byte[] pack(int codec, byte[] page) throws IOException {
        return switch (codec) {
            case NONE -> page;
            case SNAPPY -> pack(new SnappyCompressor(), page);
            case GZIP -> gzipped(page);
            case ZSTD -> pack(new ZstdCompressor(), page);
            case LZ4_RAW -> pack(new Lz4Compressor(), page);
            default -> throw new IllegalArgumentException("pages are not packed by codec " + codec);
        };
    }

    private static byte[] pack(Compressor compressor, byte[] page) {
        byte[] out = new byte[compressor.maxCompressedLength(page.length)];
        int length = compressor.compress(page, 0, page.length, out, 0, out.length);
        return Arrays.copyOf(out, length);
    }

    private static byte[] gzipped(byte[] page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(page);
        }
        return bytes.toByteArray();
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
