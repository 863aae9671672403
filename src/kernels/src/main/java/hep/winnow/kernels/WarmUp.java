package hep.winnow.kernels;

import java.util.List;

/**
 * Makes HotSpot compile the vector kernels: calls each of them, on shapes like those of training, until it is as fast as its twin. Where that does not come about in {@value #SECONDS} seconds, the twin stays.
 */
final class WarmUp {
    private static final int SECONDS = 8;
    /** Rows, inputs and outputs that lead to each tile and each branch: whole and broken rows, all widths. Short ones first, while nothing is compiled. */
    private static final List<int[]> SHAPES = List.of(
            new int[] {9, 28, 64},
            new int[] {128, 64, 64},
            new int[] {10, 30, 48},
            new int[] {125, 64, 48},
            new int[] {11, 29, 28},
            new int[] {126, 62, 32},
            new int[] {13, 17, 16},
            new int[] {127, 63, 15},
            new int[] {64, 130, 130});
    /** Calls between two looks at the clock. */
    private static final int BURST = 8;
    /** Bursts that the twin gets to be compiled itself. */
    private static final int PLAIN_BURSTS = 12;
    /** So much longer may a function take than its twin, which HotSpot vectorises where it is simple. */
    private static final double TOLERANCE = 1.5;

    private final KernelSet scalar;
    private final KernelSet vector;
    private final Twins twins;
    private final long end = System.nanoTime() + SECONDS * 1_000_000_000L;

    WarmUp(KernelSet scalar, KernelSet vector, Twins twins) {
        this.scalar = scalar;
        this.vector = vector;
        this.twins = twins;
    }

    void run() {
        Products plain = scalar.products().get();
        Products byVector = vector.products().get();
        double rate = 0;
        for (int[] shape : SHAPES) {
            WarmUpLayer layer = new WarmUpLayer(shape[0], shape[1], shape[2]);
            double nanos = plainTime(() -> layer.run(plain));
            if (!becomesFast(() -> layer.run(byVector), nanos)) {
                twins.useLoops("the vectors of this JVM stay slow");
                return;
            }
            rate = Math.max(rate, layer.flop() / nanos);
        }
        twins.multiplyByVectors(rate);
        WarmUpArrays arrays = new WarmUpArrays();
        List<Runnable> plainCalls = arrays.calls(scalar);
        List<Runnable> vectorCalls = arrays.calls(vector);
        for (int i = 0; i < vectorCalls.size(); i++) {
            if (!becomesFast(vectorCalls.get(i), TOLERANCE * plainTime(plainCalls.get(i)))) {
                twins.onlyMultiplyByVectors();
                return;
            }
        }
        twins.useVectors();
    }

    private static double plainTime(Runnable call) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PLAIN_BURSTS; i++) {
            best = Math.min(best, burst(call));
        }
        return best;
    }

    private boolean becomesFast(Runnable call, double nanos) {
        while (burst(call) > nanos) {
            if (System.nanoTime() > end) {
                return false;
            }
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
