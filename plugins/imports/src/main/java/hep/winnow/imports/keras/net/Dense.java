package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Operation;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.kernels.Products;
import java.util.OptionalInt;

/** Number j is bias_j + Σ_k x_k · kernel_kj. */
public final class Dense extends Op {
    private final double[] kernel;
    private final double[] bias;
    private final int inputs;

    /**
     * Makes one.
     *
     * @param kernel inputs x outputs, row by row
     * @param bias one per output
     */
    public Dense(double[] kernel, double[] bias) {
        super(bias.length);
        this.kernel = kernel;
        this.bias = bias;
        this.inputs = kernel.length / bias.length;
    }

    @Override
    public int parameters() {
        return kernel.length + bias.length;
    }

    @Override
    void one(double[][] in, double[] out) {
        double[] x = in[0];
        System.arraycopy(bias, 0, out, 0, bias.length);
        for (int k = 0; k < inputs; k++) {
            for (int j = 0; j < bias.length; j++) {
                out[j] += x[k] * kernel[k * bias.length + j];
            }
        }
    }

    @Override
    OptionalInt add(Sink graph, int... arguments) {
        return graph.add(new Operation.Dense(inputs, bias.length, kernel, bias), arguments);
    }

    @Override
    Work work(int capacity) {
        Products products = Products.best();
        FloatMatrix weights = Floats.matrix(kernel, inputs, bias.length);
        float[] start = Floats.matrix(bias, 1, bias.length).row(0);
        return (in, rows, out) -> products.forward(in.get(0), rows, weights, start, out);
    }
}
