package hep.winnow.columnar.arrow;

import hep.winnow.columnar.codec.Unpacking;
import hep.winnow.columnar.file.Damage;
import hep.winnow.columnar.file.FileSlice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Consecutive events, or words of a dictionary: lengths and buffers, by their numbers. */
final class Batch {
    private static final int LZ4 = 0;
    private static final int ZSTD = 1;
    private static final int NOT_PACKED = -1;

    private final FileChannel file;
    private final Message message;
    private final long rows;
    private final FlatTable.Longs nodes;
    private final FlatTable.Longs buffers;
    private final FlatTable.Longs viewBuffers;
    private final int codec;

    /**
     * Makes one.
     *
     * @param header the description of the batch, which is all or part of the message's
     */
    Batch(FileChannel file, Message message, FlatTable header) {
        this.file = file;
        this.message = message;
        this.rows = header.i64(0, 0);
        this.nodes = header.longs(1, 2);
        this.buffers = header.longs(2, 2);
        this.viewBuffers = header.longs(4, 1);
        Optional<FlatTable> packing = header.table(3);
        this.codec = packing.map(p -> p.i8(0, LZ4)).orElse(NOT_PACKED);
        boolean isKnown = codec == NOT_PACKED || codec == LZ4 || codec == ZSTD;
        if (!isKnown || packing.map(p -> p.i8(1, 0)).orElse(0) != 0) {
            throw new Damage.Found(
                    "it is packed by codec " + codec + ", which is not known here: use lz4, zstd or none");
        }
        if (rows < 0) {
            throw new Damage.Found("a batch has " + rows + " events");
        }
    }

    long rows() {
        return rows;
    }

    /** Returns how many values a field has. */
    long length(Leaf.Place place) {
        return nodes.get(place.node(), 0);
    }

    /** Returns how many values of a field are missing. */
    long missing(Leaf.Place place) {
        return nodes.get(place.node(), 1);
    }

    /** Checks that its events are not more than its bytes can hold, so that nobody counts or makes room for what is not there. */
    void check(Schema schema) {
        for (int top : schema.tops()) {
            if (nodes.get(top, 0) != rows) {
                throw new Damage.Found("a batch of " + rows + " events has a column of " + nodes.get(top, 0));
            }
        }
        boolean isBacked = rows == 0;
        for (Leaf leaf : schema.leaves()) {
            long needed = leaf.leastBytes(rows);
            if (needed > 0) {
                int buffer = index(leaf.sizedBy()) + 1;
                long stored = size(buffer);
                if (needed > (codec == NOT_PACKED ? stored : Unpacking.most(stored, codec == ZSTD))) {
                    throw new Damage.Found("a batch of " + rows + " events has " + stored + " bytes of the column '"
                            + leaf.name() + "'");
                }
                isBacked = true;
            }
        }
        if (!isBacked) {
            throw new Damage.Found("a batch says that it has " + rows + " events, but holds no value of any");
        }
    }

    /** Returns the number of the first buffer of a field. */
    private int index(Leaf.Place place) {
        long before = place.buffer();
        for (int i = 0; i < place.views(); i++) {
            before += viewBuffers.get(i, 0);
            if (before < 0 || before > buffers.size()) {
                throw new Damage.Found("its texts have more buffers than there are");
            }
        }
        return (int) before;
    }

    /** Returns how many buffers with long texts a field of views has. */
    int textBuffers(Leaf.Place place) {
        long n = viewBuffers.get(place.views(), 0);
        if (n < 0 || n > buffers.size()) {
            throw new Damage.Found("its texts have " + n + " buffers");
        }
        return (int) n;
    }

    private long size(int buffer) {
        long from = buffers.get(buffer, 0);
        long length = buffers.get(buffer, 1);
        if (from < 0 || length < 0 || from > message.bodyLength() || length > message.bodyLength() - from) {
            throw new Damage.Found("a buffer of " + length + " bytes from byte " + from + " on lies in a batch of "
                    + message.bodyLength());
        }
        return length;
    }

    /** Tells whether a buffer is empty: where it tells which values are missing, none is. */
    boolean isEmpty(Leaf.Place place, int k) {
        return size(index(place) + k) == 0;
    }

    /** Opens buffer {@code k} of a field. */
    BufferInput open(Leaf.Place place, int k) throws IOException {
        int buffer = index(place) + k;
        long length = size(buffer);
        long from = message.body() + buffers.get(buffer, 0);
        if (codec == NOT_PACKED || length == 0) {
            return new BufferInput(new FileSlice(file, from, length), length);
        }
        long unpacked = new BufferInput(new FileSlice(file, from, length), length)
                .take(8)
                .getLong();
        FileSlice packed = new FileSlice(file, from + 8, length - 8);
        if (unpacked == NOT_PACKED) {
            return new BufferInput(packed, length - 8);
        }
        if (unpacked < 0 || unpacked > Unpacking.most(length, codec == ZSTD)) {
            throw new Damage.Found("a buffer of " + length + " bytes says that it unpacks to " + unpacked);
        }
        InputStream in = codec == ZSTD ? Unpacking.zstd(packed) : Unpacking.lz4Frame(packed);
        return new BufferInput(in, unpacked);
    }
}
