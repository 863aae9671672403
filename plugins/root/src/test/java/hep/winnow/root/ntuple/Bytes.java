package hep.winnow.root.ntuple;

import hep.winnow.root.file.Xxh3;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that are being put together, numbers with the lowest byte first unless their names say otherwise. */
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    int size() {
        return out.size();
    }

    byte[] all() {
        return out.toByteArray();
    }

    Bytes raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Writes the lowest {@code count} bytes of a number. */
    Bytes low(long value, int count) {
        for (int i = 0; i < count; i++) {
            out.write((int) (value >> 8 * i));
        }
        return this;
    }

    Bytes i16(int value) {
        return low(value, 2);
    }

    Bytes i32(long value) {
        return low(value, 4);
    }

    Bytes i64(long value) {
        return low(value, 8);
    }

    Bytes f64(double value) {
        return i64(Double.doubleToRawLongBits(value));
    }

    Bytes text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return i32(bytes.length).raw(bytes);
    }

    /** Writes {@code count} bytes of a number, the highest one first. */
    Bytes big(long value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            out.write((int) (value >> 8 * i));
        }
        return this;
    }

    /** Writes a short text as ROOT does outside of ntuples. */
    Bytes name(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return big(bytes.length, 1).raw(bytes);
    }

    /** Returns these bytes in a record. */
    byte[] record() {
        return new Bytes().i64(out.size() + 8L).raw(all()).all();
    }

    /** Returns these bytes in a list. */
    byte[] list(int items) {
        return new Bytes().i64(-(out.size() + 12L)).i32(items).raw(all()).all();
    }

    /** Returns these bytes in an envelope. */
    byte[] envelope(int type) {
        Bytes whole = new Bytes().i64(out.size() + 16L << 16 | type).raw(all());
        return whole.i64(Xxh3.of(whole.all(), 0, whole.size())).all();
    }
}
