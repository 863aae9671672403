package hep.winnow.columnar.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes structures of Thrift's compact protocol. Fields come in the order of their numbers. */
final class ThriftWriter {
    private static final int BYTES = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> fields = new ArrayDeque<>();

    ThriftWriter() {
        fields.push(0);
    }

    /** Writes a number of 32 bits. */
    ThriftWriter i32(int field, long value) {
        head(field, 5);
        varint(value << 1 ^ value >> 63);
        return this;
    }

    /** Writes a number of 64 bits. */
    ThriftWriter i64(int field, long value) {
        head(field, 6);
        varint(value << 1 ^ value >> 63);
        return this;
    }

    ThriftWriter text(int field, String value) {
        head(field, BYTES);
        return item(value);
    }

    /** Begins a structure; {@link #end} ends it. */
    ThriftWriter struct(int field) {
        head(field, STRUCT);
        return item();
    }

    /** Begins a list of structures, each begun by {@link #item()}. */
    ThriftWriter structs(int field, int size) {
        return list(field, size, STRUCT);
    }

    /** Begins a list of texts, each written by {@link #item(String)}. */
    ThriftWriter texts(int field, int size) {
        return list(field, size, BYTES);
    }

    /** Begins a list of numbers of 32 bits, each written by {@link #item(int)}. */
    ThriftWriter numbers(int field, int size) {
        return list(field, size, 5);
    }

    private ThriftWriter list(int field, int size, int type) {
        head(field, LIST);
        if (size < 15) {
            out.write(size << 4 | type);
        } else {
            out.write(0xf0 | type);
            varint(size);
        }
        return this;
    }

    ThriftWriter item() {
        fields.push(0);
        return this;
    }

    ThriftWriter item(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    ThriftWriter item(int value) {
        varint((long) value << 1 ^ value >> 31);
        return this;
    }

    /** Ends the structure that was begun last. */
    ThriftWriter end() {
        out.write(0);
        fields.pop();
        return this;
    }

    /** Ends the outermost structure, and returns all bytes. */
    byte[] bytes() {
        out.write(0);
        return out.toByteArray();
    }

    private void head(int field, int type) {
        int delta = field - fields.pop();
        fields.push(field);
        if (delta <= 0 || delta > 15) {
            throw new IllegalArgumentException("field " + field + " is not behind the one before");
        }
        out.write(delta << 4 | type);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
