package hep.winnow.neural;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import hep.winnow.kernels.ActivationKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A trained network. */
final class MlpModel implements Model {
    static final String LEARNER = "mlp";
    private static final int BLOCK = 256;

    private final Parameters parameters;
    private final Activation activation;
    private final ActivationKernel kernel;
    private final Head head;
    private final int[] widths;

    /** Makes a model; the parameters are handed over. */
    MlpModel(Parameters parameters, Activation activation, Head head) {
        this.parameters = parameters;
        this.activation = activation;
        this.kernel = activation.kernel();
        this.head = head;
        this.widths = parameters.widths();
    }

    @Override
    public int inputs() {
        return widths[0];
    }

    @Override
    public int outputs() {
        return head.outputs(sums());
    }

    private int sums() {
        return widths[widths.length - 1];
    }

    @Override
    public void score(float[] x, int rows, double[] out) {
        Pass pass = new Pass(widths, kernel, Math.min(rows, BLOCK));
        int outputs = outputs();
        for (int first = 0; first < rows; first += BLOCK) {
            int count = Math.min(BLOCK, rows - first);
            pass.input().load(x, first * inputs(), count);
            pass.forward(parameters, count);
            for (int i = 0; i < count; i++) {
                head.score(pass.sums().row(i), sums(), out, (first + i) * outputs);
            }
        }
    }

    @Override
    public int parameters() {
        return parameters.count();
    }

    @Override
    public ModelState state() {
        List<Tensor> tensors = new ArrayList<>();
        for (int l = 0; l < parameters.layers(); l++) {
            String layer = "layer" + (l + 1);
            tensors.add(Tensor.floats(
                    layer + ".weights",
                    List.of(widths[l], widths[l + 1]),
                    parameters.weights(l).toArray()));
            tensors.add(Tensor.floats(layer + ".biases", List.of(widths[l + 1]), parameters.biases(l)));
        }
        double mean = head instanceof Head.Linear linear ? linear.mean() : 0;
        double scale = head instanceof Head.Linear linear ? linear.scale() : 1;
        return new ModelState(
                LEARNER,
                Map.of(
                        "layers",
                        (long) parameters.layers(),
                        "activation",
                        activation.word(),
                        "activation_parameter",
                        activation.parameter(),
                        "output",
                        head.word(),
                        "target_mean",
                        mean,
                        "target_scale",
                        scale),
                tensors);
    }

    /** Returns the model of that state. */
    static MlpModel of(ModelState state) {
        int layers = (int) state.number("layers");
        int[] widths = new int[layers + 1];
        widths[0] = state.tensor("layer1.weights").shape().get(0);
        for (int l = 0; l < layers; l++) {
            widths[l + 1] = state.tensor("layer" + (l + 1) + ".biases").shape().get(0);
        }
        Parameters parameters = new Parameters(widths);
        for (int l = 0; l < layers; l++) {
            Tensor weights = state.tensor("layer" + (l + 1) + ".weights");
            if (!weights.shape().equals(List.of(widths[l], widths[l + 1]))) {
                throw new IllegalArgumentException("tensor '" + weights.name() + "' has the shape " + weights.shape()
                        + ", expected [" + widths[l] + ", " + widths[l + 1] + "]");
            }
            parameters.weights(l).load(weights.toFloats(), 0, widths[l]);
            float[] biases = state.tensor("layer" + (l + 1) + ".biases").toFloats();
            System.arraycopy(biases, 0, parameters.biases(l), 0, biases.length);
        }
        Activation activation = Activation.of(state.text("activation"), state.number("activation_parameter"));
        return new MlpModel(parameters, activation, head(state));
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

    @Override
    public String describe(List<String> inputs) {
        StringBuilder out = new StringBuilder();
        line(out, "layer", "outputs", "parameters");
        line(out, "inputs", String.valueOf(widths[0]), "0");
        for (int l = 0; l < parameters.layers(); l++) {
            boolean last = l == parameters.layers() - 1;
            String layer = last ? "output, " + head.word() : "dense " + (l + 1) + ", " + activationText();
            int count = (widths[l] + 1) * widths[l + 1];
            line(out, layer, String.valueOf(widths[l + 1]), String.valueOf(count));
        }
        line(out, "total", "", String.valueOf(parameters()));
        out.append("inputs: ").append(String.join(", ", inputs)).append('\n');
        return out.toString();
    }

    private String activationText() {
        return activation.parameter() == 0 ? activation.word() : activation.word() + "(" + activation.parameter() + ")";
    }

    private static void line(StringBuilder out, String layer, String outputs, String count) {
        out.append(String.format(Locale.ROOT, "%-24s %8s %11s", layer, outputs, count))
                .append('\n');
    }
}
