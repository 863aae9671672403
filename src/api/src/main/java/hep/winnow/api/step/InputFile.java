package hep.winnow.api.step;

import hep.winnow.api.diagnostic.UserError;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file or glob to read.
 *
 * @param text as the macro gives it
 * @param base the folder that it is relative to
 */
public record InputFile(String text, Path base) {
    /** What may stand before a colon: the name of a file has an ending, so that {@code C:/x} is none. */
    private static final Pattern INSIDE = Pattern.compile("(.+?\\.[A-Za-z0-9]{1,8}):([^/:].*|/.+)", Pattern.DOTALL);

    /** Returns the file or glob alone: {@code run.root} of {@code run.root:dir/Events}. A file that has a colon in its own name is left whole. */
    public String file() {
        Matcher matcher = INSIDE.matcher(text);
        return matcher.matches() && !isThere() ? matcher.group(1) : text;
    }

    /** Returns what is meant in the file, such as a table: {@code dir/Events} of {@code run.root:dir/Events}; empty if nothing is said. */
    public Optional<String> inside() {
        Matcher matcher = INSIDE.matcher(text);
        return matcher.matches() && !isThere() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    private boolean isThere() {
        try {
            return Files.exists(base.resolve(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Returns what is meant in all of several files.
     *
     * @throws UserError if they do not say the same
     */
    public static Optional<String> insideOf(List<InputFile> files) {
        Optional<String> first = files.get(0).inside();
        for (InputFile file : files) {
            if (!file.inside().equals(first)) {
                throw UserError.macro(
                        "'" + files.get(0).text() + "' and '" + file.text() + "' mean different tables",
                        "read them as two samples");
            }
        }
        return first;
    }

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
