package hep.winnow.imports.keras.net;

import java.util.function.DoubleBinaryOperator;

/** Puts rows of the same length together, number by number, the first two and then the result with the next; the end is multiplied by a factor. */
public final class Merge extends Op {
    private final DoubleBinaryOperator operator;
    private final double factor;

    /** Makes one; {@code factor} is 1, or 1/n for the mean of n rows. */
    public Merge(int width, DoubleBinaryOperator operator, double factor) {
        super(width);
        this.operator = operator;
        this.factor = factor;
    }

    @Override
    void one(double[][] in, double[] out) {
        for (int j = 0; j < out.length; j++) {
            double value = in[0][j];
            for (int a = 1; a < in.length; a++) {
                value = operator.applyAsDouble(value, in[a][j]);
            }
            out[j] = value * factor;
        }
    }
}
