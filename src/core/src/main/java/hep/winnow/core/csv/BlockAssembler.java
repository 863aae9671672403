package hep.winnow.core.csv;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts rows of chunks together to blocks of one size. */
final class BlockAssembler {
    /** Values of a block that there is room for from the beginning; a block of very many columns grows with its rows. */
    private static final long ROOM = 1 << 22;

    private final int blockSize;
    private final List<CellKind> kinds;
    private List<ColumnBuffer> buffers = List.of();
    private int size;
    private int capacity;

    BlockAssembler(List<CellKind> kinds, int blockSize) {
        this.kinds = kinds;
        this.blockSize = blockSize;
    }

    boolean isFull() {
        return size == blockSize;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes rows of {@code chunk} from row {@code from} on, as many as fit; returns how many. */
    int take(ParsedChunk chunk, int from) {
        int n = Math.min(blockSize - size, chunk.rows() - from);
        if (size == 0) {
            capacity = (long) kinds.size() * blockSize <= ROOM ? blockSize : n;
            buffers = kinds.stream().map(k -> new ColumnBuffer(k, capacity)).toList();
        }
        if (size + n > capacity) {
            capacity = Math.min(blockSize, Math.max(2 * capacity, size + n));
            buffers.forEach(b -> b.resize(capacity));
        }
        for (int i = 0; i < buffers.size(); i++) {
            buffers.get(i).copyFrom(chunk.columns().get(i), from, size, n);
        }
        size += n;
        return n;
    }

    /** Hands out the block, which is smaller at the end; empty if it has no rows. */
    Optional<EventBlock> finish() {
        if (size == 0) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(buffers.size());
        for (ColumnBuffer buffer : buffers) {
            if (size < capacity) {
                buffer.resize(size);
            }
            columns.add(buffer.toColumn());
        }
        EventBlock block = new EventBlock(size, columns);
        size = 0;
        return Optional.of(block);
    }
}
