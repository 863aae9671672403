package hep.winnow.hdf5.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the chunks of a dataset lie: a B-tree of version 1, node type 1 (specification III.A.1). */
final class ChunkIndex {
    /** Greatest number of entries of a node: twice the K that a file without a superblock extension has. */
    private static final int NODE = 64;

    private static final int CHUNKS = 1;
    private static final int KEY_BYTES = 24;
    private static final int HEAD_BYTES = 24;
    private static final int NODE_BYTES = HEAD_BYTES + NODE * (KEY_BYTES + 8) + KEY_BYTES;

    private long[] addresses = new long[4];
    private int[] bytes = new int[4];
    private int count;

    /** A node, and the number of the first chunk below it. */
    private record Child(long address, int first) {}

    void add(long address, int size) {
        if (count == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * count);
            bytes = Arrays.copyOf(bytes, 2 * count);
        }
        addresses[count] = address;
        bytes[count++] = size;
    }

    /** Writes the tree and returns the address of its root; undefined if there is no chunk. */
    long write(Output out, int chunkRows) throws IOException {
        if (count == 0) {
            return Fields.UNDEFINED;
        }
        List<Child> level = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            level.add(new Child(addresses[i], i));
        }
        int height = 0;
        do {
            level = parents(out, level, height++, chunkRows);
        } while (level.size() > 1);
        return level.get(0).address();
    }

    private List<Child> parents(Output out, List<Child> children, int height, int chunkRows) throws IOException {
        List<Child> parents = new ArrayList<>();
        long start = out.end() + (-out.end() & 7);
        int nodes = (children.size() + NODE - 1) / NODE;
        for (int node = 0; node < nodes; node++) {
            int from = node * NODE;
            int to = Math.min(children.size(), from + NODE);
            int behind = to == children.size() ? count : children.get(to).first();
            Fields fields = new Fields()
                    .signature("TREE")
                    .i1(CHUNKS)
                    .i1(height)
                    .i2(to - from)
                    .i8(node == 0 ? Fields.UNDEFINED : start + (long) (node - 1) * NODE_BYTES)
                    .i8(node == nodes - 1 ? Fields.UNDEFINED : start + (long) (node + 1) * NODE_BYTES);
            for (Child child : children.subList(from, to)) {
                key(fields, child.first(), chunkRows).i8(child.address());
            }
            key(fields, behind, chunkRows);
            byte[] whole = Arrays.copyOf(fields.bytes(), NODE_BYTES);
            parents.add(new Child(out.append(whole), children.get(from).first()));
        }
        return parents;
    }

    /** Adds what is known of a chunk: its bytes, which filters it left out, its first row and byte. */
    private Fields key(Fields to, int chunk, int chunkRows) {
        return to.i4(chunk < count ? bytes[chunk] : 0)
                .i4(0)
                .i8((long) chunk * chunkRows)
                .i8(0);
    }
}
