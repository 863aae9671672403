package hep.winnow.perceptron;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A trained perceptron: the signed distance (w·x + b)/|w| from its border; b where all of w is 0. */
final class PerceptronModel implements Model {
    static final String LEARNER = "perceptron";

    private final double[] weights;
    private final double bias;

    /** Makes the model of a border, scaled to a normal of length 1. */
    PerceptronModel(double[] weights, double bias) {
        double squares = 0;
        for (double w : weights) {
            squares = Math.fma(w, w, squares);
        }
        double length = squares > 0 ? Math.sqrt(squares) : 1;
        this.weights = weights.clone();
        for (int f = 0; f < weights.length; f++) {
            this.weights[f] /= length;
        }
        this.bias = bias / length;
    }

    private PerceptronModel(ModelState state) {
        this.weights = state.tensor("weights").values().clone();
        this.bias = state.tensor("bias").values()[0];
    }

    /** Returns the model of that state. */
    static PerceptronModel of(ModelState state) {
        return new PerceptronModel(state);
    }

    /** Returns the signed distance of the event whose inputs start at {@code x[at]}. */
    double side(float[] x, int at) {
        double sum = bias;
        for (int f = 0; f < weights.length; f++) {
            sum = Math.fma(weights[f], x[at + f], sum);
        }
        return sum;
    }

    @Override
    public int inputs() {
        return weights.length;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void score(float[] x, int rows, double[] out) {
        for (int i = 0; i < rows; i++) {
            out[i] = side(x, i * weights.length);
        }
    }

    @Override
    public Optional<Graph> graph() {
        Graph.Builder graph = Graph.of(weights.length, Precision.FLOAT);
        graph.add(
                new Operation.Dense(weights.length, 1, weights.clone(), new double[] {bias}),
                Precision.DOUBLE,
                graph.input());
        return Optional.of(graph.build());
    }

    @Override
    public int parameters() {
        return weights.length + 1;
    }

    @Override
    public double threshold() {
        return 0;
    }

    @Override
    public ModelState state() {
        return new ModelState(
                LEARNER,
                Map.of(),
                List.of(
                        Tensor.doubles("weights", List.of(weights.length), weights),
                        Tensor.doubles("bias", List.of(1), bias)));
    }

    @Override
    public String describe(List<String> inputs) {
        int width = Math.max(10, inputs.stream().mapToInt(String::length).max().orElse(0));
        StringBuilder out = new StringBuilder();
        line(out, width, "input", "weight");
        for (int f = 0; f < weights.length; f++) {
            line(out, width, inputs.get(f), String.format(Locale.ROOT, "%.6g", weights[f]));
        }
        line(out, width, "bias", String.format(Locale.ROOT, "%.6g", bias));
        return out.toString();
    }

    private static void line(StringBuilder out, int width, String name, String value) {
        out.append(name)
                .append(" ".repeat(width - name.length()))
                .append(String.format(Locale.ROOT, " %13s", value))
                .append('\n');
    }
}
