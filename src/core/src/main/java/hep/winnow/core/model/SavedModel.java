package hep.winnow.core.model;

import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as its file holds it.
 *
 * @param learner kind of its learner
 * @param task what it learnt
 * @param classes names of the classes, in the order of its main outputs; empty where nothing is classified
 * @param inputs in the order of the pipeline
 * @param options of its training, as text of the macro language
 * @param provenance where it comes from: macro, data, seed, split
 * @param pipeline fills, scales and the model proper
 * @param test inputs, event by event, that the file keeps with their scores to check itself
 * @param targets names of the main outputs, where there are several targets; else empty
 * @param furtherOutputs names of what it tells of an event besides: the last outputs of the model, in this order
 */
public record SavedModel(
        String learner,
        Task task,
        List<String> classes,
        List<InputSpec> inputs,
        Map<String, String> options,
        Facts provenance,
        Pipeline pipeline,
        List<double[]> test,
        List<String> targets,
        List<String> furtherOutputs) {
    public SavedModel {
        classes = List.copyOf(classes);
        inputs = List.copyOf(inputs);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        test = List.copyOf(test);
        targets = List.copyOf(targets);
        furtherOutputs = List.copyOf(furtherOutputs);
        if (targets.size() + furtherOutputs.size() > pipeline.model().outputs()) {
            throw new IllegalArgumentException("a model of " + pipeline.model().outputs() + " outputs was given "
                    + (targets.size() + furtherOutputs.size()) + " names for them: " + targets + ", " + furtherOutputs);
        }
    }

    /** Makes a model whose outputs have no names of their own. */
    public SavedModel(
            String learner,
            Task task,
            List<String> classes,
            List<InputSpec> inputs,
            Map<String, String> options,
            Facts provenance,
            Pipeline pipeline,
            List<double[]> test) {
        this(learner, task, classes, inputs, options, provenance, pipeline, test, List.of(), List.of());
    }

    /**
     * Returns the names of all outputs, for columns of a file: {@code name} for a single main one, {@code name_class} for those of classes or targets, then {@code name_spread} and the like.
     */
    public List<String> outputNames(String name) {
        int main = pipeline.model().outputs() - furtherOutputs.size();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < main; i++) {
            names.add(main == 1 ? name : name + "_" + suffix(i, main));
        }
        furtherOutputs.forEach(further -> names.add(name + "_" + further));
        return names;
    }

    private String suffix(int output, int main) {
        List<String> own = targets.isEmpty() ? classes : targets;
        return own.size() == main ? own.get(output) : String.valueOf(output);
    }

    /** Returns this model with other events to test itself on. */
    public SavedModel withTest(List<double[]> events) {
        return new SavedModel(
                learner, task, classes, inputs, options, provenance, pipeline, events, targets, furtherOutputs);
    }

    /** Tells whether another program made it; then the formulas of its inputs count, whatever columns are called like them. */
    public boolean isImported() {
        return pipeline.model() instanceof ImportedModel;
    }

    /** Returns this model with other ways to its inputs, which keep their names and order. */
    public SavedModel withInputs(List<InputSpec> others) {
        return new SavedModel(
                learner, task, classes, others, options, provenance, pipeline, test, targets, furtherOutputs);
    }

    /** Returns the scores of one event: one per output. */
    public double[] score(double[] event) {
        double[][] values = new double[event.length][];
        for (int i = 0; i < event.length; i++) {
            values[i] = new double[] {event[i]};
        }
        double[][] out = new double[pipeline.model().outputs()][1];
        pipeline.score(values, 1, out);
        double[] scores = new double[out.length];
        for (int k = 0; k < out.length; k++) {
            scores[k] = out[k][0];
        }
        return scores;
    }
}
