package hep.winnow.neural.train;

import hep.winnow.kernels.FloatMatrix;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How strongly the loss pulls at each layer: the root mean square, over the weights of a layer and over some batches of an epoch, of the gradient with its penalties. A few batches tell it, never more than one of {@value #STRIDE}, so that it costs less than a hundredth of the training.
 */
final class GradientSizes {
    /** Batches of an epoch that are looked at, at most. */
    private static final int SAMPLES = 8;

    /** From one batch that is looked at to the next, at least. */
    private static final int STRIDE = 16;

    private final double[] squares;
    private int samples;

    /** Makes one for gradients of the shape of {@code parameters}. */
    GradientSizes(Parameters parameters) {
        squares = new double[meanSquares(parameters).size()];
    }

    /** Begins an epoch: what went before is forgotten, so that a training that was resumed tells the same. */
    void begin() {
        samples = 0;
        Arrays.fill(squares, 0);
    }

    /** Takes up the gradient of batch number {@code batch}, from 0, of {@code batches} in this epoch. */
    void add(Parameters gradient, int batch, int batches) {
        if (batch % Math.max(STRIDE, (batches + SAMPLES - 1) / SAMPLES) == 0) {
            add(gradient);
        }
    }

    private void add(Parameters gradient) {
        List<Double> sizes = meanSquares(gradient);
        for (int l = 0; l < squares.length; l++) {
            squares[l] += sizes.get(l);
        }
        samples++;
    }

    private static List<Double> meanSquares(Parameters gradient) {
        List<Double> sizes = new ArrayList<>();
        for (int l = 0; l < gradient.layers(); l++) {
            List<Block> blocks = gradient.blocks(l);
            for (int b = 0; b < blocks.size(); b++) {
                if (blocks.get(b).kind() == Block.Kind.WEIGHTS) {
                    sizes.add(meanSquare(gradient.block(l, b)));
                }
            }
        }
        return sizes;
    }

    private static double meanSquare(FloatMatrix weights) {
        double sum = 0;
        for (int i = 0; i < weights.rows(); i++) {
            float[] row = weights.row(i);
            sum += squares(row, weights.columns());
        }
        return sum / ((double) weights.rows() * weights.columns());
    }

    /** Four sums, which do not wait for each other; in one order whatever the machine. */
    private static double squares(float[] row, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < n; j += 4) {
            a += (double) row[j] * row[j];
            b += (double) row[j + 1] * row[j + 1];
            c += (double) row[j + 2] * row[j + 2];
            d += (double) row[j + 3] * row[j + 3];
        }
        for (; j < n; j++) {
            a += (double) row[j] * row[j];
        }
        return (a + b) + (c + d);
    }

    /** Returns the size of each layer in this epoch, from the inputs on; NaN where no batch was looked at. */
    List<Double> sizes() {
        return Arrays.stream(squares)
                .mapToObj(s -> samples == 0 ? Double.NaN : Math.sqrt(s / samples))
                .toList();
    }
}
