package hep.winnow.kernels;

/** A layer to multiply while kernels are warmed up. */
final class WarmUpLayer {
    private final int rows;
    private final FloatMatrix a;
    private final FloatMatrix w;
    private final FloatMatrix out;
    private final FloatMatrix x;
    private final FloatMatrix delta;
    private final FloatMatrix gradient;
    private final float[] bias;

    private WarmUpLayer(int rows, int terms, int columns, FloatMatrix x, FloatMatrix gradient) {
        this.rows = rows;
        this.a = new FloatMatrix(rows, terms);
        this.w = new FloatMatrix(terms, columns);
        this.out = new FloatMatrix(rows, columns);
        this.x = x;
        this.delta = new FloatMatrix(x.rows(), gradient.columns());
        this.gradient = gradient;
        this.bias = new float[columns];
    }

    /** Returns products whose results are all {@code rows} by {@code columns}, sums of so many terms: they need tiles of one width. */
    static WarmUpLayer tiled(int rows, int terms, int columns) {
        return new WarmUpLayer(rows, terms, columns, new FloatMatrix(terms, rows), new FloatMatrix(rows, columns));
    }

    /** Returns products of too few events for tiles, and a gradient of too few outputs. */
    static WarmUpLayer rowByRow(int terms, int columns) {
        return new WarmUpLayer(1, terms, columns, new FloatMatrix(terms, columns), new FloatMatrix(columns, 1));
    }

    /** Multiplies. */
    void run(Products products) {
        products.forward(a, rows, w, bias, out);
        products.inputGradient(a, rows, w, out);
        products.weightGradient(x, delta, x.rows(), gradient);
        products.biasGradient(delta, x.rows(), bias);
    }

    /** Multiplications and additions of a run. */
    double flop() {
        return 4.0 * rows * w.rows() * w.columns() + 2.0 * x.rows() * gradient.rows() * gradient.columns();
    }
}
