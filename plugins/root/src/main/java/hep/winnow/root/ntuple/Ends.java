package hep.winnow.root.ntuple;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads where lists end: the elements of an index column, which count from the beginning of the cluster. */
final class Ends {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final PageStream stream;
    private long last;
    private long sum;

    Ends(PageStream stream) {
        this.stream = stream;
    }

    /**
     * Returns the ends of the next lists, and before them 0: counted from the beginning of the first of these lists.
     *
     * @throws hep.winnow.root.file.Damage.Found if one ends before it begins
     */
    int[] next(int n) throws IOException {
        stream.check(n);
        int[] ends = new int[n + 1];
        long base = last;
        stream.read(n, (page, size, from, count, to) -> {
            switch (stream.encoding()) {
                case INDEX32 -> {
                    for (int i = 0; i < count; i++) {
                        ends[to + i + 1] = end(((int) INT.get(page, 4 * (from + i)) & 0xffffffffL) - base);
                    }
                }
                case INDEX64 -> {
                    for (int i = 0; i < count; i++) {
                        ends[to + i + 1] = end((long) LONG.get(page, 8 * (from + i)) - base);
                    }
                }
                case SPLIT_INDEX32 -> sumsOf(4, page, size, from, count, ends, to, base);
                default -> sumsOf(8, page, size, from, count, ends, to, base);
            }
        });
        for (int i = 0; i < n; i++) {
            if (ends[i + 1] < ends[i]) {
                throw stream.found("a list of it ends before it begins");
            }
        }
        last = base + ends[n];
        return ends;
    }

    /** Adds up the differences of a page, whose bytes are split: all first bytes first. */
    private void sumsOf(int bytes, byte[] page, int size, int from, int count, int[] ends, int to, long base) {
        long end = from == 0 ? 0 : sum;
        for (int i = 0; i < count; i++) {
            long difference = 0;
            for (int k = bytes - 1; k >= 0; k--) {
                difference = difference << 8 | page[k * size + from + i] & 0xff;
            }
            end += difference;
            ends[to + i + 1] = end(end - base);
        }
        sum = end;
    }

    private static int end(long end) {
        return end < 0 || end > Memory.MOST_VALUES ? -1 : (int) end;
    }
}
