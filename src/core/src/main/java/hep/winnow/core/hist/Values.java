package hep.winnow.core.hist;

import hep.winnow.api.diagnostic.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Values, one or two an event, with their weights, in the order in which they came. A quarter of a million of them are held in memory; when there are more, they go to a
 * temporary file. For one thread.
 */
final class Values implements Closeable {
    private static final int FIRST = 64;
    private static final int IN_MEMORY = 1 << 18;
    private static final int BYTES = 24;

    private final int most;
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] weight = new double[0];
    private int size;
    private final Extent xExtent = new Extent();
    private final Extent yExtent = new Extent();
    private Optional<FileChannel> file = Optional.empty();

    /** What is done with each value. */
    @FunctionalInterface
    interface Visitor {
        /** Takes a pair of values and its weight. */
        void visit(double x, double y, double weight);
    }

    Values() {
        this(IN_MEMORY);
    }

    /** Makes values of which at most {@code most}, 64 or more, are held in memory. */
    Values(int most) {
        this.most = most;
    }

    /** Returns the range of the first values. */
    Extent x() {
        return xExtent;
    }

    /** Returns the range of the second values. */
    Extent y() {
        return yExtent;
    }

    /** Adds a pair of values; of a single one, the second is of no account. */
    void add(double first, double second, double w) {
        if (size == most) {
            spill();
        } else if (size == x.length) {
            x = Arrays.copyOf(x, Math.min(Math.max(FIRST, 2 * size), most));
            y = Arrays.copyOf(y, x.length);
            weight = Arrays.copyOf(weight, x.length);
        }
        x[size] = first;
        y[size] = second;
        weight[size++] = w;
        xExtent.add(first);
        yExtent.add(second);
    }

    /** Hands all values to {@code visitor}, in order. */
    void forEach(Visitor visitor) {
        if (file.isPresent()) {
            try {
                readBack(file.get(), visitor);
            } catch (IOException e) {
                throw failure(e);
            }
        }
        for (int i = 0; i < size; i++) {
            visitor.visit(x[i], y[i], weight[i]);
        }
    }

    /** Gives the temporary file back. */
    @Override
    public void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            // It is read already, and deleted all the same.
            file = Optional.empty();
        }
        file = Optional.empty();
    }

    private void spill() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES * size);
        for (int i = 0; i < size; i++) {
            bytes.putDouble(x[i]).putDouble(y[i]).putDouble(weight[i]);
        }
        bytes.flip();
        try {
            if (file.isEmpty()) {
                file = Optional.of(temporary());
            }
            while (bytes.hasRemaining()) {
                file.get().write(bytes);
            }
        } catch (IOException e) {
            throw failure(e);
        }
        size = 0;
    }

    private static FileChannel temporary() throws IOException {
        Path path = Files.createTempFile("winnow-", ".values");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void readBack(FileChannel channel, Visitor visitor) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES << 12);
        for (long at = 0; at < channel.size(); at += bytes.limit()) {
            bytes.clear();
            int n = 0;
            while (n >= 0 && bytes.hasRemaining()) {
                n = channel.read(bytes, at + bytes.position());
            }
            bytes.flip();
            while (bytes.hasRemaining()) {
                visitor.visit(bytes.getDouble(), bytes.getDouble(), bytes.getDouble());
            }
        }
    }

    private static UserError failure(IOException e) {
        return UserError.data(
                        "cannot keep the values of a histogram in " + System.getProperty("java.io.tmpdir") + ": "
                                + e.getMessage(),
                        "give the statement a range= or edges=, and its values need not be kept")
                .because(e);
    }
}
