package hep.winnow.neural.layer;

import hep.winnow.api.run.Workers;
import java.util.function.IntConsumer;

/**
 * Work on all rows of parameters, row by row: by one thread where they hold few numbers, else in {@value #PARTS} parts by several. The bits are the same as long as no row depends on another. Running it allocates nothing in the calling thread.
 */
public final class RowLoop {
    /** So many numbers are worth handing over. */
    private static final int MANY = 1 << 15;

    private static final int PARTS = 16;

    /** Works on some rows. */
    @FunctionalInterface
    public interface Body {
        /** Works on the rows {@code from} to {@code to - 1}. */
        void accept(int from, int to);
    }

    private final int rows;
    private final boolean isLong;
    private final Workers workers;
    private final Body body;
    private final IntConsumer part = this::part;

    /** Makes a loop over the rows of whatever has the shape of {@code shape}. */
    public RowLoop(Parameters shape, Workers workers, Body body) {
        this.rows = shape.rows();
        this.isLong = shape.count() >= MANY;
        this.workers = workers;
        this.body = body;
    }

    /** Works on all rows. */
    public void run() {
        if (isLong) {
            workers.forEach(PARTS, part);
        } else {
            body.accept(0, rows);
        }
    }

    private void part(int p) {
        body.accept((int) ((long) p * rows / PARTS), (int) ((p + 1L) * rows / PARTS));
    }
}
