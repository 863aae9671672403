package hep.winnow.neural.train;

import hep.winnow.kernels.FloatMatrix;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How strongly the loss pulls at each layer: the root mean square, over the weights of a layer and over some batches of an epoch, of the gradient with its penalties. A few batches tell it, so that it costs next to nothing.
 */
final class GradientSizes {
    /** Batches of an epoch that are looked at. */
    private static final int SAMPLES = 8;

    private double[] squares = {};
    private int samples;

    /** Takes up the gradient of batch number {@code batch}, from 0, of {@code batches} in this epoch. */
    void add(Parameters gradient, int batch, int batches) {
        if (batch % Math.max(1, (batches + SAMPLES - 1) / SAMPLES) == 0) {
            add(gradient);
        }
    }

    private void add(Parameters gradient) {
        List<Double> sizes = new ArrayList<>();
        for (int l = 0; l < gradient.layers(); l++) {
            List<Block> blocks = gradient.blocks(l);
            for (int b = 0; b < blocks.size(); b++) {
                if (blocks.get(b).kind() == Block.Kind.WEIGHTS) {
                    sizes.add(meanSquare(gradient.block(l, b)));
                }
            }
        }
        squares = samples == 0 ? new double[sizes.size()] : squares;
        for (int l = 0; l < squares.length; l++) {
            squares[l] += sizes.get(l);
        }
        samples++;
    }

    private static double meanSquare(FloatMatrix weights) {
        double sum = 0;
        for (int i = 0; i < weights.rows(); i++) {
            float[] row = weights.row(i);
            for (int j = 0; j < weights.columns(); j++) {
                sum += (double) row[j] * row[j];
            }
        }
        return sum / ((double) weights.rows() * weights.columns());
    }

    /** Returns the size of each layer since the last call, from the inputs on, and begins anew. */
    List<Double> take() {
        int n = Math.max(1, samples);
        samples = 0;
        return Arrays.stream(squares).mapToObj(s -> Math.sqrt(s / n)).toList();
    }
}
