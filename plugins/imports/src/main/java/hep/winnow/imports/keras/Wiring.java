package hep.winnow.imports.keras;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.imports.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the layers of a functional model are connected: each layer is called once or, where it is shared, several times. */
final class Wiring {
    private static final String TENSOR = "__keras_tensor__";
    private static final String HISTORY = "keras_history";

    private final Map<String, LayerSpec> layers = new HashMap<>();
    private final Map<String, List<List<Ref>>> calls = new HashMap<>();
    private final List<Ref> inputs;
    private final List<Ref> outputs;

    /**
     * A tensor that a layer made.
     *
     * @param layer its name
     * @param call which of the layer's calls, from 0
     * @param tensor which of its outputs, from 0
     */
    record Ref(String layer, int call, int tensor) {}

    Wiring(LayerSpec model, List<LayerSpec> all) {
        for (LayerSpec layer : all) {
            if (layers.put(layer.name(), layer) != null) {
                throw model.error("it has two layers '" + layer.name() + "'", "the file is damaged");
            }
        }
        Map<String, List<List<Ref>>> told = new HashMap<>();
        all.forEach(layer -> told.put(layer.name(), told(layer)));
        List<Ref> ends = new ArrayList<>();
        refs(model, model.config().get("output_layers"), ends);
        List<Ref> between = told.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
        for (LayerSpec layer : all) {
            calls.put(
                    layer.name(),
                    told.getOrDefault(layer.name(), List.of()).stream()
                            .map(call -> counted(call, told, between))
                            .toList());
        }
        outputs = counted(ends, told, ends);
        inputs = new ArrayList<>();
        refs(model, model.config().get("input_layers"), inputs);
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw model.error(
                    "it has " + inputs.size() + " inputs and " + outputs.size() + " outputs", "the file is damaged");
        }
    }

    /** Returns the input layers, in order. */
    List<Ref> inputs() {
        return inputs;
    }

    /** Returns what the model hands out, in order. */
    List<Ref> outputs() {
        return outputs;
    }

    /** Returns the arguments of each call of a layer. */
    List<List<Ref>> calls(LayerSpec layer) {
        return calls.getOrDefault(layer.name(), List.of());
    }

    /** Returns the layer of that name. */
    LayerSpec layer(LayerSpec model, String name) {
        LayerSpec found = layers.get(name);
        if (found == null) {
            throw model.error("it has no layer '" + name + "'", "the file is damaged");
        }
        return found;
    }

    private static List<List<Ref>> told(LayerSpec layer) {
        List<List<Ref>> told = new ArrayList<>();
        Optional<JsonValue> nodes = layer.whole().find("inbound_nodes");
        for (JsonValue node : nodes.map(JsonValue::items).orElse(List.of())) {
            List<Ref> refs = new ArrayList<>();
            if (node.isList()) {
                refs(layer, node, refs);
            } else {
                node.get("args").items().forEach(a -> argument(layer, a, refs));
                JsonValue words = node.get("kwargs");
                words.names().forEach(name -> words.find(name).ifPresent(w -> word(layer, name, w)));
            }
            told.add(refs);
        }
        return told;
    }

    /** An argument of Keras 3: a tensor, or a list of them. */
    private static void argument(LayerSpec layer, JsonValue argument, List<Ref> out) {
        if (argument.isList()) {
            argument.items().forEach(a -> argument(layer, a, out));
            return;
        }
        if (!argument.isObject() || !argument.get("class_name").text().equals(TENSOR)) {
            throw layer.error("it is called with something that is no tensor", LayerReader.REBUILD);
        }
        refs(layer, argument.get("config").get(HISTORY), out);
    }

    /** Words that change nothing where a net is used are left out. */
    private static void word(LayerSpec layer, String name, JsonValue value) {
        boolean isIdle = name.equals("training") || name.equals("mask") && !value.isObject() && !value.isList();
        if (!isIdle) {
            throw layer.error("it is called with " + name + "=…, which is not read", LayerReader.REBUILD);
        }
        if (!value.isObject() && name.equals("training") && value.bool()) {
            throw layer.error(
                    "it is called with training=True, and so is random or depends on other events",
                    LayerReader.REBUILD);
        }
    }

    /** {@code ["dense", 0, 0]}, in Keras 2 with words behind; or lists or objects of these. */
    private static void refs(LayerSpec layer, JsonValue value, List<Ref> out) {
        if (value.isObject()) {
            value.names().forEach(name -> value.find(name).ifPresent(v -> refs(layer, v, out)));
            return;
        }
        List<JsonValue> items = value.items();
        boolean isOne = !items.isEmpty() && items.get(0).isText();
        if (!isOne) {
            items.forEach(item -> refs(layer, item, out));
            return;
        }
        if (items.size() < 3 || items.size() > 4) {
            throw layer.error("a tensor is told by " + items.size() + " items, expected 3 or 4", "the file is damaged");
        }
        out.add(new Ref(
                items.get(0).text(),
                items.get(1).integer(0, 1 << 16),
                items.get(2).integer(0, 1 << 16)));
        if (items.size() == 4) {
            JsonValue words = items.get(3);
            words.names().forEach(name -> words.find(name).ifPresent(w -> word(layer, name, w)));
        }
    }

    /** The calls of an inner model are counted from 1 in some places, for there 0 is what it was made with. */
    private List<Ref> counted(List<Ref> refs, Map<String, List<List<Ref>>> told, List<Ref> alike) {
        List<Ref> counted = new ArrayList<>();
        for (Ref ref : refs) {
            LayerSpec layer = layers.get(ref.layer());
            int first = layer != null && layer.isModel() ? firstCall(layer, told, alike) : 0;
            counted.add(new Ref(ref.layer(), ref.call() - first, ref.tensor()));
        }
        return counted;
    }

    private static int firstCall(LayerSpec layer, Map<String, List<List<Ref>>> told, List<Ref> alike) {
        int count = told.getOrDefault(layer.name(), List.of()).size();
        int[] used = alike.stream()
                .filter(r -> r.layer().equals(layer.name()))
                .mapToInt(Ref::call)
                .sorted()
                .toArray();
        if (used[used.length - 1] == count) {
            return 1;
        }
        if (used[0] == 0) {
            return 0;
        }
        throw UserError.data(
                "it is not clear which call of the inner model '" + layer.name() + "' is meant",
                "save the model as *.keras by Keras 3, or export it to ONNX");
    }
}
