package hep.winnow.app.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a macro lies.
 *
 * @param uri as the editor calls it
 * @param path of its file; of a macro that was never saved some name in the working folder
 */
record Place(String uri, Path path) {
    static Place of(String uri) {
        try {
            return new Place(uri, Path.of(URI.create(uri)).toAbsolutePath());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return new Place(uri, Path.of("macro.wn").toAbsolutePath());
        }
    }

    /** Returns the name that places in it have. */
    String name() {
        return path.toString();
    }

    /** Returns the folder that its paths are relative to. */
    Path folder() {
        return Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    }

    /** Returns how the editor calls a file that this one names. */
    Optional<String> uriOf(String file) {
        try {
            Path other = folder().resolve(file).normalize();
            return Optional.of(
                    other.equals(path.normalize()) ? uri : other.toUri().toString());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
