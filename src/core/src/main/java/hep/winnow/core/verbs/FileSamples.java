package hep.winnow.core.verbs;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.ReadStep;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.csv.Globs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens what {@code read} statements name, whatever its format. */
public final class FileSamples {
    private FileSamples() {}

    /**
     * Returns the files that a path, a glob or a web address stands for.
     *
     * @throws hep.winnow.core.access.AccessError if one of them, or what lies in it if it is a folder, may not be read
     */
    public static List<Path> expand(InputFile file, FileAccess access) {
        if (file.isRemote()) {
            return List.of(access.remote(file.file()));
        }
        List<Path> files = Globs.expand(file.file(), file.base(), access);
        files.forEach(access::checkLinks);
        return files;
    }

    /** Returns the events of a statement's files, the first {@code rows} of them if it asks for so many. */
    public static EventSource open(ReadStep step, FileAccess access) {
        List<Path> files = new ArrayList<>();
        for (InputFile file : step.from()) {
            files.addAll(expand(file, access));
        }
        Optional<InputFile> far =
                step.from().stream().filter(InputFile::isRemote).findFirst();
        if (far.isPresent() && !step.readsRemote()) {
            throw UserError.macro(
                    "'" + far.get().file()
                            + "' lies on a server, from which files of its format cannot be read in parts",
                    "download it first");
        }
        Optional<InputFile> part =
                step.from().stream().filter(f -> f.inside().isPresent()).findFirst();
        if (part.isPresent() && !step.holdsTables()) {
            throw UserError.macro(
                    "'" + part.get().text() + "' means a table in a file, but "
                            + part.get().file() + " is of a format of one table per file",
                    "write \"" + part.get().file() + "\"");
        }
        EventSource all = step.open(List.copyOf(files));
        int rows = step.reading().rows();
        return rows == 0 ? all : new FirstRows(all, rows);
    }
}
