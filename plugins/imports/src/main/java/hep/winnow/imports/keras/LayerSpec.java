package hep.winnow.imports.keras;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.imports.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layer as the file tells it.
 *
 * @param className of Keras
 * @param name of its own
 * @param config its settings; those of Keras 1 have other names
 * @param whole the object in which all of it stands
 */
record LayerSpec(String className, String name, JsonValue config, JsonValue whole) {
    private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");

    /** Those that hold numbers. */
    private static final Set<String> WEIGHTED =
            Set.of("Dense", "Conv1D", "Conv2D", "Convolution1D", "Convolution2D", "BatchNormalization", "PReLU");

    static LayerSpec of(JsonValue whole) {
        String className = whole.get("class_name").text();
        JsonValue config = whole.get("config");
        String name = (config.isObject() ? config.find("name") : Optional.<JsonValue>empty())
                .or(() -> whole.find("name"))
                .map(JsonValue::text)
                .orElse(className);
        LayerSpec spec = new LayerSpec(className, name, config, whole);
        spec.checkOrigin();
        return spec;
    }

    /** A class of the user's own may be called as one of Keras is. */
    private void checkOrigin() {
        String module = whole.find("module")
                .filter(JsonValue::isText)
                .map(JsonValue::text)
                .orElse("keras");
        String registered = whole.find("registered_name")
                .filter(JsonValue::isText)
                .map(JsonValue::text)
                .orElse("");
        boolean isOwn = module.matches("(keras|tf_keras|tensorflow|tensorflow\\.keras|builtins)(\\..*)?");
        if (!isOwn || registered.contains(">")) {
            throw error(
                    "it is a class of " + (isOwn ? registered : module) + ", which is not in the file",
                    "rebuild the net of layers of Keras, or export it to ONNX where it was trained");
        }
    }

    /** Returns an error that names the layer. */
    UserError error(String message, String help) {
        return UserError.data("layer '" + name + "' (" + className + "): " + message, help);
    }

    /** Tells whether it is a model in a model. */
    boolean isModel() {
        return MODELS.contains(className);
    }

    boolean isSequential() {
        return className.equals("Sequential");
    }

    boolean isInput() {
        return className.equals("InputLayer");
    }

    /** Tells whether it holds numbers for certain; a Normalization may have them in its settings. */
    boolean hasWeights() {
        return WEIGHTED.contains(className)
                || className.equals("Normalization") && find("mean").isEmpty()
                || isModel() && layers().stream().anyMatch(LayerSpec::hasWeights);
    }

    /** Returns the layers of a model. */
    List<LayerSpec> layers() {
        JsonValue list = config.isList() ? config : config.get("layers");
        List<LayerSpec> layers = new ArrayList<>();
        for (JsonValue item : list.items()) {
            layers.add(of(item));
        }
        return layers;
    }

    /** Returns a setting by the first of its names that is there. */
    Optional<JsonValue> find(String... names) {
        for (String key : names) {
            Optional<JsonValue> found = config.isObject() ? config.find(key) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    boolean isSet(boolean otherwise, String... names) {
        return find(names).map(JsonValue::bool).orElse(otherwise);
    }

    double real(double otherwise, String... names) {
        double value = find(names).map(v -> ofNumber(v)).orElse(otherwise);
        if (!Double.isFinite(value)) {
            throw error(names[0] + " is " + value + ", expected a finite number", "the file is damaged");
        }
        return value;
    }

    /** A number may be wrapped as an array of NumPy or a tensor of none or one extent. */
    private static double ofNumber(JsonValue value) {
        return value.isObject() ? value.get("config").get("value").real() : value.real();
    }

    String text(String otherwise, String... names) {
        return find(names).map(JsonValue::text).orElse(otherwise);
    }

    int integer(int otherwise, String... names) {
        return find(names)
                .map(v -> v.integer(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .orElse(otherwise);
    }

    /** Returns the type of its numbers: a name, or what stands for a policy; empty if the file does not tell. */
    Optional<String> dtype() {
        return find("dtype").map(d -> d.isObject() ? d.get("config").get("name").text() : d.text());
    }

    /**
     * Returns extents of an event, without the first one of a batch.
     *
     * @param shape a list that begins with the number of events, mostly null
     */
    int[] extents(JsonValue shape) {
        List<JsonValue> items = shape.items();
        int[] extents = new int[Math.max(0, items.size() - 1)];
        for (int i = 0; i < extents.length; i++) {
            JsonValue item = items.get(i + 1);
            if (item.isNull()) {
                throw error(
                        "the extent " + (i + 1) + " of its input is open",
                        "build the model for inputs of a fixed shape, and save it again");
            }
            extents[i] = item.integer(1, 1 << 24);
        }
        return extents;
    }
}
