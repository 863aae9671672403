package hep.winnow.root.file;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.XZInputStream;

/** Unpacks what ROOT packed: blocks of at most 16 MB, each behind nine bytes that tell how, and both sizes. */
public final class Packing {
    /** Length of what stands before each block. */
    public static final int HEAD = 9;

    private static final int CHECKSUM = 8;
    private static final int LZMA_MEMORY_KIB = 70 << 10;

    private Packing() {}

    /**
     * Unpacks.
     *
     * @param packed holds the blocks, one behind the other
     * @param from where the first one begins
     * @param length of all blocks in bytes
     * @param size number of bytes that they unpack to; where it equals {@code length}, nothing is packed
     * @throws Damage.Found if they do not
     */
    public static byte[] unpack(byte[] packed, int from, int length, int size) throws IOException {
        if (from < 0 || length < 0 || length > packed.length - from || size < 0) {
            throw new Damage.Found("it tells a wrong size");
        }
        if (length == size) {
            return from == 0 && length == packed.length
                    ? packed
                    : java.util.Arrays.copyOfRange(packed, from, from + length);
        }
        check(packed, from, from + length, size);
        byte[] out = new byte[size];
        int at = from;
        int to = 0;
        while (to < size) {
            int in = three(packed, at + 3);
            int block = three(packed, at + 6);
            unpackBlock(packed, at, in, out, to, block);
            at += HEAD + in;
            to += block;
        }
        return out;
    }

    /** Sees, before memory is taken, that the sizes of the blocks fit, and that none claims to be packed better than its codec can. */
    private static void check(byte[] packed, int from, int end, int size) {
        long sum = 0;
        int at = from;
        while (sum < size) {
            if (end - at < HEAD) {
                throw new Damage.Found("its blocks unpack to " + sum + " bytes, but should to " + size);
            }
            int in = three(packed, at + 3);
            int block = three(packed, at + 6);
            if (in > end - at - HEAD || block == 0 || block > (long) in * ratio(packed, at) + 64) {
                throw new Damage.Found("a block of " + in + " bytes says that it unpacks to " + block);
            }
            sum += block;
            at += HEAD + in;
        }
        if (sum != size) {
            throw new Damage.Found("its blocks unpack to " + sum + " bytes, but should to " + size);
        }
    }

    private static String codec(byte[] packed, int at) {
        return "" + (char) packed[at] + (char) packed[at + 1];
    }

    private static int ratio(byte[] packed, int at) {
        return switch (codec(packed, at)) {
            case "ZL", "CS" -> 1040;
            case "XZ" -> 8000;
            case "L4" -> 256;
            case "ZS" -> 40_000;
            default -> throw new Damage.Found("it is packed by something unknown, '" + printable(packed, at) + "'");
        };
    }

    private static String printable(byte[] packed, int at) {
        return codec(packed, at).replaceAll("[^ -~]", "?");
    }

    private static int three(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16;
    }

    private static void unpackBlock(byte[] packed, int at, int in, byte[] out, int to, int size) throws IOException {
        int from = at + HEAD;
        switch (codec(packed, at)) {
            case "ZL" -> inflate(false, packed, from, in, out, to, size);
            case "CS" -> inflate(true, packed, from, in, out, to, size);
            case "XZ" -> lzma(packed, from, in, out, to, size);
            case "L4" -> lz4(packed, from, in, out, to, size);
            default -> zstd(packed, from, in, out, to, size);
        }
    }

    private static void inflate(boolean isOld, byte[] packed, int from, int in, byte[] out, int to, int size) {
        Inflater inflater = new Inflater(isOld);
        try {
            inflater.setInput(packed, from, in);
            int n = 0;
            while (n < size) {
                int got = inflater.inflate(out, to + n, size - n);
                if (got == 0) {
                    throw unpacksTo(n, size);
                }
                n += got;
            }
        } catch (DataFormatException e) {
            throw fails(e);
        } finally {
            inflater.end();
        }
    }

    private static void lzma(byte[] packed, int from, int in, byte[] out, int to, int size) throws IOException {
        try (XZInputStream stream = new XZInputStream(
                new ByteArrayInputStream(packed, from, in), LZMA_MEMORY_KIB, true, BasicArrayCache.getInstance())) {
            int n = stream.readNBytes(out, to, size);
            if (n != size) {
                throw unpacksTo(n, size);
            }
        } catch (org.tukaani.xz.XZIOException | java.io.EOFException e) {
            throw fails(e);
        }
    }

    private static void lz4(byte[] packed, int from, int in, byte[] out, int to, int size) {
        if (in < CHECKSUM) {
            throw new Damage.Found("it does not unpack: a block of LZ4 has " + in + " bytes");
        }
        long told = 0;
        for (int i = 0; i < CHECKSUM; i++) {
            told = told << 8 | packed[from + i] & 0xff;
        }
        int length = in - CHECKSUM;
        if (Xxh64.of(packed, from + CHECKSUM, length) != told) {
            throw new Damage.Found("a block of LZ4 is not what its checksum says");
        }
        try {
            // The library wants some room behind the end of what it writes, or is slow and careful there; both are
            // right.
            int n = new Lz4Decompressor().decompress(packed, from + CHECKSUM, length, out, to, size);
            if (n != size) {
                throw unpacksTo(n, size);
            }
        } catch (MalformedInputException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException e) {
            throw fails(e);
        }
    }

    private static void zstd(byte[] packed, int from, int in, byte[] out, int to, int size) {
        try {
            int n = new ZstdDecompressor().decompress(packed, from, in, out, to, size);
            if (n != size) {
                throw unpacksTo(n, size);
            }
        } catch (MalformedInputException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException e) {
            throw fails(e);
        }
    }

    private static Damage.Found unpacksTo(int n, int size) {
        return new Damage.Found("a block unpacks to " + n + " bytes, but should to " + size);
    }

    private static Damage.Found fails(Exception e) {
        return new Damage.Found("it does not unpack: " + e.getMessage());
    }
}
