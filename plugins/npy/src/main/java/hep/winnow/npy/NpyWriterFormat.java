package hep.winnow.npy;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A structured array: one record an event. It has no place for metadata. */
final class NpyWriterFormat implements EventWriterFormat {
    @Override
    public String name() {
        return "npy";
    }

    @Override
    public List<String> endings() {
        return List.of(".npy");
    }

    @Override
    public Optional<String> refusal(ColumnInfo column) {
        return column.depth() == 0
                ? Optional.empty()
                : Optional.of("it has lists of any length, and a record has one length: .npz takes lists");
    }

    @Override
    public EventWriter create(Path file, EventFileHead head) {
        return new NpyWriter(file, head);
    }
}
