package hep.winnow.kernels;

/**
 * The matrix products of a dense layer. Weights are input-major: {@code w} has a row per input and a column per output.
 *
 * <p>Each element of a result starts at its bias (or 0) and takes up its terms one by one, in the order of the summed index, by {@link Math#fma(float, float, float)}. Whoever
 * implements this keeps that order: the bits then depend neither on the implementation nor on the width of its vectors, and a row's result
 * depends on that row alone. Nothing is allocated. Only the first {@code rows} rows of a batch are read and written. An instance has buffers, and so belongs to one thread.
 */
public interface Products {
    /**
     * Output of a layer: out[i][j] = bias[j] + Σ_k x[i][k]·w[k][j], k rising.
     *
     * @param x batch (at least rows x inputs)
     * @param rows rows to compute
     * @param w weights (inputs x outputs)
     * @param bias at least {@code outputs} numbers
     * @param out at least rows x outputs, written; none of the others
     */
    void forward(FloatMatrix x, int rows, FloatMatrix w, float[] bias, FloatMatrix out);

    /**
     * Gradient of the weights: gradient[k][j] = Σ_i x[i][k]·delta[i][j], i rising.
     *
     * @param x the layer's batch (at least rows x inputs)
     * @param delta gradient of the layer's output (at least rows x outputs)
     * @param rows rows to sum over
     * @param gradient inputs x outputs, written
     */
    void weightGradient(FloatMatrix x, FloatMatrix delta, int rows, FloatMatrix gradient);

    /**
     * Gradient of a layer's input: out[i][k] = Σ_j delta[i][j]·w[k][j], j rising.
     *
     * @param delta gradient of the layer's output (at least rows x outputs)
     * @param rows rows to compute
     * @param transposed the weights transposed (outputs x inputs), see {@link FloatMatrix#transposeTo}
     * @param out at least rows x inputs, written
     */
    void inputGradient(FloatMatrix delta, int rows, FloatMatrix transposed, FloatMatrix out);

    /**
     * Gradient of the biases: out[j] = Σ_i delta[i][j], i rising.
     *
     * @param delta at least rows x outputs
     * @param rows rows to sum over
     * @param out at least {@code outputs} numbers, written
     */
    void biasGradient(FloatMatrix delta, int rows, float[] out);

    /**
     * Returns the fastest implementation that this JVM has: by vectors once these are warm, else in plain Java; see {@link Kernels}.
     */
    static Products best() {
        return Kernels.products();
    }

    /** Returns the implementation in plain Java, which needs no module and no flag. */
    static Products scalar() {
        return new ScalarProducts();
    }
}
