package hep.winnow.root.ntuple;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.root.file.Damage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads the values of a column in one cluster, block by block. */
final class LeafReader {
    private final Leaf leaf;
    private final Optional<LevelReader> above;
    private final List<PageStream> streams;
    private final Optional<Ends> ends;

    /**
     * Makes one.
     *
     * @param above what lies between a value and the event
     * @param streams of the columns of the leaf
     */
    LeafReader(Leaf leaf, Optional<LevelReader> above, List<PageStream> streams) {
        this.leaf = leaf;
        this.above = above;
        this.streams = streams;
        this.ends = leaf.content() == Leaf.Content.NUMBERS ? Optional.empty() : Optional.of(new Ends(streams.get(0)));
    }

    Leaf leaf() {
        return leaf;
    }

    List<PageStream> streams() {
        return streams;
    }

    /**
     * Returns the column of a block, after its levels were read.
     *
     * @param first number of the block's first event, for errors
     */
    Column read(int events, long first) throws IOException {
        int n = above.isPresent() ? above.get().items() : events;
        Column column = ends.isPresent() ? counted(ends.get().next(n)) : numbers(n, first);
        if (column.type() != leaf.info().type()) {
            column = widened(column);
        }
        for (Optional<LevelReader> level = above;
                level.isPresent();
                level = level.get().above()) {
            column = level.get().wrap(column);
        }
        return column;
    }

    private Column counted(int[] offsets) throws IOException {
        int n = offsets.length - 1;
        if (leaf.content() == Leaf.Content.LENGTHS) {
            long[] lengths = new long[n];
            for (int i = 0; i < n; i++) {
                lengths[i] = (long) offsets[i + 1] - offsets[i];
            }
            return new Column.Longs(lengths);
        }
        PageStream letters = streams.get(1);
        letters.check(offsets[n]);
        byte[] bytes = new byte[offsets[n]];
        letters.read(bytes.length, (page, size, from, count, to) -> System.arraycopy(page, from, bytes, to, count));
        String[] texts = new String[n];
        for (int i = 0; i < n; i++) {
            texts[i] = new String(bytes, offsets[i], offsets[i + 1] - offsets[i], StandardCharsets.UTF_8);
        }
        return new Column.Strings(texts);
    }

    private Column numbers(int n, long first) throws IOException {
        PageStream stream = streams.get(0);
        stream.check(n);
        Encoding encoding = stream.encoding();
        return switch (encoding.kind()) {
            case REAL, DOUBLE ->
                leaf.info().type() == ColumnType.FLOAT ? floats(stream, encoding, n) : doubles(stream, encoding, n);
            case LONG -> longs(stream, encoding, n, first);
            default -> wholes(stream, encoding, n);
        };
    }

    private static Column floats(PageStream stream, Encoding encoding, int n) throws IOException {
        float[] out = new float[n];
        stream.read(
                n,
                (page, size, from, count, to) ->
                        Reals.floats(stream.column(), encoding, page, size, from, count, out, to));
        return new Column.Floats(out);
    }

    private static Column doubles(PageStream stream, Encoding encoding, int n) throws IOException {
        double[] out = new double[n];
        stream.read(
                n,
                (page, size, from, count, to) ->
                        Reals.doubles(stream.column(), encoding, page, size, from, count, out, to));
        return new Column.Doubles(out);
    }

    private Column longs(PageStream stream, Encoding encoding, int n, long first) throws IOException {
        long[] out = new long[n];
        stream.read(n, (page, size, from, count, to) -> Wholes.longs(encoding, page, size, from, count, out, to));
        if (encoding.isUnsigned64()) {
            for (int i = 0; i < n; i++) {
                if (out[i] < 0) {
                    throw new Damage.Refused("entry " + (first + event(i)) + " has " + Long.toUnsignedString(out[i])
                            + ", and whole numbers end at " + Long.MAX_VALUE);
                }
            }
        }
        return new Column.Longs(out);
    }

    /** Returns the number, within the block, of the event that a value belongs to. */
    private int event(int value) {
        int i = value;
        for (Optional<LevelReader> level = above;
                level.isPresent();
                level = level.get().above()) {
            int[] offsets = level.get().offsets();
            int one = 0;
            while (offsets[one + 1] <= i) {
                one++;
            }
            i = one;
        }
        return i;
    }

    private Column wholes(PageStream stream, Encoding encoding, int n) throws IOException {
        int[] out = new int[n];
        stream.read(n, (page, size, from, count, to) -> Wholes.ints(encoding, page, size, from, count, out, to));
        if (leaf.info().type() != ColumnType.BOOLEAN) {
            return new Column.Ints(out);
        }
        boolean[] truths = new boolean[n];
        for (int i = 0; i < n; i++) {
            truths[i] = out[i] != 0;
        }
        return new Column.Booleans(truths);
    }

    /** Returns whole numbers as those of the type of the column: of a wider one where some of a cluster are stored in a narrow one, or may be missing. */
    private Column widened(Column column) {
        int n = column.size();
        if (leaf.info().type() == ColumnType.LONG) {
            long[] out = new long[n];
            for (int i = 0; i < n; i++) {
                out[i] = (long) column.number(i);
            }
            return new Column.Longs(out);
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = column.number(i);
        }
        return new Column.Doubles(out);
    }
}
