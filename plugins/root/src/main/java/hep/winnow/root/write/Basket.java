package hep.winnow.root.write;

import hep.winnow.api.event.Column;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The values of one branch that are not yet written, a {@code TBasket}: one entry behind the other, and where each begins if they are not all as long. */
final class Basket {
    private static final int VERSION = 3;

    /** What a basket tells of itself, behind its key and as a part of it: version, capacity, size of entries, their number, end of the values, a flag. */
    private static final int TAIL = 19;

    private static final int FIRST = 16;

    private final int entryBytes;
    private final ByteSink values = new ByteSink();
    private int[] starts = {};
    private int entries;

    /** Makes one for entries of that many bytes; 0 if they differ. */
    Basket(int entryBytes) {
        this.entryBytes = entryBytes;
    }

    /** Returns where values go. */
    ByteSink values() {
        return values;
    }

    int entries() {
        return entries;
    }

    /** Returns how many bytes wait. */
    int bytes() {
        return values.size();
    }

    /** Adds one value for each entry. */
    void addNumbers(Column column, int from, int to) {
        LeafType.put(column, from, to, values.next(Math.multiplyExact(to - from, entryBytes)));
        entries += to - from;
    }

    /** Adds a list of numbers for each entry. */
    void addLists(Column.Lists lists, int from, int to, int width) {
        int first = lists.offsets()[from];
        int last = lists.offsets()[to];
        int at = values.size();
        LeafType.put(lists.values(), first, last, values.next(Math.multiplyExact(last - first, width)));
        for (int i = from; i < to; i++) {
            begin(at + (lists.offsets()[i] - first) * width);
        }
    }

    /** Says that the next entry begins here. */
    void begin() {
        begin(values.size());
    }

    private void begin(int at) {
        if (entries == starts.length) {
            starts = Arrays.copyOf(starts, Math.max(FIRST, 2 * entries));
        }
        starts[entries++] = at;
    }

    /** Writes the basket to a file, and begins anew. */
    Written write(RootOutput out, Folder folder, String branch, String tree) throws IOException {
        int keyLength = headLength(branch, tree);
        int end = values.size();
        if (entryBytes == 0) {
            values.i32(entries + 1);
            for (int i = 0; i < entries; i++) {
                values.i32(keyLength + starts[i]);
            }
            values.i32(0);
        }
        ByteBuffer packed = out.packer().pack(values.array(), values.size());
        Written written = write(
                out,
                folder,
                new Head(branch, tree, values.size(), packed.remaining(), end, entries, entryBytes),
                packed);
        values.clear();
        entries = 0;
        return written;
    }

    /** Returns the length of what stands before the values in the file. */
    static int headLength(String branch, String tree) {
        return KeyHead.length("TBasket", branch, tree, true) + TAIL;
    }

    /**
     * A basket in a file.
     *
     * @param seek offset of its key
     * @param bytes that key and values take
     * @param unpacked bytes that they would take if they were not packed
     * @param entries how many
     */
    record Written(long seek, int bytes, int unpacked, int entries) {}

    /**
     * What is written before the values.
     *
     * @param size of the values with what tells their places
     * @param packed size when packed
     * @param end of the values
     */
    record Head(String branch, String tree, int size, int packed, int end, int entries, int entryBytes) {}

    /** Writes a basket whose values are packed already. */
    static Written write(RootOutput out, Folder folder, Head head, ByteBuffer packed) throws IOException {
        KeyHead key = new KeyHead(
                "TBasket", head.branch(), head.tree(), out.end(), folder.seek(), head.size(), head.packed(), true);
        int keyLength = headLength(head.branch(), head.tree());
        ByteSink to = new ByteSink();
        key.write(to, TAIL, 0);
        to.i16(VERSION)
                .i32(keyLength + head.size())
                .i32(head.entryBytes() == 0 ? Math.max(Branch.OFFSETS, head.entries() + 1) : head.entryBytes())
                .i32(head.entries())
                .i32(keyLength + head.end())
                .i8(0);
        out.append(ByteBuffer.wrap(to.toBytes()), packed);
        return new Written(key.seek(), key.bytes() + TAIL, keyLength + head.size(), head.entries());
    }

    /** Adds the entries of another of the same entry size, which is at least 1. */
    void addAll(Basket other) {
        values.next(other.values.size()).put(other.values.array(), 0, other.values.size());
        entries += other.entries;
    }
}
