package hep.winnow.app.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tells of a file whether it has changed: path, bytes, time of the last change in milliseconds. */
final class Stamp {
    private Stamp() {}

    /** Returns the stamps of files; those of a file that is not there are -1. */
    static List<Map<String, Object>> of(List<Path> files) {
        return files.stream().map(Stamp::of).toList();
    }

    private static Map<String, Object> of(Path file) {
        Map<String, Object> stamp = new LinkedHashMap<>();
        stamp.put("path", file.toString());
        stamp.put("bytes", bytes(file));
        stamp.put("modified", modified(file));
        return stamp;
    }

    static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return -1;
        }
    }
}
