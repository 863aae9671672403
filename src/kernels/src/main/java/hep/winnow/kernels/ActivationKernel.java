package hep.winnow.kernels;

/**
 * A function that a layer applies to each of its outputs. Stateless, safe for several threads. NaN stays NaN; infinities go where the formula's limit is.
 */
public interface ActivationKernel {
    /** Applies the function to the first {@code n} numbers of {@code z}, in place. */
    void apply(float[] z, int n);

    /** Does the same, and writes the derivative at each to {@code slope}. Where the function has a kink, that is the derivative from the left. */
    void apply(float[] z, float[] slope, int n);

    /** Tells whether the signs of the outputs tell the derivative, and {@link #multiplySlope} may be called. */
    default boolean isSlopeOfSign() {
        return false;
    }

    /**
     * Multiplies the first {@code n} numbers of {@code delta} by the derivative, so that no array of slopes need be kept. Only the signs of the outputs count.
     *
     * @param y outputs of the function
     * @throws UnsupportedOperationException if the signs do not tell the derivative
     */
    default void multiplySlope(float[] delta, float[] y, int n) {
        throw new UnsupportedOperationException("the signs of the outputs of " + this + " do not tell its derivative");
    }

    /**
     * Applies the function to each of the first {@code rows} rows of {@code z}, in place, and writes the derivatives to {@code slope}.
     *
     * @param z at least {@code rows} rows
     * @param slope at least {@code rows} rows, as wide as {@code z}
     */
    default void apply(FloatMatrix z, FloatMatrix slope, int rows) {
        for (int i = 0; i < rows; i++) {
            apply(z.array()[i], slope.array()[i], z.columns());
        }
    }

    /** Applies the function to each of the first {@code rows} rows of {@code z}, in place. */
    default void apply(FloatMatrix z, int rows) {
        for (int i = 0; i < rows; i++) {
            apply(z.array()[i], z.columns());
        }
    }

    /** f(z) = z. */
    static ActivationKernel identity() {
        return new Activations.Identity();
    }

    /** f(z) = 1/(1 + e^-z). */
    static ActivationKernel sigmoid() {
        return new Activations.Sigmoid();
    }

    /** f(z) = tanh z. */
    static ActivationKernel tanh() {
        return new Activations.Tanh();
    }

    /** f(z) = max(z, 0). */
    static ActivationKernel relu() {
        return new Activations.Relu();
    }

    /** f(z) = z above 0, slope·z below. */
    static ActivationKernel leaky(double slope) {
        return new Activations.Leaky((float) slope);
    }

    /** f(z) = scale·z above 0, scale·alpha·(e^z - 1) below. ELU has scale 1; SELU has {@code alpha} 1.6732632 and scale 1.0507010 (Klambauer et al. 2017). */
    static ActivationKernel elu(double alpha, double scale) {
        return new Activations.Elu((float) alpha, (float) scale);
    }

    /** f(z) = log(1 + e^z). */
    static ActivationKernel softplus() {
        return new Activations.Softplus();
    }

    /** f(z) = z/(1 + e^-z). */
    static ActivationKernel swish() {
        return new Activations.Swish();
    }
}
