package hep.winnow.core.verbs;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.core.csv.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tables of text, which have no place for metadata. */
public final class CsvWriterFormat implements EventWriterFormat {
    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<String> endings() {
        return List.of(".csv", ".csv.gz");
    }

    @Override
    public Optional<String> refusal(ColumnInfo column) {
        return column.depth() == 0
                ? Optional.empty()
                : Optional.of("it has a list of values per event, and a cell of a CSV file holds one value");
    }

    @Override
    public EventWriter create(Path file, EventFileHead head) throws IOException {
        return new Writer(CsvWriter.create(
                file,
                head.name(),
                head.columns().stream().map(ColumnInfo::name).toList(),
                head.columns().stream().map(ColumnInfo::type).toList()));
    }

    /** Writes blocks, or the rows that were made of them on other threads. */
    static final class Writer implements EventWriter {
        private final CsvWriter out;

        private Writer(CsvWriter out) {
            this.out = out;
        }

        @Override
        public void write(EventBlock block) throws IOException {
            out.write(block);
        }

        void writeRows(byte[] rows) throws IOException {
            out.writeRows(rows);
        }

        @Override
        public void finish() throws IOException {
            out.close();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
