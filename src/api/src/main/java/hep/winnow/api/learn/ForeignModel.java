package hep.winnow.api.learn;

import hep.winnow.api.run.Facts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that another program made, as its file tells it.
 *
 * @param method what it is, such as {@code BDT} or {@code gbtree}
 * @param writer the program that wrote it, with its version if the file tells it, such as {@code TMVA 4.2.1}
 * @param task what it learnt; a separation of two classes has one output, larger for signal
 * @param classes names of the classes, in the order of the outputs, for several classes; background and signal for two; empty for all else
 * @param targets names of what a regression predicts, in the order of the outputs, where there are several; else empty
 * @param inputs in the order in which the scorer takes them
 * @param scorer scores events
 * @param variants other scorers by name, where that program scores a file in several ways; mostly empty
 * @param facts what else the file tells of its making, for the record; may be empty
 * @param notes sentences that whoever uses it should read, such as that spectators were left out
 */
public record ForeignModel(
        String method,
        String writer,
        Task task,
        List<String> classes,
        List<String> targets,
        List<ForeignInput> inputs,
        ForeignScorer scorer,
        Map<String, ForeignScorer> variants,
        Facts facts,
        List<String> notes) {
    public ForeignModel {
        classes = List.copyOf(classes);
        targets = List.copyOf(targets);
        inputs = List.copyOf(inputs);
        notes = List.copyOf(notes);
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
        if (inputs.size() != scorer.inputs()) {
            throw new IllegalArgumentException(
                    "a scorer of " + scorer.inputs() + " inputs was given " + inputs.size() + " of them");
        }
        int expected = task == Task.MULTICLASS
                ? classes.size()
                : task == Task.REGRESSION && !targets.isEmpty() ? targets.size() : 1;
        if (expected != scorer.outputs()) {
            throw new IllegalArgumentException("a scorer of " + scorer.outputs() + " outputs was given " + expected
                    + " names for them: " + classes + ", " + targets);
        }
    }

    /** Makes a model that is scored in one way. */
    public ForeignModel(
            String method,
            String writer,
            Task task,
            List<String> classes,
            List<String> targets,
            List<ForeignInput> inputs,
            ForeignScorer scorer,
            Facts facts,
            List<String> notes) {
        this(method, writer, task, classes, targets, inputs, scorer, Map.of(), facts, notes);
    }
}
