package hep.winnow.neural.layer;

import hep.winnow.api.graph.Function;
import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Image;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.kernels.FloatMatrix;

/** Layers in use as operations: no dropout, no noise, running statistics. */
final class LayerGraph {
    private final Graph.Builder graph;
    private final Parameters parameters;
    private int x;

    private LayerGraph(Graph.Builder graph, Parameters parameters) {
        this.graph = graph;
        this.parameters = parameters;
        this.x = graph.input();
    }

    static Graph of(Network network, Parameters parameters) {
        Graph.Builder graph = Graph.of(network.inputs(), Precision.FLOAT);
        LayerGraph layers = new LayerGraph(graph, parameters);
        for (int l = 0; l < network.layers().size(); l++) {
            layers.add(network.layers().get(l), network.shape(l), l);
        }
        return graph.build();
    }

    private void add(Layer layer, Shape in, int l) {
        if (layer instanceof Dense dense) {
            then(new Operation.Dense(in.size(), dense.outputs(), numbers(l, 0), numbers(l, 1)));
            then(dense.activation());
        } else if (layer instanceof Convolution convolution) {
            then(new Operation.Convolution(
                    image(in), window(convolution.window(), in), convolution.filters(), numbers(l, 0), numbers(l, 1)));
            then(convolution.activation());
        } else if (layer instanceof MaxPool pool) {
            then(new Operation.Pool(image(in), window(pool.window(), in), true));
        } else if (layer instanceof AveragePool pool) {
            then(new Operation.Pool(image(in), window(pool.window(), in), false));
        } else if (layer instanceof BatchNorm norm) {
            then(scale(l));
            then(norm.activation());
        } else if (layer instanceof Divide divide) {
            then(Operation.Scale.of((float) (1 / divide.by()), 0));
        } else if (layer instanceof Maxout maxout) {
            then(new Operation.Maxout(in.channels(), maxout.pieces()));
        } else if (layer instanceof Softmax) {
            then(new Operation.Softmax(in.channels()));
        }
    }

    private void then(Operation operation) {
        x = graph.add(operation, Precision.FLOAT, x);
    }

    private void then(Activation activation) {
        if (activation instanceof Activation.Selu) {
            then(new Operation.Apply(Function.ELU, Activation.Selu.ALPHA));
            then(Operation.Scale.of(Activation.Selu.SCALE, 0));
        } else if (!(activation instanceof Activation.Identity)) {
            then(new Operation.Apply(function(activation), activation.parameter()));
        }
    }

    private static Function function(Activation activation) {
        return switch (activation.word()) {
            case "sigmoid" -> Function.SIGMOID;
            case "tanh" -> Function.TANH;
            case "relu" -> Function.RELU;
            case "leaky" -> Function.LEAKY;
            case "elu" -> Function.ELU;
            case "softplus" -> Function.SOFTPLUS;
            case "swish" -> Function.SWISH;
            default -> throw new IllegalStateException(activation.word() + " acts on no number alone");
        };
    }

    /** Running statistics, gains and biases as one straight line per channel. */
    private Operation.Scale scale(int l) {
        double[] gains = numbers(l, 0);
        double[] variances = numbers(l, 3);
        double[] factors = new double[gains.length];
        for (int c = 0; c < factors.length; c++) {
            factors[c] = gains[c] / Math.sqrt(variances[c] + BatchNorm.EPS);
        }
        return new Operation.Scale(numbers(l, 2), factors, numbers(l, 1));
    }

    private double[] numbers(int l, int b) {
        FloatMatrix block = parameters.block(l, b);
        double[] out = new double[block.rows() * block.columns()];
        for (int k = 0; k < out.length; k++) {
            out[k] = block.row(k / block.columns())[k % block.columns()];
        }
        return out;
    }

    private static Image image(Shape shape) {
        return new Image(shape.height(), shape.width(), shape.channels());
    }

    private static hep.winnow.api.graph.Window window(Window window, Shape image) {
        Shape places = window.places(image, 1);
        return new hep.winnow.api.graph.Window(
                window.height(),
                window.width(),
                window.stride(),
                -window.top(image, 0),
                -window.left(image, 0),
                places.height(),
                places.width());
    }
}
