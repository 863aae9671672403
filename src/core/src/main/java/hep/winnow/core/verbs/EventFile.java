package hep.winnow.core.verbs;

import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.PendingFile;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventSink;
import hep.winnow.core.text.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A file of events that is written block by block. Made anew where it is finished, and nowhere else. */
final class EventFile implements EventSink<SaveEvents.Rows> {
    private final SaveEvents save;
    private final PendingFile pending;
    private final Optional<PendingFile> sidecar;
    private final Map<String, String> provenance;
    private Optional<EventWriter> writer = Optional.empty();
    private long events;

    EventFile(SaveEvents save, PendingFile pending, Optional<PendingFile> sidecar, Map<String, String> provenance) {
        this.save = save;
        this.pending = pending;
        this.sidecar = sidecar;
        this.provenance = provenance;
    }

    @Override
    public void accept(int scope, SaveEvents.Rows rows) {
        try {
            EventWriter to = writer();
            if (to instanceof CsvWriterFormat.Writer csv && rows instanceof SaveEvents.Text text) {
                csv.writeRows(text.rows());
            } else if (rows instanceof SaveEvents.Columns columns) {
                to.write(columns.block());
            } else {
                throw new IllegalStateException("rows of text for a file of another format");
            }
        } catch (IOException e) {
            throw AtomicFiles.failure(Path.of(save.file().name()), e);
        }
        events += rows.events();
    }

    private EventWriter writer() throws IOException {
        if (writer.isEmpty()) {
            writer = Optional.of(save.format().create(pending.path(), head()));
        }
        return writer.get();
    }

    private EventFileHead head() {
        Map<String, String> all = new LinkedHashMap<>(provenance);
        all.putAll(save.origin().get());
        return new EventFileHead(save.file().name(), save.schema().get(), all, save.compression(), save.table());
    }

    @Override
    public void finish(StepContext context) {
        try {
            writer().finish();
            writer().close();
            if (sidecar.isPresent()) {
                Sidecar.write(sidecar.get().path(), head(), events, pending.path());
            }
        } catch (IOException e) {
            throw AtomicFiles.failure(Path.of(save.file().name()), e);
        }
        pending.commit();
        sidecar.ifPresent(PendingFile::commit);
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
            sidecar.ifPresent(PendingFile::close);
            pending.close();
        }
    }
}
