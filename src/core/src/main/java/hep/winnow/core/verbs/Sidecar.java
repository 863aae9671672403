package hep.winnow.core.verbs;

import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.run.Facts;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the events of a file come from, in a file beside it: for formats that have no place for it. */
public final class Sidecar {
    private Sidecar() {}

    /** Returns the name of the file beside one; empty where the file itself tells. */
    public static Optional<String> name(EventWriterFormat format, String file) {
        return format.holdsProvenance() ? Optional.empty() : Optional.of(file + ".json");
    }

    /**
     * Writes it.
     *
     * @param to a temporary name
     * @param head of the events
     * @param events how many they are
     * @param written the file of events, complete, wherever it is now: its length says whether the two belong together
     */
    public static void write(Path to, EventFileHead head, long events, Path written) throws IOException {
        Path name = Path.of(head.name()).getFileName();
        Facts facts = new Facts().put("file", String.valueOf(name)).put("bytes", Files.size(written));
        head.provenance(events).forEach(facts::put);
        Files.writeString(to, Json.write(facts));
    }
}
