package hep.winnow.imports.tmva;

/** Activation functions of TMVA's neurons. */
enum NeuronFunction {
    LINEAR,
    SIGMOID,
    TANH,
    /** A rational function in floats, which TMVA takes for tanh since 4.2.1; it is 1 from 4.97 on. */
    FAST_TANH,
    RADIAL,
    RELU;

    private static final double FAST_END = 4.97;

    double of(double x) {
        return switch (this) {
            case LINEAR -> x;
            case SIGMOID -> 1.0 / (1.0 + StrictMath.exp(-x));
            case TANH -> StrictMath.tanh(x);
            case FAST_TANH -> fastTanh(x);
            case RADIAL -> StrictMath.exp(-x * x * 0.5);
            case RELU -> x > 0 ? x : 0;
        };
    }

    /** Products with x itself are doubles, all else floats. */
    private static double fastTanh(double x) {
        if (x > FAST_END || x < -FAST_END) {
            return Math.signum(x);
        }
        float y = (float) (x * x);
        float a = (float) (x * (135135.0f + y * (17325.0f + y * (378.0f + y))));
        float b = 135135.0f + y * (62370.0f + y * (3150.0f + y * 28.0f));
        return a / b;
    }
}
