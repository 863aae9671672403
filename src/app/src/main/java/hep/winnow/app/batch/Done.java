package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which jobs are done: the journal says so, nothing that they depend on has changed, and what they left is whole. */
final class Done {
    private final Journal journal;
    private final String fingerprint;
    private final Path out;

    Done(Journal journal, String fingerprint, Path out) {
        this.journal = journal;
        this.fingerprint = fingerprint;
        this.out = out;
    }

    /** Tells whether the journal says that a job is done, with the macro and the files as they are. */
    boolean isDone(Job job) {
        Optional<Map<String, Object>> entry = journal.last(job);
        return entry.isPresent()
                && Lines.text(entry.get(), "state").equals("done")
                && Lines.text(entry.get(), "fingerprint").equals(fingerprint)
                && Stamp.of(job.files()).equals(entry.get().get("files"));
    }

    /** Tells whether a job is done, and its files have the bytes that it left. */
    boolean holds(Job job) {
        if (!isDone(job) || !Files.isDirectory(job.folder(out))) {
            return false;
        }
        Map<String, Object> outputs = Lines.inner(journal.last(job).orElseThrow(), "outputs");
        try {
            return !outputs.isEmpty() && WorkerCommand.outputs(job.folder(out)).equals(outputs);
        } catch (UserError e) {
            return false;
        }
    }
}
