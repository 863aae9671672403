package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;
import java.util.List;

/**
 * Every output is f(b_j + Σ_k x_k·w_kj). Blocks: weights (inputs x outputs), biases.
 *
 * @param outputs number of neurons, at least 1
 * @param activation f, element by element
 */
public record Dense(int outputs, Activation activation) implements Layer {
    public Dense {
        if (outputs < 1) {
            throw new IllegalArgumentException("a dense layer needs at least 1 neuron, found " + outputs);
        }
        Activation.requireElementwise(activation);
    }

    @Override
    public Shape output(Shape input) {
        if (!input.isFlat()) {
            throw new IllegalArgumentException(
                    "a dense layer takes flat events, found " + input + ": put flatten before it");
        }
        return Shape.flat(outputs);
    }

    @Override
    public List<Block> blocks(Shape input) {
        return List.of(Block.weights(input.size(), outputs), Block.biases(outputs));
    }

    @Override
    public int fanOut(Shape input) {
        return outputs;
    }

    @Override
    public String text() {
        return "dense(" + outputs + ", " + activation.text() + ")";
    }

    @Override
    public LayerPass pass(Site site) {
        return new DensePass(this, site);
    }

    private static final class DensePass extends LayerPass {
        private final ActivationPass activation;
        private final FloatMatrix output;
        private final FloatMatrix below;

        DensePass(Dense layer, Site site) {
            super(site);
            int inputs = site.input().size();
            activation = new ActivationPass(layer.activation, layer.outputs, site.trainingCapacity());
            output = new FloatMatrix(site.capacity(), layer.outputs);
            below = new FloatMatrix(site.gradientCapacity(), inputs);
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            sum(p, input, rows);
            activation.apply(output, rows);
            return output;
        }

        @Override
        FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random) {
            sum(p, input, rows);
            activation.applyWithSlopes(output, rows);
            return output;
        }

        private void sum(Parameters p, FloatMatrix input, int rows) {
            int l = site().layer();
            site().products().forward(input, rows, p.block(l, 0), p.block(l, 1).row(0), output);
        }

        @Override
        FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient) {
            int l = site().layer();
            activation.multiplySlopes(delta, output, rows);
            site().products().weightGradient(input, delta, rows, gradient.block(l, 0));
            site().products().biasGradient(delta, rows, gradient.block(l, 1).row(0));
            if (below.rows() > 0) {
                site().products().inputGradient(delta, rows, p.transposed(l), below);
            }
            return below;
        }
    }
}
