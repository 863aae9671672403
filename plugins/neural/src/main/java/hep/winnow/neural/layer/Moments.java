package hep.winnow.neural.layer;

import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;

/** Means and variances of channels, in double precision, that can be merged (Chan, Golub and LeVeque 1979). */
final class Moments {
    private final double[] mean;
    private final double[] squares;
    private double count;

    Moments(int channels) {
        mean = new double[channels];
        squares = new double[channels];
    }

    /** Measures the first {@code rows} rows, each a sequence of pixels. */
    void of(FloatMatrix x, int rows) {
        int channels = mean.length;
        int pixels = x.columns() / channels;
        count = rows * pixels;
        Arrays.fill(mean, 0);
        Arrays.fill(squares, 0);
        for (int i = 0; i < rows; i++) {
            float[] row = x.row(i);
            for (int first = 0; first < x.columns(); first += channels) {
                for (int c = 0; c < channels; c++) {
                    mean[c] += row[first + c];
                }
            }
        }
        for (int c = 0; c < channels; c++) {
            mean[c] /= count;
        }
        for (int i = 0; i < rows; i++) {
            float[] row = x.row(i);
            for (int first = 0; first < x.columns(); first += channels) {
                for (int c = 0; c < channels; c++) {
                    double d = row[first + c] - mean[c];
                    squares[c] += d * d;
                }
            }
        }
    }

    /** Takes up what another has measured. */
    void merge(Moments other) {
        double both = count + other.count;
        for (int c = 0; c < mean.length; c++) {
            double d = other.mean[c] - mean[c];
            mean[c] += d * other.count / both;
            squares[c] += other.squares[c] + d * d * count * other.count / both;
        }
        count = both;
    }

    void set(Moments other) {
        count = other.count;
        System.arraycopy(other.mean, 0, mean, 0, mean.length);
        System.arraycopy(other.squares, 0, squares, 0, squares.length);
    }

    double count() {
        return count;
    }

    double mean(int c) {
        return mean[c];
    }

    /** Returns the mean square distance from the mean. */
    double variance(int c) {
        return squares[c] / count;
    }

    /** Returns the variance with N - 1; 0 for one number. */
    double sampleVariance(int c) {
        return count > 1 ? squares[c] / (count - 1) : 0;
    }
}
