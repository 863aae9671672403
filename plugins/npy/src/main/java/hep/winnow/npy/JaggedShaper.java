package hep.winnow.npy;

import hep.winnow.api.event.Column;
import java.io.IOException;
import java.util.Optional;

/** Lists of any length: a column of all their values, and an array of where each list begins in it, with the end of the last. */
final class JaggedShaper implements Shaper {
    private static final int MAX_VALUES = 1 << 27;

    private final Part part;
    private final Lane values;
    private final Lane starts;
    private final FlatShaper flat;
    private long before = -1;

    JaggedShaper(Part part) {
        this.part = part;
        NpyArray offsets = part.offsets().orElseThrow();
        this.values = new Lane(part.array(), part.start(), part.stride());
        this.starts = new Lane(
                offsets, offsets.header().bytes(), offsets.header().type().bytes());
        this.flat = new FlatShaper(
                new Part(part.info(), part.array(), part.start(), part.stride(), part.field(), Optional.empty()),
                values);
    }

    @Override
    public Column column(int n) {
        if (before < 0) {
            before = read(1)[0];
            if (before != 0) {
                throw wrong("begins with " + before + ", expected 0");
            }
        }
        long[] ends = read(n);
        int[] offsets = new int[n + 1];
        long last = before;
        for (int i = 0; i < n; i++) {
            if (ends[i] < last || ends[i] > part.array().rows()) {
                throw wrong("goes from " + last + " to " + ends[i] + ", with "
                        + part.array().rows() + " values in all");
            }
            last = ends[i];
            if (last - before > MAX_VALUES / Math.max(1, part.stride())) {
                throw wrong("has lists too long for one block");
            }
            offsets[i + 1] = (int) (last - before);
        }
        int count = offsets[n];
        before = last;
        values.read(count);
        return new Column.Lists(offsets, flat.column(count));
    }

    private long[] read(int n) {
        starts.read(n);
        ElementType type =
                part.offsets().orElseThrow().header().type().fields().get(0).type();
        Column column = Elements.column(type, starts.rows(type.order()), 0, starts.stride(), n, starts.where());
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            out[i] = column instanceof Column.Longs longs ? longs.values()[i] : (long) column.number(i);
        }
        return out;
    }

    private hep.winnow.api.diagnostic.UserError wrong(String how) {
        return Damage.of(starts.where() + " is no list of where lists begin: it " + how);
    }

    @Override
    public void close() throws IOException {
        try (values) {
            starts.close();
        }
    }
}
