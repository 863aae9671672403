package hep.winnow.npy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The values of one column on their way into a file: an array's header tells how many there are, and how long the longest string is, which is known behind the last of
 * them. Until then they lie in a file of their own, which is open only while values are added: there may be more columns than a program may have files open.
 */
final class Spool implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final ColumnType type;
    private long count;
    private int longest = 1;

    /** Begins an empty file. */
    Spool(Path path, ColumnType type) throws IOException {
        this.path = path;
        this.type = type;
        Files.write(path, new byte[0]);
    }

    /** Adds all values of a column, which is none of lists. */
    void add(Column column) throws IOException {
        if (column.size() == 0) {
            return;
        }
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
            if (column instanceof Column.Strings strings) {
                DataOutputStream texts = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
                for (String value : strings.values()) {
                    add(value, texts);
                }
                texts.flush();
            } else {
                out.write(bytes(column));
            }
        }
        count += column.size();
    }

    private void add(String value, DataOutputStream out) throws IOException {
        if (value.endsWith("\0")) {
            throw UserError.data(
                    "a string that ends in a NUL character cannot be written: NumPy takes it for filling",
                    "leave the column out, or write another format");
        }
        longest = Math.max(longest, value.codePointCount(0, value.length()));
        byte[] text = value.getBytes(StandardCharsets.UTF_16BE);
        out.writeInt(text.length);
        out.write(text);
    }

    private static byte[] bytes(Column column) {
        int n = column.size();
        if (column instanceof Column.Booleans c) {
            byte[] raw = new byte[n];
            for (int i = 0; i < n; i++) {
                raw[i] = (byte) (c.values()[i] ? 1 : 0);
            }
            return raw;
        }
        boolean isWide = column.type() == ColumnType.DOUBLE || column.type() == ColumnType.LONG;
        ByteBuffer raw = ByteBuffer.allocate(n * (isWide ? 8 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        if (column instanceof Column.Doubles c) {
            raw.asDoubleBuffer().put(c.values());
        } else if (column instanceof Column.Floats c) {
            raw.asFloatBuffer().put(c.values());
        } else if (column instanceof Column.Longs c) {
            raw.asLongBuffer().put(c.values());
        } else if (column instanceof Column.Ints c) {
            raw.asIntBuffer().put(c.values());
        } else {
            throw new IllegalArgumentException("no column of numbers: " + column.getClass());
        }
        return raw.array();
    }

    /** Returns the number of values. */
    long count() {
        return count;
    }

    /** Returns how NumPy calls the type of the values. */
    String descr() {
        return switch (type) {
            case BOOLEAN -> "|b1";
            case INT -> "<i4";
            case LONG -> "<i8";
            case FLOAT -> "<f4";
            case DOUBLE -> "<f8";
            case STRING -> "<U" + longest;
        };
    }

    /** Returns how many bytes a value has in an array. */
    int bytes() {
        return ElementType.of(descr()).bytes();
    }

    /** Reads the values back, as an array has them. */
    Values values() {
        return new Values();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    /** The values from the first one on. */
    final class Values {
        private final DataInputStream in = new DataInputStream(new Pieces(path));
        private final byte[] value = new byte[bytes()];

        private Values() {}

        /** Writes the next value. */
        void next(OutputStream to) throws IOException {
            if (type == ColumnType.STRING) {
                text();
            } else {
                in.readFully(value);
            }
            to.write(value);
        }

        private void text() throws IOException {
            byte[] raw = new byte[in.readInt()];
            in.readFully(raw);
            ByteBuffer filled = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
            new String(raw, StandardCharsets.UTF_16BE).codePoints().forEach(filled::putInt);
            while (filled.hasRemaining()) {
                filled.putInt(0);
            }
        }
    }

    /** The bytes of a file, of which a piece at a time is read; the file is open only meanwhile. */
    private static final class Pieces extends InputStream {
        private static final int PIECE = 1 << 15;

        private final Path path;
        private final ByteBuffer piece = ByteBuffer.allocate(PIECE).limit(0);
        private long position;

        Pieces(Path path) {
            this.path = path;
        }

        /** Tells whether there are more bytes. */
        private boolean hasMore() throws IOException {
            if (!piece.hasRemaining()) {
                piece.clear();
                try (SeekableByteChannel channel = Files.newByteChannel(path)) {
                    channel.position(position);
                    position += Math.max(0, channel.read(piece));
                }
                piece.flip();
            }
            return piece.hasRemaining();
        }

        @Override
        public int read() throws IOException {
            return hasMore() ? piece.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int n = Math.min(length, piece.remaining());
            piece.get(to, from, n);
            return n;
        }
    }
}
