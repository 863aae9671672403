package hep.winnow.kernels;

/**
 * Products by plain loops until those by vectors are warm. From then on the rate is looked at now and then: on JDK 17 another library's vectors can make HotSpot box ours, which then are slower than plain
 * loops until the process ends.
 */
final class SwitchingProducts implements Products {
    /** Rows, terms and columns from which on a product tells something about the rate. */
    private static final int TELLING = 16;

    private final Twins twins;
    private final Products plain;
    private final Products byVector;
    private final RateWatch watch;

    SwitchingProducts(Twins twins, Products plain, Products byVector) {
        this.twins = twins;
        this.plain = plain;
        this.byVector = byVector;
        this.watch = new RateWatch(twins, 0);
    }

    @Override
    public void forward(FloatMatrix x, int rows, FloatMatrix w, float[] bias, FloatMatrix out) {
        Products now = now(VectorProducts.partsOfSums(rows, w.columns()));
        if (!isLookedAt(now, rows, w)) {
            now.forward(x, rows, w, bias, out);
            return;
        }
        long start = System.nanoTime();
        now.forward(x, rows, w, bias, out);
        watch.look(start, flop(rows, w));
    }

    @Override
    public void weightGradient(FloatMatrix x, FloatMatrix delta, int rows, FloatMatrix gradient) {
        Products now = now(VectorProducts.partsOfGradient(rows, gradient.columns()));
        if (!isLookedAt(now, rows, gradient)) {
            now.weightGradient(x, delta, rows, gradient);
            return;
        }
        long start = System.nanoTime();
        now.weightGradient(x, delta, rows, gradient);
        watch.look(start, flop(rows, gradient));
    }

    @Override
    public void inputGradient(FloatMatrix delta, int rows, FloatMatrix transposed, FloatMatrix out) {
        now(VectorProducts.partsOfSums(rows, transposed.columns())).inputGradient(delta, rows, transposed, out);
    }

    @Override
    public void biasGradient(FloatMatrix delta, int rows, float[] out) {
        now(VectorProducts.parts(rows, delta.columns())).biasGradient(delta, rows, out);
    }

    private Products now(int parts) {
        return parts != Part.NONE && twins.isReady(parts) ? byVector : plain;
    }

    private boolean isLookedAt(Products now, int rows, FloatMatrix w) {
        return now == byVector && rows >= TELLING && w.rows() >= TELLING && w.columns() >= TELLING && watch.isDue();
    }

    private static double flop(int rows, FloatMatrix w) {
        return 2.0 * rows * w.rows() * w.columns();
    }
}
