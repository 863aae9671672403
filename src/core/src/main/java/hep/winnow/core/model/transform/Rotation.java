package hep.winnow.core.model.transform;

/**
 * x becomes M (x − centre), with M of outputs x inputs.
 *
 * @param word of the transform
 * @param centre one per input
 * @param forward M, row by row
 * @param backward what undoes M: inputs x outputs, row by row
 */
public record Rotation(String word, double[] centre, double[] forward, double[] backward) implements FittedTransform {
    public Rotation {
        if (forward.length != backward.length || forward.length % Math.max(1, centre.length) != 0) {
            throw new IllegalArgumentException("a rotation of " + centre.length + " inputs was given " + forward.length
                    + " and " + backward.length + " coefficients");
        }
    }

    @Override
    public int inputs() {
        return centre.length;
    }

    @Override
    public int outputs() {
        return forward.length / centre.length;
    }

    @Override
    public double[][] apply(double[][] values, int n) {
        double[][] centred = new double[centre.length][n];
        for (int f = 0; f < centre.length; f++) {
            for (int i = 0; i < n; i++) {
                centred[f][i] = values[f][i] - centre[f];
            }
        }
        return multiply(forward, centred, outputs(), n);
    }

    @Override
    public double[][] invert(double[][] values, int n) {
        double[][] out = multiply(backward, values, inputs(), n);
        for (int f = 0; f < centre.length; f++) {
            for (int i = 0; i < n; i++) {
                out[f][i] += centre[f];
            }
        }
        return out;
    }

    /** Returns matrix · x; each sum goes over the columns of the matrix in order. */
    private static double[][] multiply(double[] matrix, double[][] x, int rows, int n) {
        int columns = matrix.length / rows;
        double[][] out = new double[rows][n];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                add(out[r], matrix[r * columns + c], x[c], n);
            }
        }
        return out;
    }

    private static void add(double[] out, double m, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += m * x[i];
        }
    }
}
