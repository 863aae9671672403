package hep.winnow.kernels;

import java.util.List;

/**
 * Makes HotSpot compile the vector kernels: calls each of them, on shapes like those of training, until it is as fast as its twin. Where {@value #SECONDS} seconds of calls do not bring that about, the twin stays.
 */
final class WarmUp {
    private static final int SECONDS = 20;
    /** Rows, inputs and outputs that lead to each tile: short, for nothing is compiled yet. */
    private static final List<int[]> TILES =
            List.of(new int[] {12, 28, 64}, new int[] {12, 28, 48}, new int[] {12, 28, 32}, new int[] {16, 28, 16});
    /** Such that lead to each branch around the tiles: whole and broken rows, one block of terms and several. */
    private static final List<int[]> BRANCHES = List.of(
            new int[] {128, 64, 64},
            new int[] {125, 65, 47},
            new int[] {126, 62, 28},
            new int[] {7, 130, 15},
            new int[] {1, 64, 112});
    /** Calls between two looks at the clock. */
    private static final int BURST = 4;
    /** Bursts that the twin gets to be compiled itself. */
    private static final int PLAIN_BURSTS = 20;
    /** So much longer may a function take than its twin, which HotSpot vectorises where it is simple. */
    private static final double TOLERANCE = 1.5;

    private final KernelSet scalar;
    private final KernelSet vector;
    private final Twins twins;
    private double worked;

    WarmUp(KernelSet scalar, KernelSet vector, Twins twins) {
        this.scalar = scalar;
        this.vector = vector;
        this.twins = twins;
    }

    void run() {
        try {
            warmAll();
        } catch (InterruptedException e) {
            // Whoever ends threads wants no vectors: the twins go on.
            Thread.currentThread().interrupt();
        }
    }

    private void warmAll() throws InterruptedException {
        if (!warmProducts()) {
            twins.useLoops("the vectors of this JVM stay slow");
            return;
        }
        WarmUpArrays arrays = new WarmUpArrays();
        if (warm(arrays.descent(scalar), arrays.descent(vector))) {
            twins.descendByVectors();
        }
        if (warm(arrays.functions(scalar), arrays.functions(vector))) {
            twins.useVectors();
        }
    }

    private boolean warmProducts() throws InterruptedException {
        Products plain = scalar.products().get();
        Products byVector = vector.products().get();
        double rate = 0;
        for (List<int[]> shapes : List.of(TILES, BRANCHES)) {
            for (int[] shape : shapes) {
                WarmUpLayer layer = new WarmUpLayer(shape[0], shape[1], shape[2]);
                double nanos = plainTime(() -> layer.run(plain));
                if (!becomesFast(() -> layer.run(byVector), nanos)) {
                    return false;
                }
                rate = Math.max(rate, layer.flop() / nanos);
            }
        }
        twins.multiplyByVectors(rate);
        return true;
    }

    private boolean warm(List<Runnable> plain, List<Runnable> byVector) throws InterruptedException {
        for (int i = 0; i < plain.size(); i++) {
            if (!becomesFast(byVector.get(i), TOLERANCE * plainTime(plain.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static double plainTime(Runnable call) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PLAIN_BURSTS; i++) {
            best = Math.min(best, burst(call));
        }
        return best;
    }

    private boolean becomesFast(Runnable call, double nanos) throws InterruptedException {
        double found = burst(call);
        while (found > nanos) {
            worked += BURST * found;
            if (worked > SECONDS * 1e9) {
                return false;
            }
            // Half of the time is the compiler's and the work's.
            Thread.sleep(Math.min(20, (long) (BURST * found / 1e6)));
            found = burst(call);
        }
        return true;
    }

    /** Returns the nanoseconds of a call. */
    private static double burst(Runnable call) {
        long start = System.nanoTime();
        for (int i = 0; i < BURST; i++) {
            call.run();
        }
        return (System.nanoTime() - start) / (double) BURST;
    }
}
