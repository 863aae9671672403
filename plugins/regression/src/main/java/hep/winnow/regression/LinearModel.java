package hep.winnow.regression;

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

/**
 * A model of one linear sum per output: η_k = b_k + Σ_f β_kf x_f, and what the {@link Link} makes of them.
 */
final class LinearModel implements Model {
    private final String learner;
    private final Link link;
    private final int inputs;
    private final int outputs;
    private final double threshold;
    private final double[] coefficients;
    private final double[] errors;
    private final List<String> notes;

    /**
     * Makes a model.
     *
     * @param learner kind of its learner
     * @param link what becomes of the sums
     * @param outputs number of sums
     * @param threshold score that parts two classes
     * @param coefficients row by row, one row per output: the coefficients of the inputs, then the intercept
     * @param errors their standard errors in the same order; empty if they are not known
     * @param notes lines for people about the fit
     */
    LinearModel(
            String learner,
            Link link,
            int outputs,
            double threshold,
            double[] coefficients,
            double[] errors,
            List<String> notes) {
        this.learner = learner;
        this.link = link;
        this.outputs = outputs;
        this.inputs = coefficients.length / outputs - 1;
        this.threshold = threshold;
        this.coefficients = coefficients.clone();
        this.errors = errors.clone();
        this.notes = List.copyOf(notes);
    }

    static LinearModel of(ModelState state) {
        Tensor coefficients = state.tensor("coefficients");
        List<String> notes = state.setting("notes") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new LinearModel(
                state.learner(),
                Link.valueOf(state.text("link").toUpperCase(Locale.ROOT)),
                coefficients.shape().get(0),
                state.number("threshold"),
                coefficients.values(),
                state.tensors().stream()
                        .filter(t -> t.name().equals("errors"))
                        .findFirst()
                        .map(Tensor::values)
                        .orElse(new double[0]),
                notes);
    }

    /** Returns the coefficients: row by row, the intercept last. */
    double[] coefficients() {
        return coefficients.clone();
    }

    /** Returns their standard errors; empty if they are not known. */
    double[] errors() {
        return errors.clone();
    }

    /** Returns lines about the fit. */
    List<String> notes() {
        return notes;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public void score(float[] x, int rows, double[] out) {
        double[] eta = new double[outputs];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < outputs; k++) {
                int row = k * (inputs + 1);
                double sum = coefficients[row + inputs];
                for (int f = 0; f < inputs; f++) {
                    sum = Math.fma(coefficients[row + f], x[i * inputs + f], sum);
                }
                eta[k] = sum;
            }
            link.apply(eta);
            System.arraycopy(eta, 0, out, i * outputs, outputs);
        }
    }

    @Override
    public Optional<Graph> graph() {
        double[] weights = new double[inputs * outputs];
        double[] intercepts = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            for (int f = 0; f < inputs; f++) {
                weights[f * outputs + k] = coefficients[k * (inputs + 1) + f];
            }
            intercepts[k] = coefficients[k * (inputs + 1) + inputs];
        }
        Graph.Builder graph = Graph.of(inputs, Precision.FLOAT);
        int sums =
                graph.add(new Operation.Dense(inputs, outputs, weights, intercepts), Precision.DOUBLE, graph.input());
        link.add(graph, sums);
        return Optional.of(graph.build());
    }

    @Override
    public int parameters() {
        return coefficients.length;
    }

    @Override
    public double threshold() {
        return threshold;
    }

    @Override
    public ModelState state() {
        List<Integer> shape = List.of(outputs, inputs + 1);
        Tensor values = Tensor.doubles("coefficients", shape, coefficients);
        return new ModelState(
                learner,
                Map.of("link", link.name().toLowerCase(Locale.ROOT), "threshold", threshold, "notes", notes),
                errors.length == 0 ? List.of(values) : List.of(values, Tensor.doubles("errors", shape, errors)));
    }

    @Override
    public String describe(List<String> names) {
        return CoefficientTable.text(names, outputs, coefficients, errors, notes);
    }
}
