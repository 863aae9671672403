package hep.winnow.hdf5.write;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Fields of a structure of the format, one behind the other, the lowest byte first. */
final class Fields {
    /** An address that points nowhere. */
    static final long UNDEFINED = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Adds a number of that many bytes, at most 8. */
    Fields number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i));
        }
        return this;
    }

    /** Adds a number of one byte. */
    Fields i1(long value) {
        return number(value, 1);
    }

    /** Adds a number of two bytes. */
    Fields i2(long value) {
        return number(value, 2);
    }

    /** Adds a number of four bytes. */
    Fields i4(long value) {
        return number(value, 4);
    }

    /** Adds a number of eight bytes. */
    Fields i8(long value) {
        return number(value, 8);
    }

    /** Adds a signature: one character a byte. */
    Fields signature(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds bytes as they are. */
    Fields raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Adds zeros. */
    Fields zeros(int count) {
        return raw(new byte[count]);
    }

    /** Adds zeros up to a multiple of 8 bytes. */
    Fields align() {
        return zeros(-out.size() & 7);
    }

    /** Adds the checksum of all bytes so far. */
    Fields checksum() {
        return i4(Lookup3.hash(out.toByteArray()));
    }

    /** Returns how many bytes there are. */
    int size() {
        return out.size();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
