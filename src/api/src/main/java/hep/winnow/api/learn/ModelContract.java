package hep.winnow.api.learn;

import hep.winnow.api.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/**
 * All that another program needs to score as a model does: its inputs, what it computes of them, what its outputs mean, and events to try it on.
 *
 * @param name of the model
 * @param learner kind of its learner
 * @param task what it learnt
 * @param classes names of the classes, in the order of the main outputs; background and signal for a binary task; empty where nothing is classified
 * @param targets names of the main outputs, where there are several targets; else empty
 * @param furtherOutputs names of what it tells of an event besides: the last outputs, in this order
 * @param inputs in the order of the graph
 * @param graph what it computes of the inputs as they are: fills, transforms, scale and the model; NaN in all outputs where an input is missing and not filled, or not finite
 * @param threshold score that parts two classes where none is chosen
 * @param testInputs events, each one number per input
 * @param testScores what the model itself makes of them, each one number per output
 * @param json the contract as JSON on one line: the above in words, with options and provenance of the training, but without the numbers of the model
 */
public record ModelContract(
        String name,
        String learner,
        Task task,
        List<String> classes,
        List<String> targets,
        List<String> furtherOutputs,
        List<ModelInput> inputs,
        Graph graph,
        double threshold,
        List<double[]> testInputs,
        List<double[]> testScores,
        String json) {
    public ModelContract {
        classes = List.copyOf(classes);
        targets = List.copyOf(targets);
        furtherOutputs = List.copyOf(furtherOutputs);
        inputs = List.copyOf(inputs);
        testInputs = List.copyOf(testInputs);
        testScores = List.copyOf(testScores);
        if (graph.inputs() != inputs.size()) {
            throw new IllegalArgumentException(
                    "a graph of " + graph.inputs() + " inputs was given the names of " + inputs.size());
        }
        if (testInputs.isEmpty() || testInputs.size() != testScores.size()) {
            throw new IllegalArgumentException(
                    testInputs.size() + " events to try it on were given " + testScores.size() + " scores");
        }
    }

    /** Returns the names of the inputs. */
    public List<String> inputNames() {
        return inputs.stream().map(ModelInput::name).toList();
    }

    /** Returns the number of main outputs, which come first. */
    public int mainOutputs() {
        return graph.outputs() - furtherOutputs.size();
    }

    /** Returns the names of all outputs: the model's own for a single main one, {@code name_class} for those of classes or targets, then {@code name_spread} and the like. */
    public List<String> outputNames() {
        List<String> own = targets.isEmpty() ? classes : targets;
        int main = mainOutputs();
        List<String> names = new ArrayList<>();
        for (int k = 0; k < main; k++) {
            names.add(main == 1 ? name : name + "_" + (own.size() == main ? own.get(k) : String.valueOf(k)));
        }
        furtherOutputs.forEach(further -> names.add(name + "_" + further));
        return names;
    }

    /**
     * Returns how far scores of some events are from what they should be: the greatest |found − expected| over the greater of |expected| and the root mean square of that output over the events. 0 where both are NaN, infinite where one
     * is.
     *
     * @param expected scores, event by event
     * @param found scores of the same events
     */
    public static double difference(List<double[]> expected, List<double[]> found) {
        double greatest = 0;
        for (int k = 0; k < expected.get(0).length; k++) {
            double size = rootMeanSquare(expected, k);
            for (int i = 0; i < expected.size(); i++) {
                double e = expected.get(i)[k];
                double f = found.get(i)[k];
                boolean isSame = e == f || Double.isNaN(e) && Double.isNaN(f);
                double scale = Math.max(Math.abs(e), size);
                double miss = isSame ? 0 : Math.abs(f - e) / (scale > 0 ? scale : 1);
                greatest = Math.max(greatest, Double.isNaN(miss) ? Double.POSITIVE_INFINITY : miss);
            }
        }
        return greatest;
    }

    private static double rootMeanSquare(List<double[]> scores, int output) {
        double sum = 0;
        int n = 0;
        for (double[] score : scores) {
            if (Double.isFinite(score[output])) {
                sum += score[output] * score[output];
                n++;
            }
        }
        return n == 0 ? 0 : Math.sqrt(sum / n);
    }
}
