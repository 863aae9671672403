package hep.winnow.columnar.arrow;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Arrow files, and streams where the name ends in {@code .arrows}; with metadata. */
public final class ArrowWriterFormat implements EventWriterFormat {
    private static final String STREAM = ".arrows";

    @Override
    public String name() {
        return "arrow";
    }

    @Override
    public List<String> endings() {
        return List.of(".arrow", ".feather", STREAM);
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
    public EventWriter create(Path file, EventFileHead head) throws IOException {
        return ArrowWriter.begin(
                file, head, head.name().toLowerCase(Locale.ROOT).endsWith(STREAM));
    }
}
