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
 * A file or glob to read, or the address of a file on a web server.
 *
 * @param text as the macro gives it
 * @param base the folder that it is relative to
 */
public record InputFile(String text, Path base) {
    /** What may stand before a colon: the name of a file has an ending, so that {@code C:/x} is none. */
    private static final Pattern INSIDE = Pattern.compile("(.+?\\.[A-Za-z0-9]{1,8}):([^/:].*|/.+)", Pattern.DOTALL);

    private static final Pattern SERVER = Pattern.compile("https?://[^/]*", Pattern.CASE_INSENSITIVE);

    /** Tells whether a text is the address of something on a web server: {@code https://example.org/run.root}. */
    public static boolean isAddress(String text) {
        return SERVER.matcher(text).lookingAt();
    }

    /** Tells whether it lies on a web server. */
    public boolean isRemote() {
        return isAddress(text);
    }

    /** Matches a text, but for the server that it may begin with, whose port is no part of the file. */
    private Optional<Matcher> parts() {
        Matcher server = SERVER.matcher(text);
        Matcher matcher = INSIDE.matcher(text).region(server.lookingAt() ? server.end() : 0, text.length());
        return matcher.matches() && !isThere() ? Optional.of(matcher) : Optional.empty();
    }

    /** Returns the file or glob alone: {@code run.root} of {@code run.root:dir/Events}. A file that has a colon in its own name is left whole. */
    public String file() {
        return parts().map(m -> text.substring(0, m.end(1))).orElse(text);
    }

    /** Returns what is meant in the file, such as a table: {@code dir/Events} of {@code run.root:dir/Events}; empty if nothing is said. */
    public Optional<String> inside() {
        return parts().map(m -> m.group(2));
    }

    private boolean isThere() {
        if (isRemote()) {
            return false;
        }
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

    /**
     * Returns the path, if it is no glob.
     *
     * @throws UserError if no file can be named so, or it lies on a server: only events are read from there
     */
    public Path path() {
        if (isRemote()) {
            throw UserError.data(
                    "'" + file() + "' lies on a server, and only the files of 'read … from' are read from there",
                    "download it first");
        }
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw UserError.data("no file of this system can be named '" + text + "': " + e.getReason(), "rename it")
                    .because(e);
        }
    }
}
