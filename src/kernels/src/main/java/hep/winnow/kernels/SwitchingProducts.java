package hep.winnow.kernels;

/**
 * Products by plain loops until those by vectors are warm. From then on the rate is looked at now and then: on JDK 17 another library's vectors can make HotSpot box ours, which then are slower than plain
 * loops until the process ends.
 */
final class SwitchingProducts implements Products {
    /** Calls between two looks at the clock. */
    private static final int PERIOD = 64;
    /** So many looks in a row must find vectors slow: one alone may have been interrupted. */
    private static final int PATIENCE = 24;
    /** Rows, terms and columns from which on a product tells something about the rate. */
    private static final int TELLING = 16;

    private final Twins twins;
    private final Products plain;
    private final Products byVector;
    private int calls;
    private int slow;

    SwitchingProducts(Twins twins, Products plain, Products byVector) {
        this.twins = twins;
        this.plain = plain;
        this.byVector = byVector;
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
        look(start, rows, w);
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
        look(start, rows, gradient);
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
        return now == byVector
                && rows >= TELLING
                && w.rows() >= TELLING
                && w.columns() >= TELLING
                && calls++ % PERIOD == 0;
    }

    private void look(long start, int rows, FloatMatrix w) {
        double rate = 2.0 * rows * w.rows() * w.columns() / Math.max(1, System.nanoTime() - start);
        if (rate > twins.plainRate() / 2) {
            slow = 0;
        } else if (++slow >= PATIENCE) {
            slow = 0;
            twins.useLoops("vectors are slower here: " + Math.round(rate) + " GFLOP/s against "
                    + Math.round(twins.plainRate()) + "; another library may use vectors too");
        }
    }
}
