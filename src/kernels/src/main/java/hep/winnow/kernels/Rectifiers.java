package hep.winnow.kernels;

/** Activations of straight pieces, of the first {@code n} numbers of {@code z}, in place; {@code slope} takes the derivative. What stands behind the first {@code n}, up to the next multiple of {@link FloatMatrix#PAD}, may change. Two implementations give the same bits. */
interface Rectifiers {
    void relu(float[] z, int n);

    void leaky(float[] z, int n, float below);

    /** Multiplies {@code delta} by the slope of the rectifier whose outputs are {@code y}. */
    void multiplyReluSlope(float[] delta, float[] y, int n);

    void leakySlope(float[] z, float[] slope, int n, float below);
}
