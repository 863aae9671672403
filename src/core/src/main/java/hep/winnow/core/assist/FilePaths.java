package hep.winnow.core.assist;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Files that a path which is being typed may go on with. */
final class FilePaths {
    /** Of a folder with more files only these are offered. */
    private static final int MOST = 1_000;

    private FilePaths() {}

    /** Returns the names in the folder that {@code typed}, up to its last slash, leads to; folders end in a slash. Hidden files are left out; what cannot be read has none. */
    static List<Completion> in(Path folder, String typed) {
        List<Completion> out = new ArrayList<>();
        try {
            Path base = folder.resolve(typed.substring(0, typed.lastIndexOf('/') + 1));
            if (!Files.isDirectory(base)) {
                return out;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(base)) {
                for (Path file : files) {
                    add(file, out);
                    if (out.size() == MOST) {
                        break;
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            return out;
        }
        out.sort(Comparator.comparing(Completion::text));
        return out;
    }

    private static void add(Path file, List<Completion> out) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(".")) {
            boolean isFolder = Files.isDirectory(file);
            out.add(new Completion(isFolder ? name + "/" : name, Completion.Kind.FILE, isFolder ? "folder" : "", ""));
        }
    }
}
