package hep.winnow.columnar.parquet;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.columnar.codec.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Parquet files, with metadata. */
public final class ParquetWriterFormat implements EventWriterFormat {
    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public List<String> endings() {
        return List.of(".parquet");
    }

    @Override
    public boolean compresses() {
        return true;
    }

    @Override
    public List<String> codecs() {
        return Codec.NAMES;
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
        return ParquetWriter.begin(file, head);
    }
}
