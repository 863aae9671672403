package hep.winnow.kernels;

/** A layer to multiply while kernels are warmed up. */
final class WarmUpLayer {
    private final int rows;
    private final FloatMatrix x;
    private final FloatMatrix w;
    private final FloatMatrix transposed;
    private final FloatMatrix delta;
    private final FloatMatrix out;
    private final FloatMatrix gradient;
    private final FloatMatrix inputGradient;
    private final float[] bias;

    WarmUpLayer(int rows, int inputs, int outputs) {
        this.rows = rows;
        this.x = new FloatMatrix(rows, inputs);
        this.w = new FloatMatrix(inputs, outputs);
        this.transposed = new FloatMatrix(outputs, inputs);
        this.delta = new FloatMatrix(rows, outputs);
        this.out = new FloatMatrix(rows, outputs);
        this.gradient = new FloatMatrix(inputs, outputs);
        this.inputGradient = new FloatMatrix(rows, inputs);
        this.bias = new float[outputs];
    }

    void run(Products products) {
        products.forward(x, rows, w, bias, out);
        products.weightGradient(x, delta, rows, gradient);
        products.inputGradient(delta, rows, transposed, inputGradient);
        products.biasGradient(delta, rows, bias);
    }

    /** Multiplications and additions of a run. */
    double flop() {
        return 6.0 * rows * w.rows() * w.columns();
    }
}
