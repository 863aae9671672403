package hep.winnow.columnar.parquet;

import hep.winnow.columnar.codec.Codec;
import hep.winnow.columnar.file.Damage;
import hep.winnow.columnar.file.FileBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Reads the pages of a chunk. */
final class PageReader {
    private static final int DATA = 0;
    private static final int DICTIONARY = 2;
    private static final int DATA_2 = 3;
    private static final int HEADER = 1 << 12;
    private static final int LONGEST_HEADER = 1 << 20;

    // Encodings.
    private static final int PLAIN = 0;
    private static final int PLAIN_DICTIONARY = 2;
    private static final int RLE = 3;
    private static final int DELTA_BINARY = 5;
    private static final int DELTA_LENGTH = 6;
    private static final int DELTA_TEXT = 7;
    private static final int RLE_DICTIONARY = 8;
    private static final int SPLIT = 9;

    private final FileChannel file;
    private final Leaf leaf;
    private final Footer.Chunk chunk;
    private final long end;
    private long at;
    private Optional<Values.Dictionary> dictionary = Optional.empty();

    PageReader(FileChannel file, Leaf leaf, Footer.Chunk chunk) {
        this.file = file;
        this.leaf = leaf;
        this.chunk = chunk;
        this.at = chunk.start();
        this.end = chunk.start() + chunk.bytes();
        if (!Codec.isKnown(chunk.codec())) {
            throw new Damage.Found("it is packed by codec " + chunk.codec()
                    + ", which is not known here: use snappy, gzip, zstd, lz4 or none");
        }
    }

    /**
     * Values with their levels.
     *
     * @param count of values, missing ones and empty lists among them
     * @param repetition level of each; empty where it is 0
     * @param definition level of each; empty where it is 0
     * @param values that are there
     */
    record Page(long count, Optional<Hybrid> repetition, Optional<Hybrid> definition, Values values) {}

    /** Returns the next page of values. */
    Page next() throws IOException {
        while (true) {
            ByteBuffer head = head(HEADER);
            Thrift.Fields header;
            try {
                header = Thrift.read(head);
            } catch (java.nio.BufferUnderflowException | Damage.Found e) {
                head = head(LONGEST_HEADER);
                header = Thrift.read(head);
            }
            at += head.position();
            long packed = header.number(3);
            long unpacked = header.number(2);
            if (packed < 0 || packed > end - at || unpacked < 0 || unpacked > Integer.MAX_VALUE - 8) {
                throw new Damage.Found("a page at byte " + at + " has " + packed + " bytes, which the column has not");
            }
            ByteBuffer bytes = FileBytes.read(file, at, (int) packed);
            at += packed;
            int type = (int) header.number(1);
            if (type == DICTIONARY) {
                ByteBuffer data = unpack(bytes, (int) unpacked);
                dictionary = Optional.of(
                        new Values.Dictionary(leaf, data, (int) header.struct(7).number(1)));
            } else if (type == DATA) {
                return data(header.struct(5), unpack(bytes, (int) unpacked));
            } else if (type == DATA_2) {
                return data2(header.struct(8), bytes, (int) unpacked);
            }
        }
    }

    private ByteBuffer head(int most) throws IOException {
        long left = end - at;
        if (left <= 0) {
            throw new Damage.Found("its pages have fewer values than they should");
        }
        return FileBytes.read(file, at, (int) Math.min(left, most));
    }

    private ByteBuffer unpack(ByteBuffer bytes, int length) throws IOException {
        byte[] packed = new byte[bytes.remaining()];
        bytes.get(packed);
        return ByteBuffer.wrap(Codec.unpack(chunk.codec(), packed, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Page data(Thrift.Fields header, ByteBuffer data) {
        Optional<Hybrid> repetition = levels(leaf.maxRepetition(), header.number(4, RLE), data);
        Optional<Hybrid> definition = levels(leaf.maxDefinition(), header.number(3, RLE), data);
        return new Page(header.number(1), repetition, definition, values((int) header.number(2), data));
    }

    private static Optional<Hybrid> levels(int most, long encoding, ByteBuffer data) {
        if (most == 0) {
            return Optional.empty();
        }
        if (encoding != RLE) {
            throw new Damage.Found("its levels are encoded as only very old files do");
        }
        return Optional.of(levels(most, data.getInt(), data));
    }

    private static Hybrid levels(int most, int length, ByteBuffer data) {
        if (length < 0 || length > data.remaining()) {
            throw new Damage.Found("levels of " + length + " bytes do not fit into a page");
        }
        ByteBuffer own = data.slice(data.position(), length);
        data.position(data.position() + length);
        return new Hybrid(own, 32 - Integer.numberOfLeadingZeros(most));
    }

    private Page data2(Thrift.Fields header, ByteBuffer data, int unpacked) throws IOException {
        int repetitionBytes = (int) header.number(6);
        int definitionBytes = (int) header.number(5);
        Optional<Hybrid> repetition = levels2(leaf.maxRepetition(), repetitionBytes, data);
        Optional<Hybrid> definition = levels2(leaf.maxDefinition(), definitionBytes, data);
        int length = unpacked - repetitionBytes - definitionBytes;
        if (length < 0) {
            throw new Damage.Found("levels are longer than their page");
        }
        boolean isPacked = header.truth(7, true) && data.hasRemaining();
        ByteBuffer body = isPacked ? unpack(data, length) : data.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new Page(header.number(1), repetition, definition, values((int) header.number(4), body));
    }

    private static Optional<Hybrid> levels2(int most, int length, ByteBuffer data) {
        Hybrid levels = levels(most, length, data);
        return most == 0 ? Optional.empty() : Optional.of(levels);
    }

    private Values values(int encoding, ByteBuffer data) {
        return switch (encoding) {
            case PLAIN -> Values.plain(leaf, data);
            case PLAIN_DICTIONARY, RLE_DICTIONARY ->
                data.hasRemaining()
                        ? Values.indexed(dictionary.orElseThrow(() -> new Damage.Found("it has no dictionary")), data)
                        : Values.plain(leaf, data);
            case RLE -> Values.runs(data);
            case DELTA_BINARY -> Values.deltas(data);
            case DELTA_LENGTH -> Values.lengthsFirst(data);
            case DELTA_TEXT -> Values.prefixed(data);
            case SPLIT -> Values.split(leaf, data);
            default -> throw new Damage.Found("its values are in encoding " + encoding + ", which is not known here");
        };
    }
}
