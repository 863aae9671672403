package hep.winnow.core.model;

import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as its file holds it.
 *
 * @param learner kind of its learner
 * @param task what it learnt
 * @param classes names of the classes, in the order of its outputs; empty for a regression
 * @param inputs in the order of the pipeline
 * @param options of its training, as text of the macro language
 * @param provenance where it comes from: macro, data, seed, split
 * @param pipeline fills, scales and the model proper
 * @param test inputs, event by event, that the file keeps with their scores to check itself
 */
public record SavedModel(
        String learner,
        Task task,
        List<String> classes,
        List<InputSpec> inputs,
        Map<String, String> options,
        Facts provenance,
        Pipeline pipeline,
        List<double[]> test) {
    public SavedModel {
        classes = List.copyOf(classes);
        inputs = List.copyOf(inputs);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        test = List.copyOf(test);
    }

    /** Returns this model with other events to test itself on. */
    public SavedModel withTest(List<double[]> events) {
        return new SavedModel(learner, task, classes, inputs, options, provenance, pipeline, events);
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
