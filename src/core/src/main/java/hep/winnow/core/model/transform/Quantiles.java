package hep.winnow.core.model.transform;

import java.util.Arrays;

/**
 * A distribution function per column, as knots that rise both ways, with straight lines between them. Below the first knot and above the last the value of that knot is taken: the train part says
 * nothing of what lies beyond it.
 *
 * @param word of the transform
 * @param from values of the column at the knots, rising; per column at least one
 * @param to what they become, rising
 */
public record Quantiles(String word, double[][] from, double[][] to) implements FittedTransform {
    public Quantiles {
        for (int f = 0; f < from.length; f++) {
            if (from[f].length != to[f].length || from[f].length == 0) {
                throw new IllegalArgumentException(
                        "column " + f + " has " + from[f].length + " and " + to[f].length + " knots");
            }
        }
    }

    @Override
    public int inputs() {
        return from.length;
    }

    @Override
    public int outputs() {
        return from.length;
    }

    @Override
    public double[][] apply(double[][] values, int n) {
        return map(from, to, values, n);
    }

    @Override
    public double[][] invert(double[][] values, int n) {
        return map(to, from, values, n);
    }

    private static double[][] map(double[][] x, double[][] y, double[][] values, int n) {
        double[][] out = new double[x.length][n];
        for (int f = 0; f < x.length; f++) {
            for (int i = 0; i < n; i++) {
                out[f][i] = at(x[f], y[f], values[f][i]);
            }
        }
        return out;
    }

    private static double at(double[] x, double[] y, double v) {
        if (Double.isNaN(v)) {
            return Double.NaN;
        }
        int last = x.length - 1;
        if (v <= x[0]) {
            return y[0];
        }
        if (v >= x[last]) {
            return y[last];
        }
        int found = Arrays.binarySearch(x, v);
        if (found >= 0) {
            return y[found];
        }
        int k = -found - 2;
        double share = (v - x[k]) / (x[k + 1] - x[k]);
        // Rounding must not carry it past the next knot: the function rises.
        return Math.min(y[k + 1], y[k] + share * (y[k + 1] - y[k]));
    }
}
