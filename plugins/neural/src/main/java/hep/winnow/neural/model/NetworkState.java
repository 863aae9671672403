package hep.winnow.neural.model;

import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.LayerText;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import hep.winnow.neural.loss.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Networks at rest. Settings: {@code network} (a text per layer), {@code input} (height, width, channels), {@code output} (word of the head), {@code target_mean} and {@code target_scale}, and which of several quantiles is the {@code middle} one; for several targets the tensors {@code target.means} and {@code target.scales} instead. Tensors:
 * {@code layer1.weights}, {@code layer1.biases} and so on; layers without numbers are not counted. The first format had no {@code network} but {@code layers} (how many, all dense), {@code activation} and {@code activation_parameter}; it can be read.
 */
final class NetworkState {
    private NetworkState() {}

    static ModelState of(String learner, Network network, Parameters parameters, Head head) {
        List<Tensor> tensors = new ArrayList<>();
        int number = 0;
        for (int l = 0; l < parameters.layers(); l++) {
            List<Block> blocks = parameters.blocks(l);
            number += blocks.isEmpty() ? 0 : 1;
            for (int b = 0; b < blocks.size(); b++) {
                Block block = blocks.get(b);
                tensors.add(Tensor.floats(
                        name(number, block),
                        shape(block),
                        parameters.block(l, b).toArray()));
            }
        }
        if (head instanceof Head.Several several) {
            List<Integer> shape = List.of(several.each().size());
            tensors.add(Tensor.doubles("target.means", shape, numbers(several, Head.Linear::mean)));
            tensors.add(Tensor.doubles("target.scales", shape, numbers(several, Head.Linear::scale)));
        }
        Shape input = network.shape(0);
        Head.Scaled scaled = head instanceof Head.Scaled given ? given : new Head.Linear(0, 1);
        long middle = head instanceof Head.Quantiles quantiles ? quantiles.middle() : 0;
        return new ModelState(
                learner,
                Map.of(
                        "network",
                        network.layers().stream().map(Layer::text).toList(),
                        "input",
                        List.of((long) input.height(), (long) input.width(), (long) input.channels()),
                        "output",
                        head.word(),
                        "target_mean",
                        scaled.mean(),
                        "target_scale",
                        scaled.scale(),
                        "middle",
                        middle),
                tensors);
    }

    private static double[] numbers(Head.Several several, ToDoubleFunction<Head.Linear> of) {
        return several.each().stream().mapToDouble(of).toArray();
    }

    private static String name(int number, Block block) {
        return "layer" + number + "." + block.name();
    }

    private static List<Integer> shape(Block block) {
        return block.kind() == Block.Kind.WEIGHTS ? List.of(block.rows(), block.columns()) : List.of(block.columns());
    }

    /** Returns the model of that state. */
    static NetworkModel read(ModelState state) {
        Network network = state.settings().containsKey("network") ? network(state) : firstFormat(state);
        Parameters parameters = network.zeros();
        int number = 0;
        for (int l = 0; l < parameters.layers(); l++) {
            List<Block> blocks = parameters.blocks(l);
            number += blocks.isEmpty() ? 0 : 1;
            for (int b = 0; b < blocks.size(); b++) {
                Block block = blocks.get(b);
                Tensor tensor = state.tensor(name(number, block));
                if (!tensor.shape().equals(shape(block))) {
                    throw new IllegalArgumentException("tensor '" + tensor.name() + "' has the shape " + tensor.shape()
                            + ", expected " + shape(block));
                }
                parameters.block(l, b).load(tensor.toFloats(), 0, block.rows());
            }
        }
        return new NetworkModel(state.learner(), network, parameters, head(state, network.outputs()));
    }

    private static Network network(ModelState state) {
        List<Layer> layers = list(state, "network").stream()
                .map(l -> LayerText.parse((String) l))
                .toList();
        List<Integer> input =
                list(state, "input").stream().map(n -> ((Number) n).intValue()).toList();
        return new Network(new Shape(input.get(0), input.get(1), input.get(2)), layers);
    }

    private static List<?> list(ModelState state, String name) {
        if (state.setting(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("setting '" + name + "' is no list: " + state.setting(name));
    }

    private static Network firstFormat(ModelState state) {
        int count = (int) state.number("layers");
        Activation activation = Activation.of(state.text("activation"), state.number("activation_parameter"));
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l <= count; l++) {
            int outputs = state.tensor("layer" + l + ".biases").shape().get(0);
            layers.add(new Dense(outputs, l < count ? activation : new Activation.Identity()));
        }
        int inputs = state.tensor("layer1.weights").shape().get(0);
        return new Network(Shape.flat(inputs), layers);
    }

    private static Head several(ModelState state) {
        double[] means = state.tensor("target.means").values();
        double[] scales = state.tensor("target.scales").values();
        List<Head.Linear> each = new ArrayList<>();
        for (int j = 0; j < means.length; j++) {
            each.add(new Head.Linear(means[j], scales[j]));
        }
        return new Head.Several(each);
    }

    private static Head head(ModelState state, int sums) {
        String word = state.text("output");
        return switch (word) {
            case "sigmoid" -> new Head.Sigmoid();
            case "softmax" -> new Head.Softmax();
            case "linear" -> new Head.Linear(state.number("target_mean"), state.number("target_scale"));
            case "several" -> several(state);
            case "quantiles" ->
                new Head.Quantiles(
                        state.number("target_mean"), state.number("target_scale"), sums, (int) state.number("middle"));
            default -> throw new IllegalArgumentException("no output '" + word + "'");
        };
    }
}
