package hep.winnow.api.step;

import hep.winnow.api.diagnostic.UserError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file or glob to read.
 *
 * @param text as the macro gives it
 * @param base the folder that it is relative to
 */
public record InputFile(String text, Path base) {
    /** Returns the path, if it is no glob. */
    public Path path() {
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw UserError.data("no file of this system can be named '" + text + "': " + e.getReason(), "rename it")
                    .because(e);
        }
    }
}
