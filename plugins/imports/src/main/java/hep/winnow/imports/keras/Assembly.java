package hep.winnow.imports.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the layers of a model, and of the models in it, into a net. */
final class Assembly {
    private static final int DEEPEST = 32;

    private final LayerReader reader;
    private int depth;

    Assembly(LayerReader reader) {
        this.reader = reader;
    }

    /** Adds a model, and returns what it makes of its inputs, which come in the order of the model. */
    List<Value> add(LayerSpec model, Weights weights, List<Value> inputs) {
        if (++depth > DEEPEST) {
            throw model.error("models nest deeper than " + DEEPEST, "the file is damaged");
        }
        List<Value> made = model.isSequential() ? chain(model, weights, inputs) : functional(model, weights, inputs);
        depth--;
        return made;
    }

    private List<Value> chain(LayerSpec model, Weights weights, List<Value> inputs) {
        List<LayerSpec> layers = model.layers();
        Weights.Layers all = weights.of(layers);
        List<Value> x = inputs;
        for (int l = 0; l < layers.size(); l++) {
            if (!layers.get(l).isInput()) {
                x = call(layers.get(l), all, l, x);
            }
        }
        return x;
    }

    private List<Value> call(LayerSpec layer, Weights.Layers all, int l, List<Value> x) {
        return layer.isModel() ? add(layer, all.inside(l), x) : List.of(reader.read(layer, all.tensors(l), x));
    }

    private List<Value> functional(LayerSpec model, Weights weights, List<Value> inputs) {
        List<LayerSpec> layers = model.layers();
        Weights.Layers all = weights.of(layers);
        Wiring wiring = new Wiring(model, layers);
        if (wiring.inputs().size() != inputs.size()) {
            throw model.error(
                    "it is given " + inputs.size() + " tensors, expected "
                            + wiring.inputs().size(),
                    "the file is damaged");
        }
        Map<Wiring.Ref, Value> made = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            made.put(wiring.inputs().get(i), inputs.get(i));
        }
        Set<Call> left = new LinkedHashSet<>();
        for (int l = 0; l < layers.size(); l++) {
            for (int c = 0; c < wiring.calls(layers.get(l)).size(); c++) {
                left.add(new Call(l, c, wiring.calls(layers.get(l)).get(c)));
            }
        }
        for (boolean isMoving = true; isMoving && !left.isEmpty(); ) {
            isMoving = left.removeIf(call ->
                    made.keySet().containsAll(call.arguments()) && isMade(layers.get(call.layer()), all, call, made));
        }
        List<Value> out = new ArrayList<>();
        for (Wiring.Ref ref : wiring.outputs()) {
            Value value = made.get(ref);
            if (value == null) {
                throw wiring.layer(model, ref.layer())
                        .error("it depends on a layer that is not in the file, or on itself", "the file is damaged");
            }
            out.add(value);
        }
        return out;
    }

    /** A call of a layer, by the layer's index. */
    private record Call(int layer, int number, List<Wiring.Ref> arguments) {}

    private boolean isMade(LayerSpec layer, Weights.Layers all, Call call, Map<Wiring.Ref, Value> made) {
        if (!layer.isInput()) {
            List<Value> in = call.arguments().stream().map(made::get).toList();
            List<Value> values = call(layer, all, call.layer(), in);
            for (int t = 0; t < values.size(); t++) {
                made.put(new Wiring.Ref(layer.name(), call.number(), t), values.get(t));
            }
        }
        return true;
    }
}
