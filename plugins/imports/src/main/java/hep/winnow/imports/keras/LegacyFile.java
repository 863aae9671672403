package hep.winnow.imports.keras;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.imports.json.JsonFile;
import hep.winnow.imports.json.JsonValue;
import io.jhdf.api.Group;
import java.util.List;
import java.util.Optional;

/** Reads the HDF5 files of Keras: the net is JSON in the attribute {@code model_config}, the numbers lie below {@code model_weights}, a group for each layer. */
final class LegacyFile {
    private LegacyFile() {}

    static KerasFile read(byte[] file) {
        Hdf5 hdf5 = Hdf5.open(file);
        Group root = hdf5.root();
        String config = hdf5.text(root, "model_config").orElseThrow(() -> refusal(root));
        Group weights = Hdf5.find(root, List.of("model_weights"))
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .orElseThrow(() -> UserError.data("it holds a net, but no group model_weights", "copy it again"));
        return new KerasFile(
                told(hdf5, root, weights, "keras_version").orElse("1"),
                told(hdf5, root, weights, "backend").orElse(""),
                JsonFile.parse(config),
                hdf5.text(root, "training_config").map(JsonFile::parse).flatMap(LegacyFile::loss),
                new LegacyWeights(hdf5, weights));
    }

    private static Optional<JsonValue> loss(JsonValue training) {
        return training.isObject() ? training.find("loss") : Optional.empty();
    }

    private static Optional<String> told(Hdf5 hdf5, Group root, Group weights, String name) {
        return hdf5.text(root, name).or(() -> hdf5.text(weights, name));
    }

    private static UserError refusal(Group root) {
        boolean isWeights = root.getAttributes().keySet().stream().anyMatch(a -> a.startsWith("layer_names"))
                || root.getChildren().containsKey("layers")
                || root.getChildren().containsKey("_layer_checkpoint_dependencies");
        return isWeights
                ? UserError.data(
                        "it holds the weights of a model of Keras without the net",
                        "save the whole model: model.save(\"model.keras\")")
                : UserError.data(
                        "it is an HDF5 file that holds no model of Keras: it has no attribute model_config",
                        "a file of events is read by 'read'");
    }
}
