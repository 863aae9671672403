package hep.winnow.core.access;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells which files the value of a param names. */
final class NamedFiles {
    private NamedFiles() {}

    /**
     * Returns the file or folder of that path; else, as for a glob or the beginning of a name, the folder that it would stand in, if it is there and is not the root of the file system. A value
     * that names no folder, such as a number or a name of the working folder, names no file.
     *
     * @param working folder that it is relative to
     */
    static Optional<Path> root(String value, Path working) {
        try {
            Path path = working.resolve(value);
            if (value.isBlank()) {
                return Optional.empty();
            }
            return Files.exists(path) ? Optional.of(path).filter(NamedFiles::isNoRoot) : folder(value, working);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> folder(String value, Path working) {
        String fixed = value.split("[*?\\[]", 2)[0];
        int slash = fixed.lastIndexOf('/');
        if (slash < 1) {
            return Optional.empty();
        }
        Path folder = working.resolve(fixed.substring(0, slash));
        return Files.isDirectory(folder) ? Optional.of(folder).filter(NamedFiles::isNoRoot) : Optional.empty();
    }

    private static boolean isNoRoot(Path path) {
        return path.toAbsolutePath().normalize().getNameCount() > 0;
    }
}
