package hep.winnow.columnar.codec;

import hep.winnow.columnar.file.Damage;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is packed, as a stream that unpacks it piece by piece: memory holds what a codec looks back to, whatever the length. */
public final class Unpacking {
    private static final int BUFFER = 1 << 14;

    /** LZ4 spends at least a byte on 255. */
    private static final long LZ4_RATIO = 256;

    private Unpacking() {}

    /** Returns the most that so many bytes can unpack to. */
    public static long most(long packed, boolean isZstd) {
        return packed * (isZstd ? Codec.ZSTD_RATIO : LZ4_RATIO) + Codec.SLACK;
    }

    /** Returns what a frame of Zstandard holds. */
    public static InputStream zstd(InputStream packed) {
        return new Checked(new ZstdInputStream(buffered(packed)));
    }

    /** Returns what a frame of LZ4 holds. */
    public static InputStream lz4Frame(InputStream packed) {
        return new Lz4FrameInput(buffered(packed));
    }

    private static InputStream buffered(InputStream packed) {
        return new BufferedInputStream(packed, BUFFER);
    }

    /** Puts the library's errors into our words. */
    private static final class Checked extends FilterInputStream {
        Checked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] out, int from, int length) throws IOException {
            try {
                return super.read(out, from, length);
            } catch (MalformedInputException
                    | IllegalArgumentException
                    | IllegalStateException
                    | IndexOutOfBoundsException e) {
                throw new Damage.Found("it does not unpack: " + e.getMessage());
            }
        }

        @Override
        public long skip(long n) throws IOException {
            return readNBytes((int) Math.min(n, BUFFER)).length;
        }
    }
}
