package hep.winnow.core.model;

import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A learner's state in {@code model.json}: settings in order of their names, and names, shapes and types of the tensors; their values are elsewhere. */
final class StateJson {
    private static final String DOUBLE = "double";

    private StateJson() {}

    static Map<String, Object> settings(ModelState state) {
        Map<String, Object> out = new TreeMap<>();
        state.settings().forEach((name, value) -> out.put(name, toJson(value)));
        return out;
    }

    /** A double that JSON does not have becomes an object, so that it is not taken for a text. */
    private static Object toJson(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(StateJson::toJson).toList();
        }
        boolean isSpecial = value instanceof Double d && !Double.isFinite(d);
        return isSpecial ? Map.of(DOUBLE, JsonDoubles.toJson((Double) value)) : value;
    }

    private static Object fromJson(Object json) {
        if (json instanceof List<?> list) {
            return list.stream().map(StateJson::fromJson).toList();
        }
        return json instanceof Map<?, ?> map ? (Object) JsonDoubles.read(String.valueOf(map.get(DOUBLE))) : json;
    }

    static List<Object> tensors(ModelState state) {
        List<Object> out = new ArrayList<>();
        for (Tensor tensor : state.tensors()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", tensor.name());
            entry.put("shape", tensor.shape());
            entry.put("type", tensor.isFloat() ? "float32" : "float64");
            out.add(entry);
        }
        return out;
    }

    /** Reads a state; the buffer moves on behind its numbers. */
    static ModelState read(String learner, JsonObject root, ByteBuffer in) {
        Map<String, Object> settings = new LinkedHashMap<>();
        root.object("settings").values().forEach((name, value) -> settings.put(String.valueOf(name), fromJson(value)));
        List<Tensor> tensors = new ArrayList<>();
        for (JsonObject tensor : root.objects("tensors")) {
            List<Integer> shape = tensor.list("shape").stream()
                    .map(extent -> Math.toIntExact((Long) extent))
                    .toList();
            boolean isFloat = tensor.text("type").equals("float32");
            tensors.add(Weights.read(in, tensor.text("name"), shape, isFloat));
        }
        return new ModelState(learner, settings, tensors);
    }
}
