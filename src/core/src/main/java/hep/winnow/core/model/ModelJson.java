package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Task;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.text.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code model.json}: everything of a model but its numbers. */
final class ModelJson {
    /** Of the file. */
    static final long FORMAT = 1;

    private ModelJson() {}

    static String write(SavedModel model, ModelState state, byte[] weights) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("learner", model.learner());
        root.put("task", word(model.task()));
        root.put("classes", model.classes());
        if (!model.targets().isEmpty()) {
            root.put("targets", model.targets());
        }
        if (!model.furtherOutputs().isEmpty()) {
            root.put("further_outputs", model.furtherOutputs());
        }
        root.put("inputs", inputs(model));
        if (!model.pipeline().transforms().isEmpty()) {
            root.put("transforms", TransformJson.write(model.pipeline()));
            Map<String, Object> scale = new LinkedHashMap<>();
            scale.put("shift", JsonDoubles.toJson(model.pipeline().shift()));
            scale.put("factor", JsonDoubles.toJson(model.pipeline().factor()));
            root.put("scale", scale);
        }
        root.put("options", model.options());
        root.put("provenance", model.provenance());
        Map<String, Object> weightFacts = new LinkedHashMap<>();
        weightFacts.put("bytes", weights.length);
        weightFacts.put("sha256", Hashes.sha256(weights));
        root.put("weights", weightFacts);
        root.put("settings", StateJson.settings(state));
        root.put("tensors", StateJson.tensors(state));
        return Json.writeValue(root);
    }

    private static String word(Task task) {
        return task.name().toLowerCase(Locale.ROOT);
    }

    private static List<Object> inputs(SavedModel model) {
        List<Object> out = new ArrayList<>();
        for (int i = 0; i < model.inputs().size(); i++) {
            InputSpec spec = model.inputs().get(i);
            Map<String, Object> input = new LinkedHashMap<>();
            input.put("name", spec.name());
            input.put("expression", spec.expression());
            input.put("unit", spec.unit());
            input.put("columns", spec.columns());
            Map<String, Object> sentinels = new TreeMap<>();
            spec.sentinels()
                    .forEach((column, values) -> sentinels.put(
                            column, values.stream().map(JsonDoubles::toJson).toList()));
            input.put("sentinels", sentinels);
            input.put("fill", JsonDoubles.toJson(model.pipeline().fill()[i]));
            if (model.pipeline().transforms().isEmpty()) {
                input.put("shift", JsonDoubles.toJson(model.pipeline().shift()[i]));
                input.put("factor", JsonDoubles.toJson(model.pipeline().factor()[i]));
            }
            out.add(input);
        }
        return out;
    }

    /** Returns the model, its test events apart. */
    static SavedModel read(JsonObject root, byte[] weights, Function<ModelState, Model> models) {
        checkFormat(root);
        if (!Hashes.sha256(weights).equals(root.object("weights").text("sha256"))) {
            throw UserError.data("its weights are damaged: the checksum differs", "copy it again");
        }
        String learner = root.text("learner");
        ByteBuffer numbers = ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN);
        Model own = models.apply(StateJson.read(learner, root, numbers));
        List<JsonObject> specs = root.objects("inputs");
        List<InputSpec> inputs = specs.stream().map(ModelJson::input).toList();
        Pipeline pipeline =
                new Pipeline(inputs.stream().map(InputSpec::name).toList(), preparation(root, specs, numbers), own);
        if (numbers.hasRemaining()) {
            throw new IllegalArgumentException(numbers.remaining() + " bytes of its weights belong to no tensor");
        }
        Map<String, String> options = new LinkedHashMap<>();
        root.object("options").values().forEach((k, v) -> options.put(String.valueOf(k), (String) v));
        return new SavedModel(
                learner,
                task(root.text("task")),
                root.texts("classes"),
                inputs,
                options,
                FactsJson.read(root.object("provenance").values()),
                pipeline,
                List.of(),
                root.textsIfAny("targets"),
                root.textsIfAny("further_outputs"));
    }

    private static Preparation preparation(JsonObject root, List<JsonObject> specs, ByteBuffer numbers) {
        double[] fill = numbers(specs, "fill");
        if (!root.has("transforms")) {
            return new Preparation(fill, List.of(), numbers(specs, "shift"), numbers(specs, "factor"));
        }
        JsonObject scale = root.object("scale");
        return new Preparation(
                fill,
                TransformJson.read(root.objects("transforms"), numbers),
                JsonDoubles.readAll(scale.get("shift")),
                JsonDoubles.readAll(scale.get("factor")));
    }

    private static void checkFormat(JsonObject root) {
        Object format = root.get("format");
        if (!format.equals(FORMAT)) {
            boolean isNewer = format instanceof Long number && number > FORMAT;
            throw UserError.data(
                    "it is of format " + format + ", this program reads format " + FORMAT,
                    isNewer ? "it takes a newer version of Winnow" : "it is damaged: copy it again");
        }
    }

    private static Task task(String word) {
        return Arrays.stream(Task.values())
                .filter(t -> word(t).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no task '" + word + "'"));
    }

    private static double[] numbers(List<JsonObject> specs, String name) {
        return specs.stream().mapToDouble(s -> JsonDoubles.read(s.get(name))).toArray();
    }

    private static InputSpec input(JsonObject spec) {
        Map<String, List<Double>> sentinels = new TreeMap<>();
        spec.object("sentinels")
                .values()
                .forEach((column, values) -> sentinels.put(
                        String.valueOf(column),
                        Arrays.stream(JsonDoubles.readAll(values)).boxed().toList()));
        return new InputSpec(
                spec.text("name"), spec.text("expression"), spec.text("unit"), spec.texts("columns"), sentinels);
    }
}
