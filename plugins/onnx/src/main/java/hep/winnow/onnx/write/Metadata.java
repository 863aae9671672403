package hep.winnow.onnx.write;

import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ModelContract;
import hep.winnow.api.learn.ModelInput;
import hep.winnow.api.learn.Task;
import hep.winnow.onnx.proto.OnnxFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a file of ours says of itself besides its graph. Lists stand a line each; numbers of the self-test in base 16, which loses nothing. */
public final class Metadata {
    private static final String INPUTS = "winnow.inputs";
    private static final String EXPRESSIONS = "winnow.expressions";
    private static final String UNITS = "winnow.units";
    private static final String OUTPUTS = "winnow.outputs";
    private static final String CLASSES = "winnow.classes";
    private static final String TASK = "winnow.task";
    private static final String THRESHOLD = "winnow.threshold";
    private static final String TEST_INPUTS = "winnow.selftest.inputs";
    private static final String TEST_SCORES = "winnow.selftest.scores";
    private static final String CONTRACT = "winnow.contract";

    private final Map<String, String> texts;

    private Metadata(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Returns what a file says. */
    public static Metadata of(OnnxFile file) {
        return new Metadata(file.metadata());
    }

    /** Returns what the file of a model is to say. */
    static Map<String, String> of(ModelContract model) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put(INPUTS, String.join("\n", model.inputNames()));
        out.put(
                EXPRESSIONS,
                lines(model.inputs().stream().map(ModelInput::expression).toList()));
        out.put(UNITS, lines(model.inputs().stream().map(ModelInput::unit).toList()));
        out.put(OUTPUTS, lines(model.outputNames()));
        out.put(CLASSES, lines(model.classes()));
        out.put(TASK, model.task().name().toLowerCase(Locale.ROOT));
        out.put(THRESHOLD, Double.toHexString(model.threshold()));
        out.put(TEST_INPUTS, numbers(model.testInputs()));
        out.put(TEST_SCORES, numbers(model.testScores()));
        out.put(CONTRACT, model.json());
        return out;
    }

    private static String lines(List<String> texts) {
        return texts.stream().map(t -> t.replace('\n', ' ')).collect(Collectors.joining("\n"));
    }

    private static String numbers(List<double[]> events) {
        return events.stream()
                .map(e -> Arrays.stream(e).mapToObj(Double::toHexString).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /** Tells whether the file is one of ours. */
    public boolean isThere() {
        return texts.containsKey(CONTRACT);
    }

    private List<String> list(String key) {
        String text = texts.getOrDefault(key, "");
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1));
    }

    private List<double[]> events(String key) {
        return list(key).stream()
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    /** Returns names and formulas of the inputs. */
    public List<ForeignInput> foreignInputs() {
        List<String> names = list(INPUTS);
        List<String> expressions = list(EXPRESSIONS);
        List<String> units = Arrays.asList(texts.getOrDefault(UNITS, "").split("\n", -1));
        List<ForeignInput> out = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            out.add(new ForeignInput(
                    names.get(i), true, expressions.get(i), expressions.get(i), units.get(i), Double.NaN, Double.NaN));
        }
        return out;
    }

    /** Returns the names of the outputs. */
    public List<String> outputs() {
        return list(OUTPUTS);
    }

    /** Returns the names of the classes. */
    public List<String> classes() {
        return list(CLASSES);
    }

    /** Returns what it learnt; a separation of two classes if the file does not tell. */
    public Task task() {
        return Task.valueOf(texts.getOrDefault(TASK, "binary").toUpperCase(Locale.ROOT));
    }

    /** Returns the score that parts two classes; 0.5 if the file does not tell. */
    public double threshold() {
        return Double.parseDouble(texts.getOrDefault(THRESHOLD, "0.5"));
    }

    /** Returns events to try it on. */
    public List<double[]> testInputs() {
        return events(TEST_INPUTS);
    }

    /** Returns what the model made of them, all outputs each. */
    public List<double[]> testScores() {
        return events(TEST_SCORES);
    }
}
