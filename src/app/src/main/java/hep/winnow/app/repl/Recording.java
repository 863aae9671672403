package hep.winnow.app.repl;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.lang.Formatter;
import hep.winnow.core.text.AtomicFiles;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps what was typed in a file, which is a macro that runs. */
final class Recording {
    private final Path folder;
    private Optional<Path> file = Optional.empty();

    /** Makes one for macros whose paths are relative to {@code folder}. */
    Recording(Path folder) {
        this.folder = folder;
    }

    /** Begins to record in a file that is not there yet, and returns it. */
    Path begin(String name, Macro macro) {
        Path path = path(name);
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (!folder.toAbsolutePath().normalize().equals(parent)) {
            throw UserError.data(
                    "'" + name + "' lies in another folder, where the paths of the macro lead elsewhere",
                    "record in " + folder.toAbsolutePath().normalize() + ", as in: record on analysis.wn");
        }
        if (Files.exists(path)) {
            throw UserError.data("'" + name + "' is there already", "take another name, or move it away");
        }
        file = Optional.of(path);
        write(macro);
        return path;
    }

    private Path path(String name) {
        String bare = name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
                ? name.substring(1, name.length() - 1)
                : name;
        if (!bare.endsWith(".wn")) {
            throw UserError.data("'" + name + "' does not end in .wn", "write: record on analysis.wn");
        }
        try {
            return folder.resolve(bare);
        } catch (InvalidPathException e) {
            throw UserError.data("'" + name + "' cannot be the name of a file", "write: record on analysis.wn")
                    .because(e);
        }
    }

    /** Ends it; returns the file, if there was one. */
    Optional<Path> end() {
        Optional<Path> ended = file;
        file = Optional.empty();
        return ended;
    }

    /** Writes the macro as it is now, if it is recorded, in the style of {@code winnow fmt}. */
    void write(Macro macro) {
        file.ifPresent(path -> AtomicFiles.writeText(path, Formatter.format(macro.text())));
    }
}
