package hep.winnow.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file that is one array.
 *
 * @param file the file
 * @param length of it
 */
record PlainFile(Path file, long length) implements Store {
    private static final int BUFFER = 1 << 16;

    @Override
    public String where() {
        return file.toString();
    }

    @Override
    public InputStream open(long offset) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            channel.position(offset);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
    }
}
