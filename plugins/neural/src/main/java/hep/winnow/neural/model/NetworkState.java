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

/**
 * Networks at rest. Settings: {@code network} (a text per layer), {@code input} (height, width, channels), {@code output} (word of the head), {@code target_mean} and {@code target_scale}. Tensors:
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
        Shape input = network.shape(0);
        Head.Linear linear = head instanceof Head.Linear given ? given : new Head.Linear(0, 1);
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
                        linear.mean(),
                        "target_scale",
                        linear.scale()),
                tensors);
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
        return new NetworkModel(state.learner(), network, parameters, head(state));
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

    private static Head head(ModelState state) {
        String word = state.text("output");
        return switch (word) {
            case "sigmoid" -> new Head.Sigmoid();
            case "softmax" -> new Head.Softmax();
            case "linear" -> new Head.Linear(state.number("target_mean"), state.number("target_scale"));
            default -> throw new IllegalArgumentException("no output '" + word + "'");
        };
    }
}
