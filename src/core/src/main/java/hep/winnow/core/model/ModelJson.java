package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.Tensor;
import hep.winnow.api.run.Facts;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.text.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code model.json}: everything of a model but its numbers. */
final class ModelJson {
    private static final int FORMAT = 1;

    private ModelJson() {}

    static String write(SavedModel model, ModelState state, byte[] weights) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", (long) FORMAT);
        root.put("learner", model.learner());
        root.put("task", model.task().name().toLowerCase(Locale.ROOT));
        root.put("classes", model.classes());
        root.put("inputs", inputs(model));
        root.put("options", new LinkedHashMap<>(model.options()));
        root.put("provenance", model.provenance());
        Map<String, Object> weightFacts = new LinkedHashMap<>();
        weightFacts.put("bytes", (long) weights.length);
        weightFacts.put("sha256", Hashes.sha256(weights));
        root.put("weights", weightFacts);
        root.put("settings", new TreeMap<>(state.settings()));
        root.put("tensors", state.tensors().stream().map(ModelJson::tensor).toList());
        return Json.writeValue(root);
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
            input.put("sentinels", new TreeMap<String, Object>(spec.sentinels()));
            input.put("fill", model.pipeline().fill()[i]);
            input.put("shift", model.pipeline().shift()[i]);
            input.put("factor", model.pipeline().factor()[i]);
            out.add(input);
        }
        return out;
    }

    private static Map<String, Object> tensor(Tensor tensor) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", tensor.name());
        out.put("shape", tensor.shape().stream().map(Integer::longValue).toList());
        out.put("type", tensor.isFloat() ? "float32" : "float64");
        return out;
    }

    static SavedModel read(Map<?, ?> root, byte[] weights, Function<ModelState, Model> models) {
        long format = number(root, "format").longValue();
        if (format != FORMAT) {
            throw UserError.data(
                    "its format is " + format + ", this program reads " + FORMAT, "it takes a newer version of Winnow");
        }
        if (!Hashes.sha256(weights).equals(text(map(root, "weights"), "sha256"))) {
            throw UserError.data("its weights are damaged: the checksum differs", "copy it again");
        }
        String learner = text(root, "learner");
        ModelState state = new ModelState(learner, settings(map(root, "settings")), tensors(root, weights));
        List<InputSpec> inputs = new ArrayList<>();
        List<Map<?, ?>> specs = maps(root, "inputs");
        double[] fill = new double[specs.size()];
        double[] shift = new double[specs.size()];
        double[] factor = new double[specs.size()];
        for (int i = 0; i < specs.size(); i++) {
            Map<?, ?> spec = specs.get(i);
            inputs.add(input(spec));
            fill[i] = spec.get("fill") instanceof Number n ? n.doubleValue() : Double.NaN;
            shift[i] = number(spec, "shift").doubleValue();
            factor[i] = number(spec, "factor").doubleValue();
        }
        Pipeline pipeline =
                new Pipeline(inputs.stream().map(InputSpec::name).toList(), fill, shift, factor, models.apply(state));
        Map<String, String> options = new LinkedHashMap<>();
        map(root, "options").forEach((k, v) -> options.put(String.valueOf(k), String.valueOf(v)));
        return new SavedModel(
                learner,
                Task.valueOf(text(root, "task").toUpperCase(Locale.ROOT)),
                strings(root, "classes"),
                inputs,
                options,
                facts(map(root, "provenance")),
                pipeline,
                List.of());
    }

    private static InputSpec input(Map<?, ?> spec) {
        Map<String, List<Double>> sentinels = new LinkedHashMap<>();
        map(spec, "sentinels")
                .forEach((k, v) -> sentinels.put(
                        String.valueOf(k),
                        ((List<?>) v)
                                .stream().map(x -> ((Number) x).doubleValue()).toList()));
        return new InputSpec(
                text(spec, "name"), text(spec, "expression"), text(spec, "unit"), strings(spec, "columns"), sentinels);
    }

    private static List<Tensor> tensors(Map<?, ?> root, byte[] weights) {
        ByteBuffer in = ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN);
        List<Tensor> out = new ArrayList<>();
        for (Map<?, ?> tensor : maps(root, "tensors")) {
            List<Integer> shape = ((List<?>) get(tensor, "shape"))
                    .stream().map(x -> ((Number) x).intValue()).toList();
            out.add(Weights.read(
                    in, text(tensor, "name"), shape, text(tensor, "type").equals("float32")));
        }
        return out;
    }

    private static Map<String, Object> settings(Map<?, ?> json) {
        Map<String, Object> out = new LinkedHashMap<>();
        json.forEach((k, v) -> out.put(String.valueOf(k), v));
        return out;
    }

    private static Facts facts(Map<?, ?> json) {
        Facts facts = new Facts();
        json.forEach((k, v) -> {
            String key = String.valueOf(k);
            if (v instanceof Long x) {
                facts.put(key, x.longValue());
            } else if (v instanceof Number x) {
                facts.put(key, x.doubleValue());
            } else if (v instanceof Map<?, ?> x) {
                facts.put(key, facts(x));
            } else if (v instanceof List<?> x) {
                facts.put(
                        key,
                        x.stream()
                                .map(e -> e instanceof Map<?, ?> m ? facts(m) : e)
                                .toList());
            } else if (!(v instanceof Optional<?>)) {
                facts.put(key, String.valueOf(v));
            }
        });
        return facts;
    }

    private static Object get(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("model.json has no '" + key + "'");
        }
        return value;
    }

    private static String text(Map<?, ?> map, String key) {
        return (String) get(map, key);
    }

    private static Number number(Map<?, ?> map, String key) {
        return (Number) get(map, key);
    }

    private static Map<?, ?> map(Map<?, ?> map, String key) {
        return (Map<?, ?>) get(map, key);
    }

    private static List<Map<?, ?>> maps(Map<?, ?> map, String key) {
        List<Map<?, ?>> out = new ArrayList<>();
        ((List<?>) get(map, key)).forEach(x -> out.add((Map<?, ?>) x));
        return out;
    }

    private static List<String> strings(Map<?, ?> map, String key) {
        return ((List<?>) get(map, key)).stream().map(String::valueOf).toList();
    }
}
