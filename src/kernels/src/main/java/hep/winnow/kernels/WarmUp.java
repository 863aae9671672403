package hep.winnow.kernels;

import java.util.List;
import java.util.Optional;

/**
 * Makes HotSpot compile the vector kernels: calls each of them, on shapes like those of training, until it is as fast as its twin. Where {@value #SECONDS} seconds of calls do not bring that about, the twin stays.
 */
final class WarmUp {
    private static final int SECONDS = 20;
    /** Calls between two looks at the clock. */
    private static final int BURST = 4;
    /** Bursts that the twin gets to be compiled itself. */
    private static final int PLAIN_BURSTS = 20;
    /** Calls after which HotSpot has made code that counts, as the launcher tells it. */
    private static final int CALLS = 2;
    /** Further calls after which it has made good code. */
    private static final int MORE_CALLS = 20;
    /** So much longer may a function take than its twin, which HotSpot vectorises where it is simple. */
    private static final double TOLERANCE = 1.5;

    private final KernelSet scalar;
    private final KernelSet vector;
    private final Twins twins;
    private final WarmUpArrays arrays = new WarmUpArrays();
    private double worked;

    WarmUp(KernelSet scalar, KernelSet vector, Twins twins) {
        this.scalar = scalar;
        this.vector = vector;
        this.twins = twins;
    }

    /** Warms up what is asked for, until the process ends or vectors are given up. */
    void run() {
        try {
            for (Optional<Part> part = twins.next(); part.isPresent(); part = twins.next()) {
                warm(part.get());
            }
        } catch (InterruptedException e) {
            // Whoever ends threads wants no vectors: the twins go on.
            Thread.currentThread().interrupt();
        }
    }

    private void warm(Part part) throws InterruptedException {
        boolean fast = switch (part) {
            case ONE -> tiles(1);
            case TWO -> tiles(2);
            case THREE -> tiles(3);
            case FOUR -> tiles(4);
            case ROW -> rows();
            case RECTIFIERS -> all(arrays.rectifiers(scalar), arrays.rectifiers(vector));
            case LEAKY -> all(arrays.leaky(scalar), arrays.leaky(vector));
            case ARRAYS -> all(arrays.sums(scalar), arrays.sums(vector));
            case ADAM -> all(arrays.adam(scalar), arrays.adam(vector));
            case STEPS -> all(arrays.steps(scalar), arrays.steps(vector));
            case SIGMOID -> all(arrays.sigmoid(scalar), arrays.sigmoid(vector));
            case FUNCTIONS -> all(arrays.functions(scalar), arrays.functions(vector));
            case COMPARISONS -> all(arrays.comparisons(scalar), arrays.comparisons(vector));
            case PANELS -> panels();
        };
        if (fast) {
            twins.begin(part);
        } else if (part.compareTo(Part.ROW) <= 0) {
            twins.useLoops("the vectors of this JVM stay slow");
        } else {
            twins.refuse(part);
        }
    }

    /** Tiles so many vectors wide and no others. Few rows first, for nothing is compiled yet; two blocks of terms always, so that nothing is compiled for one alone; then broken rows. */
    private boolean tiles(int width) throws InterruptedException {
        int lanes = VectorKernels.lanes();
        int n = width * lanes;
        // Where vectors are short there is one width of tiles, but sums of columns take up to four vectors.
        int wide = lanes < FloatMatrix.PAD ? 4 * lanes : n;
        int rows = width == 1 ? 8 : 4;
        haveCompiled(WarmUpLayer.tiled(rows, 66, n), WarmUpLayer.tiled(rows, 1, n));
        return layers(List.of(
                WarmUpLayer.tiled(8, 66, n),
                WarmUpLayer.tiled(67, 70, Math.max(4, n - 1)),
                WarmUpLayer.tiled(64, 128, wide)));
    }

    private boolean rows() throws InterruptedException {
        int columns = 7 * VectorKernels.lanes();
        haveCompiled(WarmUpLayer.rowByRow(30, columns), WarmUpLayer.rowByRow(1, columns));
        return layers(List.of(WarmUpLayer.rowByRow(64, columns)));
    }

    /**
     * Has HotSpot compile the methods behind products. It counts the rounds of a loop too, and one that goes round often enough is compiled for itself, and the method once more: so {@code brief}, whose loops go
     * round once, is called until there is code that counts, then {@code whole} once, which leads through all branches, then {@code brief} until there is the final code.
     */
    private void haveCompiled(WarmUpLayer whole, WarmUpLayer brief) {
        Products products = vector.products().get();
        for (int call = 0; call < CALLS; call++) {
            brief.run(products);
        }
        whole.run(products);
        for (int call = 0; call < MORE_CALLS; call++) {
            brief.run(products);
        }
    }

    private boolean layers(List<WarmUpLayer> layers) throws InterruptedException {
        Products plain = scalar.products().get();
        Products byVector = vector.products().get();
        for (WarmUpLayer layer : layers) {
            double nanos = plainTime(() -> layer.run(plain));
            twins.plainRate(layer.flop() / nanos);
            if (!becomesFast(() -> layer.run(byVector), nanos)) {
                return false;
            }
        }
        return true;
    }

    /** Layers of whole tiles, with one output besides, and of one output. */
    private boolean panels() throws InterruptedException {
        return panels(new PanelLayer(new FloatMatrix(28, 65), new float[65], true))
                && panels(new PanelLayer(new FloatMatrix(65, 64), new float[64], false))
                && panels(new PanelLayer(new FloatMatrix(64, 1), new float[1], false))
                && panelSigmoids();
    }

    private boolean panels(PanelLayer layer) throws InterruptedException {
        float[] in = new float[layer.inputs() * PanelLayer.EVENTS];
        float[] out = new float[layer.outputLength()];
        double nanos = plainTime(() -> scalar.panels().forward(layer, in, out));
        twins.plainRate(2.0 * layer.inputs() * layer.outputs() * PanelLayer.EVENTS / nanos);
        return becomesFast(() -> vector.panels().forward(layer, in, out), nanos)
                && becomesFast(
                        () -> vector.panels().forwardOne(layer, in, out),
                        TOLERANCE * plainTime(() -> scalar.panels().forwardOne(layer, in, out)));
    }

    private boolean panelSigmoids() throws InterruptedException {
        float[] z = new float[PanelLayer.EVENTS];
        double[] out = new double[PanelLayer.EVENTS];
        Runnable plain = () -> scalar.panels().sigmoid(z, z.length, out, 0);
        return becomesFast(() -> vector.panels().sigmoid(z, z.length, out, 0), TOLERANCE * plainTime(plain));
    }

    private boolean all(List<Runnable> plain, List<Runnable> byVector) throws InterruptedException {
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
