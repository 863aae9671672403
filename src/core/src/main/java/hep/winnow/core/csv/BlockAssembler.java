package hep.winnow.core.csv;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts rows of chunks together to blocks of one size. */
final class BlockAssembler {
    private final int blockSize;
    private final List<CellKind> kinds;
    private List<ColumnBuffer> buffers = List.of();
    private int size;

    BlockAssembler(List<CellKind> kinds, int blockSize) {
        this.kinds = kinds;
        this.blockSize = blockSize;
    }

    boolean isFull() {
        return size == blockSize;
    }

    /** Takes rows of {@code chunk} from row {@code from} on, as many as fit; returns how many. */
    int take(ParsedChunk chunk, int from) {
        if (size == 0) {
            buffers = kinds.stream().map(k -> new ColumnBuffer(k, blockSize)).toList();
        }
        int n = Math.min(blockSize - size, chunk.rows() - from);
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
            if (size < blockSize) {
                buffer.resize(size);
            }
            columns.add(buffer.toColumn());
        }
        EventBlock block = new EventBlock(size, columns);
        size = 0;
        return Optional.of(block);
    }
}
