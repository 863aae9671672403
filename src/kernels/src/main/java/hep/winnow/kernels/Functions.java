package hep.winnow.kernels;

/**
 * Functions of the first {@code n} numbers of an array. {@code x} goes to {@code out}, which may be {@code x}; {@code z} is changed in place, and {@code slope}
 * takes the derivative. The formulas are those of {@link FloatMath} and {@link ActivationKernel}; two implementations give the same bits.
 */
interface Functions {
    void exp(float[] x, float[] out, int n);

    void expm1(float[] x, float[] out, int n);

    void log(float[] x, float[] out, int n);

    void log1p(float[] x, float[] out, int n);

    void tanh(float[] x, float[] out, int n);

    void sigmoid(float[] x, float[] out, int n);

    void softplus(float[] x, float[] out, int n);

    void elu(float[] z, int n, float alpha, float scale);

    void swish(float[] z, int n);

    void sigmoidSlope(float[] z, float[] slope, int n);

    void tanhSlope(float[] z, float[] slope, int n);

    void eluSlope(float[] z, float[] slope, int n, float alpha, float scale);

    void softplusSlope(float[] z, float[] slope, int n);

    void swishSlope(float[] z, float[] slope, int n);
}
