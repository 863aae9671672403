package hep.winnow.api.step;

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
        return base.resolve(text).normalize();
    }
}
