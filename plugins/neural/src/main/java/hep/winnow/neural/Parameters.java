package hep.winnow.neural;

import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;

/**
 * The numbers of a network, or others that come one per parameter, such as a gradient: per layer a matrix of weights (inputs x outputs) and the biases. Not safe for several threads
 * while one writes.
 */
final class Parameters {
    private final FloatMatrix[] weights;
    private final float[][] biases;

    /** Makes zeros for layers of these widths, the inputs first and the outputs last. */
    Parameters(int... widths) {
        int layers = widths.length - 1;
        weights = new FloatMatrix[layers];
        biases = new float[layers][];
        for (int l = 0; l < layers; l++) {
            weights[l] = new FloatMatrix(widths[l], widths[l + 1]);
            biases[l] = new float[widths[l + 1]];
        }
    }

    /** Returns zeros of the same shape. */
    Parameters zeros() {
        return new Parameters(widths());
    }

    /** Returns a copy. */
    Parameters copy() {
        Parameters copy = zeros();
        copy.set(this);
        return copy;
    }

    /** Copies the numbers of {@code other}. */
    void set(Parameters other) {
        for (int l = 0; l < layers(); l++) {
            weights[l].set(other.weights[l]);
            System.arraycopy(other.biases[l], 0, biases[l], 0, biases[l].length);
        }
    }

    void clear() {
        for (int l = 0; l < layers(); l++) {
            for (int k = 0; k < weights[l].rows(); k++) {
                Arrays.fill(weights[l].row(k), 0f);
            }
            Arrays.fill(biases[l], 0f);
        }
    }

    /** Adds the numbers of {@code other}. */
    void add(Parameters other) {
        for (int l = 0; l < layers(); l++) {
            int n = weights[l].columns();
            for (int k = 0; k < weights[l].rows(); k++) {
                Descent.add(weights[l].row(k), other.weights[l].row(k), n);
            }
            Descent.add(biases[l], other.biases[l], n);
        }
    }

    int layers() {
        return weights.length;
    }

    /** Returns the weights of layer {@code l}, 0 for the first. */
    FloatMatrix weights(int l) {
        return weights[l];
    }

    /** Returns the biases of layer {@code l}. */
    float[] biases(int l) {
        return biases[l];
    }

    /** Returns the number of inputs, then of the outputs of each layer. */
    int[] widths() {
        int[] widths = new int[layers() + 1];
        widths[0] = weights[0].rows();
        for (int l = 0; l < layers(); l++) {
            widths[l + 1] = weights[l].columns();
        }
        return widths;
    }

    int count() {
        int count = 0;
        for (FloatMatrix w : weights) {
            count += (w.rows() + 1) * w.columns();
        }
        return count;
    }
}
