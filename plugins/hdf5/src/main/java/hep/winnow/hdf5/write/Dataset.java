package hep.winnow.hdf5.write;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.zip.Deflater;

/** A dataset of one dimension that is written chunk by chunk. One chunk is held in memory, and the texts that it refers to. */
final class Dataset {
    /** Texts are written when they have this many bytes. */
    private static final long TEXT_BYTES = 1 << 20;

    private final Output out;
    private final String name;
    private final ColumnType type;
    private final int chunkRows;
    private final int level;
    private final ByteBuffer chunk;
    private final ChunkIndex index = new ChunkIndex();
    private final Texts texts = new Texts();
    private final int[] waiting;
    private int firstWaiting;
    private long rows;

    /**
     * Makes an empty dataset.
     *
     * @param name for messages
     * @param level of compression, 0 for none to 9
     */
    Dataset(Output out, String name, ColumnType type, int chunkRows, int level) {
        this.out = out;
        this.name = name;
        this.type = type;
        this.chunkRows = chunkRows;
        this.level = level;
        this.chunk = ByteBuffer.allocate(chunkRows * Elements.bytes(type)).order(ByteOrder.LITTLE_ENDIAN);
        this.waiting = new int[type == ColumnType.STRING ? chunkRows : 0];
    }

    /** Adds the values of a column of one value per row. */
    void add(Column column) throws IOException {
        for (int done = 0; done < column.size(); ) {
            int inChunk = (int) (rows % chunkRows);
            int some = Math.min(column.size() - done, chunkRows - inChunk);
            if (column instanceof Column.Strings strings) {
                for (int i = 0; i < some; i++) {
                    addText(strings.values()[done + i], inChunk + i);
                }
            } else {
                Elements.put(column, done, done + some, chunk);
            }
            done += some;
            rows += some;
            if (inChunk + some == chunkRows) {
                endTexts(chunkRows);
                firstWaiting = 0;
                endChunk();
            }
        }
    }

    private void addText(String text, int inChunk) throws IOException {
        String refusal = Texts.refusal(text);
        if (!refusal.isEmpty()) {
            throw UserError.data(
                    "'" + name + "' has a text with " + refusal,
                    "save it as .parquet or .csv, or leave the column out with columns=[…]");
        }
        if (texts.isFull() || texts.bytes() > TEXT_BYTES) {
            endTexts(inChunk);
        }
        waiting[inChunk] = texts.add(text);
    }

    /** Writes the texts that wait, and what refers to them. */
    private void endTexts(int upTo) throws IOException {
        if (type != ColumnType.STRING) {
            return;
        }
        int[] lengths = new int[texts.count() + 1];
        for (int number = 1; number < lengths.length; number++) {
            lengths[number] = texts.length(number);
        }
        long heap = texts.write(out);
        for (int i = firstWaiting; i < upTo; i++) {
            Texts.reference(chunk, lengths[waiting[i]], heap, waiting[i]);
        }
        firstWaiting = upTo;
    }

    /** Writes the rows of the chunk, all of which have their values. */
    private void endChunk() throws IOException {
        byte[] whole = new byte[chunk.position()];
        chunk.flip().get(whole).clear();
        ByteBuffer bytes = level == 0 ? ByteBuffer.wrap(whole) : deflated(Elements.shuffled(whole, elementBytes()));
        int size = bytes.remaining();
        index.add(out.append(bytes), size);
    }

    private ByteBuffer deflated(byte[] bytes) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + bytes.length / 1000 + 64];
            int size = deflater.deflate(packed);
            if (!deflater.finished()) {
                throw new IllegalStateException("a chunk of " + bytes.length + " bytes grew beyond " + packed.length);
            }
            return ByteBuffer.wrap(packed, 0, size);
        } finally {
            deflater.end();
        }
    }

    private int elementBytes() {
        return Elements.bytes(type);
    }

    /** Returns how many rows there are. */
    long rows() {
        return rows;
    }

    /** Completes the dataset, with a unit that may be empty, and returns its address. A dataset of less than one chunk has a chunk of its length. */
    long finish(String unit) throws IOException {
        int inLast = (int) (rows % chunkRows);
        int dimension = rows < chunkRows ? Math.max(1, inLast) : chunkRows;
        if (inLast > 0) {
            endTexts(inLast);
            // A chunk is whole; what lies behind the last row does not count.
            chunk.put(new byte[(dimension - inLast) * elementBytes()]);
            endChunk();
        }
        ObjectHeader header = new ObjectHeader()
                .rows(rows)
                .type(Elements.datatype(type))
                .zeroFill()
                .chunks(index.write(out, dimension), dimension, elementBytes());
        if (level > 0) {
            header.packed(elementBytes(), level);
        }
        if (!unit.isEmpty()) {
            header.attributes(out, Map.of("units", unit));
        }
        return out.append(header.bytes());
    }
}
