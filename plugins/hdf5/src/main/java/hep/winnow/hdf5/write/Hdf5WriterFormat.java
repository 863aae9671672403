package hep.winnow.hdf5.write;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** HDF5: a dataset a column in the root group, whose attributes say where the events come from; a jagged column is a group of its {@code values} and {@code offsets}. */
public final class Hdf5WriterFormat implements EventWriterFormat {
    @Override
    public String name() {
        return "hdf5";
    }

    @Override
    public List<String> endings() {
        return List.of(".h5", ".hdf5");
    }

    @Override
    public Optional<String> refusal(ColumnInfo column) {
        String name = column.name();
        if (column.depth() > 1) {
            return Optional.of("it has lists of lists");
        }
        if (name.isEmpty() || name.equals(".") || name.indexOf('/') >= 0) {
            return Optional.of("its name would be a path in the file: give it another by define");
        }
        if (!Texts.refusal(name).isEmpty()) {
            return Optional.of("its name has " + Texts.refusal(name));
        }
        return Texts.utf8(name).length > ObjectHeader.MOST_NAME
                ? Optional.of("its name is longer than " + ObjectHeader.MOST_NAME + " bytes")
                : Optional.empty();
    }

    @Override
    public boolean compresses() {
        return true;
    }

    @Override
    public boolean holdsProvenance() {
        return true;
    }

    @Override
    public EventWriter create(Path file, EventFileHead head) throws IOException {
        return Hdf5Writer.begin(file, head);
    }
}
