package hep.winnow.hdf5;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import io.jhdf.HdfFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands out the rows of datasets in blocks; a block ends where a chunk of the first dataset does. */
final class Hdf5Reader implements BlockReader {
    /** Greatest number of events of a block. */
    static final int BLOCK = 8192;

    private static final int BLOCK_BYTES = 1 << 23;

    private final Path file;
    private final HdfFile hdf;
    private final long rows;
    private final List<TableColumn> wanted;
    private final ReadContext context;
    private final Map<String, Rows> datasets = new LinkedHashMap<>();
    private final Map<TableColumn, JaggedRows> jagged = new LinkedHashMap<>();
    private final int most;
    private long at;

    private Hdf5Reader(Path file, HdfFile hdf, long rows, List<TableColumn> wanted, ReadContext context) {
        this.file = file;
        this.hdf = hdf;
        this.rows = rows;
        this.wanted = wanted;
        this.context = context;
        long fileBytes = hdf.size();
        int widest = 1;
        for (TableColumn column : wanted) {
            if (column.ends().isPresent()) {
                jagged.put(
                        column, new JaggedRows(file, hdf, column, column.ends().get(), fileBytes));
                continue;
            }
            Rows of = datasets.computeIfAbsent(
                    column.dataset(), path -> Rows.of(hdf.getDatasetByPath(path), file, fileBytes));
            if (of.count() < rows) {
                throw new IllegalArgumentException("a dataset of " + of.count() + " rows");
            }
            widest = Math.max(widest, of.rowBytes());
        }
        this.most = Math.max(1, Math.min(BLOCK, BLOCK_BYTES / widest));
    }

    static Hdf5Reader open(Path file, long rows, List<TableColumn> wanted, ReadContext context) {
        HdfFile hdf = Guard.open(file);
        boolean isMade = false;
        try {
            Hdf5Reader reader = Guard.call(file, () -> new Hdf5Reader(file, hdf, rows, wanted, context));
            isMade = true;
            return reader;
        } finally {
            if (!isMade) {
                hdf.close();
            }
        }
    }

    @Override
    public Optional<EventBlock> next() {
        if (at == rows) {
            return Optional.empty();
        }
        return Optional.of(Guard.call(file, this::block));
    }

    private EventBlock block() {
        int n = (int) Math.min(rows - at, most);
        for (Rows dataset : datasets.values()) {
            n = Math.min(n, dataset.goodBlock(at, n));
            break;
        }
        for (JaggedRows lists : jagged.values()) {
            n = lists.goodBlock(at, n);
        }
        Map<String, ByteBuffer> read = new LinkedHashMap<>();
        for (Map.Entry<String, Rows> dataset : datasets.entrySet()) {
            read.put(dataset.getKey(), dataset.getValue().read(at, n));
            context.progressed((long) n * dataset.getValue().rowBytes());
        }
        List<Column> columns = new ArrayList<>();
        for (TableColumn column : wanted) {
            columns.add(column(column, read, n));
        }
        at += n;
        return new EventBlock(n, columns);
    }

    private Column column(TableColumn column, Map<String, ByteBuffer> read, int n) {
        JaggedRows lists = jagged.get(column);
        if (lists != null) {
            Column found = lists.column(at, n);
            context.progressed(lists.bytes(n));
            return found;
        }
        Rows of = datasets.get(column.dataset());
        ByteBuffer bytes = read.get(column.dataset());
        if (of == null || bytes == null) {
            throw new IllegalStateException("no rows of " + column.dataset());
        }
        return new Decoder(file, column, hdf.getHdfBackingStorage()).column(bytes, of.rowBytes(), n);
    }

    @Override
    public void close() {
        hdf.close();
    }
}
