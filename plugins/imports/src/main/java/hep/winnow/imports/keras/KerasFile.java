package hep.winnow.imports.keras;

import hep.winnow.imports.json.JsonValue;
import java.util.Optional;

/**
 * What a file of Keras holds.
 *
 * @param version of Keras, such as {@code 2.4.0}; 1 where the file does not tell
 * @param backend that did the work, such as {@code tensorflow}; empty where the file does not tell
 * @param config the model: {@code class_name} and {@code config}
 * @param loss what it was trained with; empty where the file does not tell
 * @param weights of its layers
 */
record KerasFile(String version, String backend, JsonValue config, Optional<JsonValue> loss, Weights weights) {
    /** Returns the first number of the version. */
    int major() {
        return version.matches("[0-9]+(\\..*)?") ? Integer.parseInt(version.replaceFirst("\\..*", "")) : 1;
    }
}
