package hep.winnow.regression;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.run.Workers;
import java.util.Arrays;

/**
 * Weighted sums over examples in two passes: the means first, and then products of what differs from them, which keeps digits.
 */
final class Moments {
    private Moments() {}

    /** Returns Σw per class; for a regression of all events in one. */
    static double[] sumW(Examples examples, Workers workers) {
        int classes = Math.max(1, examples.classes());
        return Shards.sum(examples, classes, workers, (sum, part, from, to) -> {
            for (int i = from; i < to; i++) {
                sum[label(part, i)] += part.weight()[i];
            }
        });
    }

    /** Tells whether any weight is negative. */
    static boolean hasNegative(Examples examples, Workers workers) {
        return Shards.sum(examples, 1, workers, (sum, part, from, to) -> {
                    for (int i = from; i < to; i++) {
                        sum[0] += part.weight()[i] < 0 ? 1 : 0;
                    }
                })[0]
                > 0;
    }

    /** Returns the weighted mean of each input per class: classes x features. */
    static double[][] means(Examples examples, double[] sumW, Workers workers) {
        int p = examples.features();
        double[] sums = Shards.sum(examples, sumW.length * p, workers, (sum, part, from, to) -> {
            for (int i = from; i < to; i++) {
                int row = label(part, i) * p;
                double w = part.weight()[i];
                for (int f = 0; f < p; f++) {
                    sum[row + f] += w * part.x()[i * p + f];
                }
            }
        });
        double[][] out = new double[sumW.length][];
        for (int c = 0; c < out.length; c++) {
            out[c] = Arrays.copyOfRange(sums, c * p, (c + 1) * p);
            for (int f = 0; f < p; f++) {
                out[c][f] /= sumW[c];
            }
        }
        return out;
    }

    /** Returns Σ w (x − mean)(x − mean)ᵀ / Σw, each event with the mean of its class: features x features, row by row. */
    static double[] covariance(Examples examples, double[] sumW, double[][] means, Workers workers) {
        int p = examples.features();
        double[] sums = Shards.sum(examples, p * p, workers, (sum, part, from, to) -> {
            double[] z = new double[p];
            for (int i = from; i < to; i++) {
                double[] mean = means[label(part, i)];
                for (int f = 0; f < p; f++) {
                    z[f] = part.x()[i * p + f] - mean[f];
                }
                addSquare(sum, z, part.weight()[i]);
            }
        });
        double total = 0;
        for (double w : sumW) {
            total += w;
        }
        mirror(sums, p);
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
        return sums;
    }

    /** Adds w z zᵀ to the upper triangle of {@code sum}. */
    static void addSquare(double[] sum, double[] z, double w) {
        int p = z.length;
        for (int f = 0; f < p; f++) {
            double wz = w * z[f];
            for (int g = f; g < p; g++) {
                sum[f * p + g] += wz * z[g];
            }
        }
    }

    /** Copies the upper triangle to the lower one. */
    static void mirror(double[] square, int p) {
        for (int f = 0; f < p; f++) {
            for (int g = 0; g < f; g++) {
                square[f * p + g] = square[g * p + f];
            }
        }
    }

    private static int label(Examples examples, int i) {
        return examples.classes() == 0 ? 0 : examples.label()[i];
    }
}
