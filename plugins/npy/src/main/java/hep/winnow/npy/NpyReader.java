package hep.winnow.npy;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands out the rows of arrays in blocks. Columns that lie in the same rows are read together. */
final class NpyReader implements BlockReader {
    /** Greatest number of events of a block. */
    static final int BLOCK = 8192;

    private static final int BLOCK_BYTES = 1 << 23;

    private final List<Part> wanted;
    private final ReadContext context;
    private final Map<Rows, Lane> lanes = new LinkedHashMap<>();
    private final List<Shaper> shapers = new ArrayList<>();
    private final int blockRows;
    private long left;

    NpyReader(List<Part> wanted, long rows, ReadContext context) {
        this.wanted = wanted;
        this.context = context;
        this.left = rows;
        int widest = 1;
        for (Part part : wanted) {
            if (part.offsets().isPresent()) {
                shapers.add(new JaggedShaper(part));
                continue;
            }
            Lane lane = lane(part);
            widest = Math.max(widest, lane.stride());
            shapers.add(new FlatShaper(part, lane));
        }
        this.blockRows = Math.max(1, Math.min(BLOCK, BLOCK_BYTES / widest));
    }

    /** Rows that several columns may lie in. */
    private record Rows(NpyArray array, long start, int stride) {}

    private Lane lane(Part part) {
        Rows rows = new Rows(part.array(), part.start(), part.stride());
        return lanes.computeIfAbsent(rows, r -> new Lane(r.array, r.start, r.stride));
    }

    @Override
    public Optional<EventBlock> next() {
        if (left == 0) {
            return Optional.empty();
        }
        int n = (int) Math.min(left, blockRows);
        left -= n;
        for (Lane lane : lanes.values()) {
            lane.read(n);
            context.progressed((long) n * lane.stride());
        }
        List<Column> columns = new ArrayList<>(wanted.size());
        shapers.forEach(shaper -> columns.add(shaper.column(n)));
        return Optional.of(new EventBlock(n, columns));
    }

    @Override
    public void close() throws IOException {
        for (Lane lane : lanes.values()) {
            lane.close();
        }
        for (Shaper shaper : shapers) {
            shaper.close();
        }
    }
}
