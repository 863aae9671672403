package hep.winnow.root.tree;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Packing;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The values of some entries of a branch, unpacked.
 *
 * @param bytes holds the values
 * @param from where they begin
 * @param to where they end
 * @param offsets where each entry begins, and where the last one ends; null where all entries have the same length, or tell it
 * @param entries number of entries
 * @param isGenerated whether where entries begin follows from the lengths that another branch tells
 */
record Basket(byte[] bytes, int from, int to, int @Nullable [] offsets, int entries, boolean isGenerated) {
    private static final int LARGE = 1000;

    /** Baskets whose flag is above this hold displacements too. */
    private static final int DISPLACED = 40;

    /** Added to the flag of a basket whose offsets follow from another branch; the same is told by the lowest of its bits. */
    private static final int GENERATED = 80;

    /**
     * What stands before the values.
     *
     * @param bytes of key and packed values
     * @param size of what is unpacked
     * @param keyLength length of this
     * @param entries number of entries
     * @param last place behind the last value, counted from the key on
     * @param flag how an embedded basket is stored
     * @param isGenerated see there
     */
    private record Head(int bytes, int size, int keyLength, int entries, int last, int flag, boolean isGenerated) {
        static Head read(Cursor in) {
            int start = in.position();
            int bytes = in.i32();
            int version = in.u16();
            int size = in.i32();
            in.skip(4);
            int keyLength = in.u16();
            in.skip(2);
            in.skip(version > LARGE ? 16 : 8);
            in.text();
            in.text();
            in.text();
            in.skip(2);
            in.skip(4);
            int bits = in.i32() < 0 ? in.u8() : 0;
            int entries = in.i32();
            int last = in.i32();
            int told = in.u8();
            int flag = told >= GENERATED ? told - GENERATED : told;
            if (in.position() - start > keyLength && flag == 0 && bytes > 0) {
                throw new Damage.Found("a basket tells a wrong size");
            }
            if (entries < 0 || last < keyLength) {
                throw new Damage.Found("a basket says that it has " + entries + " entries, up to byte " + last);
            }
            return new Head(bytes, size, keyLength, entries, last, flag, (bits & 1) != 0 || told >= GENERATED);
        }
    }

    /** Returns the same values with offsets that come from elsewhere. */
    Basket withOffsets(int[] begins) {
        if (begins[entries] != to - from) {
            throw new Damage.Found("a basket has " + (to - from) + " bytes, but its entries have " + begins[entries]);
        }
        return new Basket(bytes, from, to, begins, entries, false);
    }

    /** Reads a basket that stands on its own: its key and what is behind it. */
    static Basket read(byte[] bytes) throws IOException {
        Cursor in = new Cursor(bytes);
        Head head = Head.read(in);
        if (head.bytes() < head.keyLength() || head.bytes() > bytes.length) {
            throw new Damage.Found("a basket of " + bytes.length + " bytes says that it has " + head.bytes());
        }
        int packed = head.bytes() - head.keyLength();
        boolean isPacked = packed != head.size();
        byte[] values = isPacked ? Packing.unpack(bytes, head.keyLength(), packed, head.size()) : bytes;
        int from = isPacked ? 0 : head.keyLength();
        int border = head.last() - head.keyLength();
        if (border > head.size()) {
            throw new Damage.Found("a basket of " + head.size() + " bytes says that its values have " + border);
        }
        int[] offsets = null;
        if (border < head.size()) {
            Cursor table = new Cursor(values, from + border, from + head.size(), 0);
            offsets = offsets(table, head, border);
        }
        return new Basket(values, from, from + border, offsets, head.entries(), head.isGenerated());
    }

    /** Reads a basket that stands in the tree. */
    static Basket embedded(Cursor in) {
        Head head = Head.read(in);
        int flag = head.flag();
        if (flag == 0) {
            return new Basket(new byte[0], 0, 0, null, 0, false);
        }
        int[] offsets = null;
        int border = head.last() - head.keyLength();
        if (flag % 10 != 2 && head.entries() > 0) {
            offsets = offsets(in, head, border);
        }
        if (flag > DISPLACED && flag < 2 * DISPLACED) {
            in.skip(4L * in.i32());
        }
        if (flag != 1 && flag <= 10) {
            throw new Damage.Found("a basket in the tree has no values");
        }
        in.skip(head.keyLength());
        int from = in.skip(border);
        byte[] values = java.util.Arrays.copyOfRange(in.bytes(), from, from + border);
        return new Basket(values, 0, border, offsets, head.entries(), head.isGenerated());
    }

    private static int @Nullable [] offsets(Cursor in, Head head, int border) {
        int count = in.i32();
        if (count == 0) {
            return null;
        }
        int entries = head.entries();
        if (count < entries || (long) entries * 4 > in.remaining()) {
            throw new Damage.Found("a basket of " + entries + " entries tells where " + count + " begin");
        }
        int[] offsets = new int[entries + 1];
        int before = 0;
        for (int i = 0; i < entries; i++) {
            int at = in.i32() - head.keyLength();
            if (at < before || at > border) {
                throw new Damage.Found("a basket says that entry " + i + " begins at byte " + at);
            }
            offsets[i] = at;
            before = at;
        }
        in.skip(4L * (count - entries));
        offsets[entries] = border;
        return offsets;
    }
}
