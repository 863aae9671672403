package hep.winnow.root.tree;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The values of a basket, as ROOT streams them. */
final class Bytes {
    private static final int HAS_COUNT = 0x40000000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final List<Integer> begins = new ArrayList<>();

    /** Something that writes. */
    private interface Writing {
        void write(DataOutputStream out) throws IOException;
    }

    private Bytes write(Writing writing) {
        try {
            writing.write(out);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins an entry. */
    Bytes entry() {
        begins.add(bytes.size());
        return this;
    }

    Bytes i8(int value) {
        return write(o -> o.writeByte(value));
    }

    Bytes i16(int value) {
        return write(o -> o.writeShort(value));
    }

    Bytes i32(int value) {
        return write(o -> o.writeInt(value));
    }

    Bytes i64(long value) {
        return write(o -> o.writeLong(value));
    }

    Bytes f32(float value) {
        return write(o -> o.writeFloat(value));
    }

    Bytes f64(double value) {
        return write(o -> o.writeDouble(value));
    }

    Bytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return i8(utf8.length).write(o -> o.write(utf8));
    }

    /** Writes a header with the number of bytes behind it, and what is behind it. */
    Bytes headed(int version, Bytes inside) {
        byte[] all = inside.bytes.toByteArray();
        return i32(HAS_COUNT | all.length + 2).i16(version).write(o -> o.write(all));
    }

    /** Writes a {@code TObject}. */
    Bytes tObject() {
        return i16(1).i32(0).i32(0x03000000);
    }

    byte[] all() {
        return bytes.toByteArray();
    }

    /** Returns a basket that tells where its entries begin. */
    Basket basket() {
        int[] offsets = new int[begins.size() + 1];
        for (int i = 0; i < begins.size(); i++) {
            offsets[i] = begins.get(i);
        }
        offsets[begins.size()] = bytes.size();
        return new Basket(all(), 0, bytes.size(), offsets, begins.size(), false);
    }

    /** Returns a basket that does not. */
    Basket basketOf(int entries) {
        return new Basket(all(), 0, bytes.size(), null, entries, false);
    }
}
