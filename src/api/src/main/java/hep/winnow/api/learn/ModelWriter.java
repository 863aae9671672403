package hep.winnow.api.learn;

import hep.winnow.api.run.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A form in which {@code export} writes models for other programs, chosen by the ending of the file's name. The framework writes to a temporary file, which is moved into place when it is complete.
 */
public interface ModelWriter {
    /** Returns its name, such as {@code onnx}: lower case, unique among all plugins. */
    String name();

    /** Returns the ending of names of such files, in lower case and with the dot: {@code .onnx}. No other writer may have it. */
    String ending();

    /** Returns what such a file is, in a few words. */
    String description();

    /** Returns which of {@link ExportOptions#given()} make a difference to it. */
    default List<String> options() {
        return List.of();
    }

    /**
     * Returns why a file of that name, or these options, cannot be, in words for the user; empty, as it is here, if they can. Asked before anything runs.
     *
     * @param file name without its folder
     */
    default Optional<String> refusal(String file, ExportOptions options) {
        return Optional.empty();
    }

    /**
     * Writes a model. What can be checked at once must score the contract's events as the model does; code brings a self-test of them along.
     *
     * @param path a temporary name, at which there is nothing yet
     * @param file name that the file will have, without its folder
     * @throws hep.winnow.api.diagnostic.UserError if the model cannot be written in this form, with the reason
     */
    Written write(Path path, String file, ModelContract model, ExportOptions options) throws IOException;

    /**
     * What was written.
     *
     * @param difference of the scores in the file from those of the model, as {@link ModelContract#difference} counts it; empty if only whoever runs the file can tell
     * @param facts for {@code run.json}
     * @param warnings for the user
     */
    record Written(OptionalDouble difference, Facts facts, List<String> warnings) {
        public Written {
            warnings = List.copyOf(warnings);
        }
    }
}
