package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Operation;
import hep.winnow.kernels.DoubleMath;
import java.util.OptionalInt;

/** e^x_j / Σ e^x_k over each group of numbers that follow each other. */
public final class Softmax extends Op {
    private final int group;

    /** Makes one for so many numbers, in groups of {@code group}. */
    public Softmax(int width, int group) {
        super(width);
        this.group = group;
    }

    @Override
    OptionalInt add(Sink graph, int... arguments) {
        return graph.add(new Operation.Softmax(group), arguments);
    }

    @Override
    void one(double[][] in, double[] out) {
        double[] x = in[0];
        for (int first = 0; first < x.length; first += group) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (int j = first; j < first + group; j++) {
                greatest = Math.max(greatest, x[j]);
            }
            double sum = 0;
            for (int j = first; j < first + group; j++) {
                out[j] = DoubleMath.exp(x[j] - greatest);
                sum += out[j];
            }
            for (int j = first; j < first + group; j++) {
                out[j] /= sum;
            }
        }
    }
}
