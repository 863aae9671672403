package hep.winnow.imports.keras;

import hep.winnow.api.graph.Precision;
import java.util.Optional;

/** Finds in which numbers a model computes: all of its layers in float32, or all in float64. */
final class Precisions {
    private Optional<LayerSpec> first = Optional.empty();
    private Precision found = Precision.FLOAT;

    private Precisions() {}

    /** Returns that of a model; float32 where the file does not tell. */
    static Precision of(LayerSpec model) {
        Precisions precisions = new Precisions();
        precisions.see(model);
        return precisions.found;
    }

    private void see(LayerSpec model) {
        for (LayerSpec layer : model.layers()) {
            if (layer.isModel()) {
                see(layer);
            } else {
                layer.dtype().ifPresent(type -> see(layer, type));
            }
        }
    }

    private void see(LayerSpec layer, String type) {
        if (layer.isInput() && !type.startsWith("float")) {
            return;
        }
        if (!type.equals("float32") && !type.equals("float64")) {
            throw layer.error(
                    "it computes in " + type + ", expected float32 or float64",
                    "save a copy of the model in float32: set the policy \"float32\" and take over the weights");
        }
        Precision here = type.equals("float64") ? Precision.DOUBLE : Precision.FLOAT;
        if (first.isPresent() && here != found) {
            throw layer.error(
                    "it computes in " + type + ", and layer '" + first.get().name() + "' does not",
                    "save a copy of the model in one type of numbers");
        }
        first = first.or(() -> Optional.of(layer));
        found = here;
    }
}
