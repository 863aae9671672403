package hep.winnow.root.ntuple;

import hep.winnow.api.event.EventSource;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens the ntuples of files. */
final class NTuples {
    private NTuples() {}

    /** Opens the only ntuple of a file that is written here. */
    static EventSource open(Path folder, NTupleWriter writer) {
        return open(folder, writer.bytes());
    }

    static EventSource open(Path folder, byte[] bytes) {
        try {
            return all(Files.write(folder.resolve("test.root"), bytes))
                    .values()
                    .iterator()
                    .next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens all ntuples of a file. */
    static Map<String, EventSource> all(Path path) throws IOException {
        Map<String, EventSource> found = new LinkedHashMap<>();
        try (RootFile file = RootFile.open(path)) {
            for (Map.Entry<String, Key> key : keys(file).entrySet()) {
                found.put(key.getKey(), RNTuples.open(file, key.getValue()));
            }
        }
        return found;
    }

    /** Returns the keys of the ntuples of a file. */
    static Map<String, Key> keys(RootFile file) {
        return Damage.in(file.path(), "its list of objects", () -> {
            Map<String, Key> found = new LinkedHashMap<>();
            file.walk((folder, key) -> {
                if (RNTuples.isNTuple(key)) {
                    found.put(folder + key.id(), key);
                }
            });
            return found;
        });
    }
}
