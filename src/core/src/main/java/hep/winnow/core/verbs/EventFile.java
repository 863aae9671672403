package hep.winnow.core.verbs;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.PendingFile;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventSink;
import hep.winnow.core.csv.CsvWriter;
import hep.winnow.core.text.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of events that is written block by block. Made anew where it is finished, and nowhere else. */
final class EventFile implements EventSink<SaveEvents.Rows> {
    private final SaveEvents save;
    private final PendingFile pending;
    private Optional<CsvWriter> writer = Optional.empty();
    private long events;

    EventFile(SaveEvents save, PendingFile pending) {
        this.save = save;
        this.pending = pending;
    }

    @Override
    public void accept(int scope, SaveEvents.Rows rows) {
        try {
            writer().writeRows(rows.text());
        } catch (IOException e) {
            throw AtomicFiles.failure(Path.of(save.file().name()), e);
        }
        events += rows.events();
    }

    private CsvWriter writer() throws IOException {
        if (writer.isEmpty()) {
            writer = Optional.of(CsvWriter.create(
                    pending.path(),
                    save.file().name(),
                    save.columns().stream().map(EventExpression::text).toList(),
                    save.types().get()));
        }
        return writer.get();
    }

    @Override
    public void finish(StepContext context) {
        try {
            writer().close();
        } catch (IOException e) {
            throw AtomicFiles.failure(Path.of(save.file().name()), e);
        }
        pending.commit();
        context.result(
                save.scope().text(), new Facts().put("file", save.file().name()).put("events", events));
        context.print("saved " + events + " events of " + save.scope().text() + " to "
                + save.file().name());
    }

    /** Closes what a failed run left open. */
    @Override
    public void close() {
        try {
            if (writer.isPresent()) {
                writer.get().close();
            }
        } catch (IOException e) {
            // What matters is on its way; the file is deleted all the same.
            writer = Optional.empty();
        } finally {
            pending.close();
        }
    }
}
