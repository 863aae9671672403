package hep.winnow.text;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import java.io.IOException;
import java.util.Optional;

/** Hands out the rows of a file in blocks, and tells of those that cannot be read. */
public final class RowReader implements BlockReader {
    private final Lines lines;
    private final Block block;
    private final Rows rows;
    private final ReadContext context;

    /** Reads rows. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Reads a line, and adds its row if it has one.
         *
         * @param block is as it was if the row is bad
         */
        void read(String line, Block block) throws BadRow;
    }

    /** Makes one that goes on behind the lines that were read already. */
    public RowReader(Lines lines, Block block, Rows rows, ReadContext context) {
        this.lines = lines;
        this.block = block;
        this.rows = rows;
        this.context = context;
    }

    @Override
    public Optional<EventBlock> next() {
        while (!block.isFull()) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            try {
                rows.read(line.get(), block);
            } catch (BadRow e) {
                context.badRow(lines.file().toString(), lines.line(), e.reason());
            }
        }
        context.progressed(lines.newDiskBytes());
        return block.hasRows() ? Optional.of(block.take()) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
