package hep.winnow.kernels.stat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sorts events by score where they do not fit into memory: runs of them are sorted there ({@link ScoreOrder}), written to a file, and merged when they are visited. The order is that of a stable sort, NaN last, so that sums over it have
 * the bits that they have in memory. For one thread.
 */
public final class StoredOrder implements AutoCloseable {
    /** Score, two numbers and a tag, in a file. */
    private static final int RECORD = 3 * Double.BYTES + Integer.BYTES;

    /** What an event takes in memory while its run is sorted. */
    private static final int IN_MEMORY = 2 * RECORD + 24;

    private static final int LEAST = 1024;
    private static final int MOST = 1 << 22;
    private static final int SLICE = 4096 * RECORD;
    private static final int LEAST_SLICE = 128 * RECORD;

    private final long memory;
    private final Supplier<FileChannel> files;
    private final List<Long> ends = new ArrayList<>();
    private final int most;
    private double[] score = new double[LEAST];
    private double[] first = new double[LEAST];
    private double[] second = new double[LEAST];
    private int[] tag = new int[LEAST];
    private final double[] sums = new double[2];
    private int size;
    private boolean isSorted = true;
    private Optional<FileChannel> file = Optional.empty();

    /** What is done with each event. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes an event. */
        void visit(double score, double first, double second, int tag);
    }

    /**
     * Makes an empty one.
     *
     * @param memory about how many bytes it may hold
     * @param files opens an empty file to write and read, when one is needed
     */
    public StoredOrder(long memory, Supplier<FileChannel> files) {
        this.memory = memory;
        this.files = files;
        this.most = (int) Math.max(LEAST, Math.min(MOST, memory / IN_MEMORY));
    }

    /** Adds an event: its score, and what goes with it. */
    public void add(double itsScore, double itsFirst, double itsSecond, int itsTag) {
        if (size == most) {
            spill();
        } else if (size == score.length) {
            grow();
        }
        score[size] = itsScore;
        first[size] = itsFirst;
        second[size] = itsSecond;
        tag[size++] = itsTag;
        isSorted = false;
        if (itsTag == 0 || itsTag == 1) {
            sums[itsTag] += itsFirst;
        }
    }

    /** Returns the sums of the first numbers of events with the tags 0 and 1, in the order in which they were added. */
    public double[] sums() {
        return sums.clone();
    }

    private void grow() {
        int length = (int) Math.min(most, 2L * size);
        score = java.util.Arrays.copyOf(score, length);
        first = java.util.Arrays.copyOf(first, length);
        second = java.util.Arrays.copyOf(second, length);
        tag = java.util.Arrays.copyOf(tag, length);
    }

    /** Hands all events to {@code visitor} in the order of rising scores; equal ones in the order in which they were added, NaN last. May be called again. */
    public void forEach(Visitor visitor) {
        sort();
        if (ends.isEmpty()) {
            for (int i = 0; i < size; i++) {
                visitor.visit(score[i], first[i], second[i], tag[i]);
            }
            return;
        }
        if (size > 0) {
            spill();
        }
        merge(visitor);
    }

    private void sort() {
        if (isSorted) {
            return;
        }
        int[] order = ScoreOrder.rising(size == score.length ? score : java.util.Arrays.copyOf(score, size));
        score = picked(score, order);
        first = picked(first, order);
        second = picked(second, order);
        int[] tags = new int[size];
        for (int i = 0; i < size; i++) {
            tags[i] = tag[order[i]];
        }
        tag = tags;
        isSorted = true;
    }

    private static double[] picked(double[] values, int[] order) {
        double[] out = new double[order.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[order[i]];
        }
        return out;
    }

    /** Writes the events in memory as a run of the file. */
    private void spill() {
        sort();
        long at = ends.isEmpty() ? 0 : ends.get(ends.size() - 1);
        ByteBuffer bytes = buffer(SLICE);
        for (int i = 0; i < size; i++) {
            bytes.putDouble(score[i]).putDouble(first[i]).putDouble(second[i]).putInt(tag[i]);
            if (!bytes.hasRemaining() || i == size - 1) {
                at = write(at, bytes.flip());
                bytes.clear();
            }
        }
        ends.add(at);
        size = 0;
        isSorted = true;
    }

    private long write(long at, ByteBuffer bytes) {
        long to = at;
        try {
            if (file.isEmpty()) {
                file = Optional.of(files.get());
            }
            while (bytes.hasRemaining()) {
                to += file.get().write(bytes, to);
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a temporary file: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    }

    private void merge(Visitor visitor) {
        int slice = (int) Math.max(LEAST_SLICE, Math.min(SLICE, memory / ends.size() / RECORD * RECORD));
        Run[] heap = new Run[ends.size()];
        int n = 0;
        for (int k = 0; k < heap.length; k++) {
            Run run = new Run(k, k == 0 ? 0 : ends.get(k - 1), ends.get(k), slice);
            if (run.advance()) {
                heap[n++] = run;
            }
        }
        for (int i = n / 2 - 1; i >= 0; i--) {
            sink(heap, i, n);
        }
        while (n > 0) {
            Run least = heap[0];
            visitor.visit(least.score, least.first, least.second, least.tag);
            if (!least.advance()) {
                heap[0] = heap[--n];
            }
            sink(heap, 0, n);
        }
    }

    private static void sink(Run[] heap, int from, int n) {
        int at = from;
        while (2 * at + 1 < n) {
            int child = 2 * at + 1;
            if (child + 1 < n && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(heap[at])) {
                return;
            }
            Run swap = heap[at];
            heap[at] = heap[child];
            heap[child] = swap;
            at = child;
        }
    }

    /** A sorted run of the file, and its event that comes next. */
    private final class Run {
        private final int number;
        private final long end;
        private final ByteBuffer bytes;
        private long at;
        private long key;
        double score;
        double first;
        double second;
        int tag;

        Run(int number, long from, long end, int slice) {
            this.number = number;
            this.at = from;
            this.end = end;
            this.bytes =
                    buffer((int) Math.min(slice, Math.max(RECORD, end - from))).limit(0);
        }

        boolean isBefore(Run other) {
            int order = Long.compareUnsigned(key, other.key);
            return order != 0 ? order < 0 : number < other.number;
        }

        boolean advance() {
            if (!bytes.hasRemaining()) {
                if (at == end) {
                    return false;
                }
                read();
            }
            score = bytes.getDouble();
            first = bytes.getDouble();
            second = bytes.getDouble();
            tag = bytes.getInt();
            key = ScoreOrder.risingBits(score);
            return true;
        }

        private void read() {
            bytes.clear().limit((int) Math.min(bytes.capacity(), end - at));
            try {
                while (bytes.hasRemaining()) {
                    int n = file.orElseThrow().read(bytes, at);
                    if (n < 0) {
                        throw new IOException("the file is shorter than what was written to it");
                    }
                    at += n;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read a temporary file: " + e.getMessage(), e);
            }
            bytes.flip();
        }
    }

    /** Gives memory and the file back. */
    @Override
    public void close() {
        size = 0;
        score = new double[0];
        first = new double[0];
        second = new double[0];
        tag = new int[0];
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            // Nobody needs it any more.
            file = Optional.empty();
        }
        file = Optional.empty();
    }
}
