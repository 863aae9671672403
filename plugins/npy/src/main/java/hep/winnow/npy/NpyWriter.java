package hep.winnow.npy;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a structured array. */
final class NpyWriter implements EventWriter {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final EventFileHead head;
    private final Spools spools;
    private final List<Spool> columns = new ArrayList<>();
    private long rows;

    NpyWriter(Path file, EventFileHead head) {
        this.file = file;
        this.head = head;
        this.spools = new Spools(file);
    }

    private List<Spool> columns() throws IOException {
        if (columns.isEmpty()) {
            for (ColumnInfo column : head.columns()) {
                columns.add(spools.begin(column.type()));
            }
        }
        return columns;
    }

    @Override
    public void write(EventBlock block) throws IOException {
        List<Spool> to = columns();
        for (int i = 0; i < to.size(); i++) {
            to.get(i).add(block.columns().get(i));
        }
        rows += block.size();
    }

    @Override
    public void finish() throws IOException {
        List<Spool.Values> values = new ArrayList<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < columns().size(); i++) {
                Spool spool = columns().get(i);
                String name = HeaderText.quoted(head.columns().get(i).name());
                fields.add("(" + name + ", '" + spool.descr() + "')");
                values.add(spool.values());
            }
            out.write(HeaderText.of(fields.stream().collect(Collectors.joining(", ", "[", "]")), rows));
            for (long row = 0; row < rows; row++) {
                for (Spool.Values value : values) {
                    value.next(out);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        spools.close();
    }
}
