package hep.winnow.columnar.arrow;

import hep.winnow.columnar.file.Damage;
import hep.winnow.columnar.file.FileBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * A message: a description, and a body that it describes.
 *
 * @param kind {@link #SCHEMA}, {@link #DICTIONARY}, {@link #BATCH} or another
 * @param header what is told of the body
 * @param body offset of the body in the file
 * @param bodyLength its bytes
 */
record Message(int kind, FlatTable header, long body, long bodyLength) {
    static final int CONTINUATION = -1;
    static final int SCHEMA = 1;
    static final int DICTIONARY = 2;
    static final int BATCH = 3;

    private static final int PREFIX = 8;
    private static final int LONGEST = 1 << 28;
    private static final int VERSION_4 = 3;
    private static final int VERSION_5 = 4;

    /** Returns the message at an offset; empty where a stream ends. */
    static Optional<Message> read(FileChannel file, long at) throws IOException {
        long size = file.size();
        if (at == size) {
            return Optional.empty();
        }
        if (at < 0 || size - at < 4) {
            throw new Damage.Found("a message should begin at byte " + at + ", but the file has " + size);
        }
        ByteBuffer prefix = FileBytes.read(file, at, (int) Math.min(PREFIX, size - at));
        boolean isOld = prefix.getInt(0) != CONTINUATION;
        long length = prefix.getInt(isOld ? 0 : 4);
        long start = at + (isOld ? 4 : PREFIX);
        if (length == 0) {
            if (start < size) {
                throw new Damage.Found("it goes on behind its end, at byte " + start);
            }
            return Optional.empty();
        }
        if (length < 0 || length > LONGEST || length > size - start) {
            throw new Damage.Found(
                    "a message at byte " + at + " has a description of " + length + " bytes, but the file has " + size);
        }
        FlatTable table = FlatTable.root(FileBytes.read(file, start, (int) length));
        checkVersion(table.i16(0, 0));
        long bodyLength = table.i64(3, 0);
        long body = start + length;
        if (bodyLength < 0 || bodyLength > size - body) {
            throw new Damage.Found(
                    "a message at byte " + at + " has a body of " + bodyLength + " bytes, but the file has " + size);
        }
        return Optional.of(new Message(table.i8(1, 0), table.need(2, "header"), body, bodyLength));
    }

    static void checkVersion(int version) {
        if (version < VERSION_4 || version > VERSION_5) {
            throw new Damage.Found("its metadata are of version " + (version + 1) + ", expected 4 or 5");
        }
    }

    /** Tells whether a table is a message with a schema. */
    static boolean isSchema(FlatTable message) {
        int version = message.i16(0, 0);
        return version >= 0 && version <= VERSION_5 && message.i8(1, 0) == SCHEMA && message.i64(3, 0) == 0;
    }

    /** Returns the offset behind it. */
    long end() {
        return body + bodyLength;
    }
}
