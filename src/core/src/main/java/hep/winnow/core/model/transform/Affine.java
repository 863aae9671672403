package hep.winnow.core.model.transform;

/**
 * x becomes (x − shift) · factor, column by column.
 *
 * @param word of the transform
 * @param shift one per column
 * @param factor one per column, none 0
 */
public record Affine(String word, double[] shift, double[] factor) implements FittedTransform {
    public Affine {
        if (shift.length != factor.length) {
            throw new IllegalArgumentException(shift.length + " shifts and " + factor.length + " factors");
        }
    }

    @Override
    public int inputs() {
        return shift.length;
    }

    @Override
    public int outputs() {
        return shift.length;
    }

    @Override
    public double[][] apply(double[][] values, int n) {
        double[][] out = new double[shift.length][n];
        for (int f = 0; f < out.length; f++) {
            for (int i = 0; i < n; i++) {
                out[f][i] = (values[f][i] - shift[f]) * factor[f];
            }
        }
        return out;
    }

    @Override
    public double[][] invert(double[][] values, int n) {
        double[][] out = new double[shift.length][n];
        for (int f = 0; f < out.length; f++) {
            for (int i = 0; i < n; i++) {
                out[f][i] = values[f][i] / factor[f] + shift[f];
            }
        }
        return out;
    }
}
