package hep.winnow.columnar.arrow;

import hep.winnow.columnar.file.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a buffer, one behind the other; no more of them are in memory than are asked for. */
final class BufferInput {
    private final InputStream in;
    private long left;

    /** Makes one of so many bytes. */
    BufferInput(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    /** Returns the next {@code n} bytes, the lowest of a number first. */
    ByteBuffer take(long n) throws IOException {
        return ByteBuffer.wrap(bytes(n)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the next {@code n} bytes. */
    byte[] bytes(long n) throws IOException {
        check(n);
        byte[] bytes = in.readNBytes((int) n);
        if (bytes.length < n) {
            throw new Damage.Found("a buffer ends too early");
        }
        left -= n;
        return bytes;
    }

    /** Leaves {@code n} bytes out. */
    void skip(long n) throws IOException {
        check(n);
        in.skipNBytes(n);
        left -= n;
    }

    /** Returns how many bytes are left. */
    long left() {
        return left;
    }

    private void check(long n) {
        if (n < 0 || n > left || n > Integer.MAX_VALUE - 8) {
            throw new Damage.Found("a buffer should have " + n + " bytes more, but has " + left);
        }
    }
}
