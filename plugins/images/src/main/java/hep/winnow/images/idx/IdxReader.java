package hep.winnow.images.idx;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands out the images of files in blocks; a block does not reach over the end of a file. */
final class IdxReader implements BlockReader {
    /** Number of images of a block. */
    static final int BLOCK = 1024;

    private final List<IdxFile> images;
    private final List<IdxFile> labels;
    private final int[] wanted;
    private final ReadContext context;
    private int file = -1;
    private int left;
    private Optional<IdxInput> imageInput = Optional.empty();
    private Optional<IdxInput> labelInput = Optional.empty();

    /** Makes a reader of the columns of these numbers; the one behind the last pixel is the label. */
    IdxReader(List<IdxFile> images, List<IdxFile> labels, int[] wanted, ReadContext context) {
        this.images = images;
        this.labels = labels;
        this.wanted = wanted;
        this.context = context;
    }

    @Override
    public Optional<EventBlock> next() throws IOException {
        while (left == 0) {
            if (imageInput.isPresent()) {
                imageInput.get().end();
            }
            if (labelInput.isPresent()) {
                labelInput.get().end();
            }
            close();
            if (++file >= images.size()) {
                return Optional.empty();
            }
            imageInput = Optional.of(images.get(file).values());
            labelInput = labels.isEmpty()
                    ? Optional.empty()
                    : Optional.of(labels.get(file).values());
            left = images.get(file).header().items();
        }
        int n = Math.min(left, BLOCK);
        left -= n;
        return Optional.of(block(n));
    }

    private EventBlock block(int n) {
        IdxHeader header = images.get(file).header();
        int values = (int) header.values();
        int from = header.items() - left - n;
        ByteBuffer pixels = data(imageInput.orElseThrow(), header, from, n, "image ");
        Optional<Column> marks = labelInput.map(in -> labels(in, from, n));
        List<Column> columns = new ArrayList<>();
        for (int column : wanted) {
            columns.add(column < values ? column(header, pixels, values, column, n) : marks.orElseThrow());
        }
        return new EventBlock(n, columns);
    }

    /** Returns the values of {@code n} items from number {@code from} on. */
    private ByteBuffer data(IdxInput in, IdxHeader header, int from, int n, String what) {
        int itemBytes = (int) header.itemBytes();
        byte[] all = new byte[n * itemBytes];
        for (int i = 0; i < n; i++) {
            byte[] item = in.read(itemBytes, what + (from + i + 1) + " of " + header.items());
            System.arraycopy(item, 0, all, i * itemBytes, itemBytes);
        }
        context.progressed(in.newDiskBytes());
        return ByteBuffer.wrap(all);
    }

    private Column labels(IdxInput in, int from, int n) {
        IdxHeader header = labels.get(file).header();
        ByteBuffer data = data(in, header, from, n, "label ");
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = (int) header.type().at(data, i);
        }
        return new Column.Ints(out);
    }

    private static Column column(IdxHeader header, ByteBuffer data, int values, int column, int n) {
        IdxType type = header.type();
        if (type.column() == ColumnType.FLOAT) {
            float[] out = new float[n];
            for (int i = 0; i < n; i++) {
                out[i] = (float) type.at(data, i * values + column);
            }
            return new Column.Floats(out);
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = type.at(data, i * values + column);
        }
        return new Column.Doubles(out);
    }

    @Override
    public void close() throws IOException {
        for (Optional<IdxInput> input : List.of(imageInput, labelInput)) {
            if (input.isPresent()) {
                input.get().close();
            }
        }
        imageInput = Optional.empty();
        labelInput = Optional.empty();
    }
}
