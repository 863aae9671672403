package hep.winnow.images.idx;

import hep.winnow.api.diagnostic.UserError;
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

/**
 * Hands out the images of files in blocks; a block does not reach over the end of a file. Where a file is damaged and bad rows are skipped, the images before the damage are handed out, and all behind it are told as bad: nobody knows
 * where they begin.
 */
final class IdxReader implements BlockReader {
    /** Number of images of a block. */
    static final int BLOCK = 1024;

    private final List<IdxFile> images;
    private final List<IdxFile> labels;
    private final int[] wanted;
    private final ReadContext context;
    private final boolean skips;
    private Optional<UserError> damage = Optional.empty();
    private int file = -1;
    private int left;
    private Optional<IdxInput> imageInput = Optional.empty();
    private Optional<IdxInput> labelInput = Optional.empty();

    /** Makes a reader of the columns of these numbers; the one behind the last pixel is the label. With {@code skips} what is damaged is left out. */
    IdxReader(List<IdxFile> images, List<IdxFile> labels, int[] wanted, boolean skips, ReadContext context) {
        this.images = images;
        this.labels = labels;
        this.wanted = wanted;
        this.skips = skips;
        this.context = context;
    }

    @Override
    public Optional<EventBlock> next() throws IOException {
        while (true) {
            while (left == 0) {
                if (!openNext()) {
                    return Optional.empty();
                }
            }
            int n = Math.min(left, BLOCK);
            left -= n;
            EventBlock block = block(n);
            if (block.size() > 0) {
                return Optional.of(block);
            }
        }
    }

    /** Ends the file that was read, and begins the next; returns whether there is one. */
    private boolean openNext() throws IOException {
        if (damage.isEmpty()) {
            imageInput.ifPresent(IdxInput::end);
            labelInput.ifPresent(IdxInput::end);
        }
        damage = Optional.empty();
        close();
        if (++file >= images.size()) {
            return false;
        }
        imageInput = Optional.of(images.get(file).values());
        labelInput = labels.isEmpty()
                ? Optional.empty()
                : Optional.of(labels.get(file).values());
        left = images.get(file).header().items();
        return true;
    }

    private EventBlock block(int n) {
        IdxHeader header = images.get(file).header();
        int values = (int) header.values();
        int from = header.items() - left - n;
        List<byte[]> pixels = items(imageInput.orElseThrow(), header, from, n, "image ");
        Optional<List<byte[]>> marks =
                labelInput.map(in -> items(in, labels.get(file).header(), from, n, "label "));
        int whole = Math.min(pixels.size(), marks.map(List::size).orElse(n));
        damage.ifPresent(error -> tell(error, from + whole, header.items()));
        ByteBuffer data = join(pixels, whole);
        Optional<ByteBuffer> labelData = marks.map(m -> join(m, whole));
        List<Column> columns = new ArrayList<>();
        for (int column : wanted) {
            columns.add(
                    column < values
                            ? column(header, data, values, column, whole)
                            : labels(labelData.orElseThrow(), whole));
        }
        return new EventBlock(whole, columns);
    }

    /** Tells the items from number {@code from} to the last as bad, and ends the file. */
    private void tell(UserError error, int from, int items) {
        for (int i = from; i < items; i++) {
            context.badRow(images.get(file).path().toString(), i + 1, error.message());
        }
        left = 0;
    }

    /** Returns {@code n} items from number {@code from} on; fewer where the file is damaged. */
    private List<byte[]> items(IdxInput in, IdxHeader header, int from, int n, String what) {
        int itemBytes = (int) header.itemBytes();
        List<byte[]> all = new ArrayList<>(n);
        try {
            for (int i = 0; i < n; i++) {
                all.add(in.read(itemBytes, what + (from + i + 1) + " of " + header.items()));
            }
        } catch (UserError e) {
            if (!skips) {
                throw e;
            }
            damage = damage.or(() -> Optional.of(e));
        }
        context.progressed(in.newDiskBytes());
        return all;
    }

    private static ByteBuffer join(List<byte[]> items, int n) {
        ByteBuffer all = ByteBuffer.allocate(n == 0 ? 0 : n * items.get(0).length);
        items.subList(0, n).forEach(all::put);
        return all.flip();
    }

    private Column labels(ByteBuffer data, int n) {
        IdxType type = labels.get(file).header().type();
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = (int) type.at(data, i);
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
