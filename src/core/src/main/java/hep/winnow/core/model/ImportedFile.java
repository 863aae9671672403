package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model file of another program, read.
 *
 * @param format name of its format
 * @param file its bytes; not to be changed
 * @param model what it holds
 * @param source where it lies
 */
public record ImportedFile(String format, byte[] file, ForeignModel model, ModelSource source) {
    private static final int TEST_EVENTS = 16;

    /**
     * Returns the model with the inputs that it has here.
     *
     * @param inputs in the order of the file
     * @param choice what the macro says of it
     * @throws UserError if there is no such output or variant, or the number of classes does not fit
     */
    public SavedModel with(List<InputSpec> inputs, Choice choice) {
        int chosen = choice.output().isEmpty() ? ImportedModel.ALL : output(choice.output());
        Outputs outputs = renamed(chosen == ImportedModel.ALL ? all() : only(chosen), choice.classes());
        List<String> names = inputs.stream().map(InputSpec::name).toList();
        ImportedModel imported = new ImportedModel(
                format, file, ImportedModel.scorer(model, choice.variant()), chosen, choice.variant());
        return new SavedModel(
                format,
                outputs.task(),
                outputs.classes(),
                inputs,
                choice.options(),
                facts(),
                Pipeline.of(names, imported),
                testEvents(),
                outputs.targets(),
                List.of());
    }

    /**
     * What a macro says of a model of another program.
     *
     * @param output name of the only output that is asked for, or its number from 0; empty for all
     * @param classes names of the classes, in the order of the outputs; background and signal of a separation; empty for those of the file
     * @param variant which of several ways to score it; empty for the first
     */
    public record Choice(String output, List<String> classes, String variant) {
        /** Nothing is said. */
        public static final Choice NONE = new Choice("", List.of(), "");

        public Choice {
            classes = List.copyOf(classes);
        }

        private Map<String, String> options() {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("output", output);
            options.put("classes", String.join(", ", classes));
            options.put("variant", variant);
            options.values().removeIf(String::isEmpty);
            return options;
        }
    }

    private record Outputs(Task task, List<String> classes, List<String> targets) {}

    private Outputs all() {
        return new Outputs(model.task(), model.classes(), model.targets());
    }

    /** Of several classes one output is how much an event is like that class: signal against all else. */
    private Outputs only(int output) {
        if (model.task() != Task.MULTICLASS) {
            return new Outputs(model.task(), model.classes(), List.of());
        }
        String signal = model.classes().get(output);
        List<String> rest = new ArrayList<>(model.classes());
        rest.remove(output);
        return new Outputs(Task.BINARY, List.of(rest.size() == 1 ? rest.get(0) : "other", signal), List.of());
    }

    private Outputs renamed(Outputs outputs, List<String> classes) {
        if (classes.isEmpty()) {
            return outputs;
        }
        if (classes.size() != outputs.classes().size()
                || classes.stream().distinct().count() < classes.size()) {
            throw UserError.macro(
                    "classes= has " + classes.size() + " names, " + classes + "; the model has "
                            + outputs.classes().size() + " classes, " + outputs.classes(),
                    outputs.classes().isEmpty()
                            ? "it is a regression: leave classes= out"
                            : "give each of them another name, in this order");
        }
        return new Outputs(outputs.task(), classes, outputs.targets());
    }

    private List<String> outputNames() {
        return model.task() == Task.MULTICLASS ? model.classes() : model.targets();
    }

    private int output(String asked) {
        int named = outputNames().indexOf(asked);
        if (named >= 0) {
            return named;
        }
        for (int k = 0; k < model.scorer().outputs(); k++) {
            if (asked.equals(String.valueOf(k))) {
                return k;
            }
        }
        int last = model.scorer().outputs() - 1;
        throw UserError.macro(
                "the model has no output '" + asked + "'",
                last == 0
                        ? "it has one alone: leave output= out"
                        : "it has 0 to " + last
                                + (outputNames().isEmpty() ? "" : ", named " + String.join(", ", outputNames())));
    }

    private Facts facts() {
        return new Facts()
                .put("imported_from", String.valueOf(source.path().getFileName()))
                .put("bytes", source.bytes())
                .put("sha256", source.sha256())
                .put("format", format)
                .put("method", model.method())
                .put("writer", model.writer())
                .put("notes", model.notes())
                .putAll(model.facts());
    }

    /** Events spread over the ranges of the training, or from -3 to 3 where these are not known. */
    private List<double[]> testEvents() {
        List<double[]> events = new ArrayList<>();
        for (int e = 0; e < TEST_EVENTS; e++) {
            double[] event = new double[model.inputs().size()];
            for (int i = 0; i < event.length; i++) {
                ForeignInput input = model.inputs().get(i);
                boolean isKnown = input.low() < input.high();
                double low = isKnown ? input.low() : -3;
                double high = isKnown ? input.high() : 3;
                event[i] = low + (high - low) * ((7 * e + 3 * i + 1) % 17) / 16;
            }
            events.add(event);
        }
        return events;
    }
}
