package hep.winnow.root.ntuple;

import java.util.Optional;

/**
 * A column as it is stored.
 *
 * @param type number of the encoding
 * @param bits of an element
 * @param field number of the field that it belongs to
 * @param representation which of the field's ways to be stored it belongs to, from 0 on
 * @param first number of the first element that is stored; if it is not 0, zeros come before it, or none if it is negative and the column is not in use there
 * @param min smallest value of the range of quantized values
 * @param max greatest value
 */
record Stored(int type, int bits, int field, int representation, long first, double min, double max) {
    private static final int DEFERRED = 1;
    private static final int HAS_RANGE = 2;

    static Stored read(Words in, int fields) {
        int type = in.u16();
        int bits = in.u16();
        int field = in.index(fields, "field");
        int flags = in.u16();
        int representation = in.u16();
        long first = (flags & DEFERRED) != 0 ? in.i64() : 0;
        boolean hasRange = (flags & HAS_RANGE) != 0;
        double min = hasRange ? in.f64() : 0;
        double max = hasRange ? in.f64() : 0;
        return new Stored(type, bits, field, representation, first, min, max);
    }

    /** Returns the encoding, if it is known. */
    Optional<Encoding> encoding() {
        return Encoding.of(type, bits);
    }

    /** Tells whether it was added when events had been written already. */
    boolean isDeferred() {
        return first != 0;
    }

    /** Returns how many bytes a page of so many elements has when unpacked. */
    long bytes(long elements) {
        return (elements * bits + 7) / 8;
    }
}
