package hep.winnow.npy;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An archive of one array a column; a jagged column is its values and {@code NAME.offsets}. Metadata stand in a member {@code winnow.txt}. */
final class NpzWriterFormat implements EventWriterFormat {
    @Override
    public String name() {
        return "npz";
    }

    @Override
    public List<String> endings() {
        return List.of(".npz");
    }

    @Override
    public Optional<String> refusal(ColumnInfo column) {
        return column.depth() <= 1 ? Optional.empty() : Optional.of("it has lists of lists");
    }

    @Override
    public boolean holdsProvenance() {
        return true;
    }

    @Override
    public EventWriter create(Path file, EventFileHead head) {
        return new NpzWriter(file, head);
    }
}
