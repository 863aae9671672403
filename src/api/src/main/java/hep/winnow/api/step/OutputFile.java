package hep.winnow.api.step;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file to write, relative to the run's out folder.
 *
 * @param name as the macro gives it
 */
public record OutputFile(String name) {
    public OutputFile {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a file to write needs a name");
        }
        if (!canBeNamed(name)) {
            throw new IllegalArgumentException("no file of this system can be named '" + name + "'");
        }
    }

    private static boolean canBeNamed(String name) {
        try {
            return !Path.of(name).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Returns the ending in lower case, without the dot; empty if there is none. */
    public String ending() {
        int dot = name.lastIndexOf('.');
        return dot <= Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'))
                ? ""
                : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
