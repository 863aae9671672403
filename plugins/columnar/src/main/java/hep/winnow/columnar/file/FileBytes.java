package hep.winnow.columnar.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Pieces of a file, wherever they lie. */
public final class FileBytes {
    private FileBytes() {}

    /**
     * Returns bytes of a file, the lowest byte of a number first.
     *
     * @param from offset of the first one
     * @param length how many; the caller knows that the file has as many
     * @throws EOFException if the file has become shorter
     */
    public static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("it ends at byte " + (from + bytes.position()));
            }
        }
        return bytes.flip();
    }
}
