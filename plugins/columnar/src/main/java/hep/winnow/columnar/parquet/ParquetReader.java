package hep.winnow.columnar.parquet;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import hep.winnow.columnar.file.Damage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands out the events of a file in blocks; a block does not reach over the end of a group. */
final class ParquetReader implements BlockReader {
    /** Greatest number of events of a block. */
    static final int BLOCK = 8192;

    private static final int BLOCK_OF_LISTS = 1024;

    private final Path file;
    private final FileChannel channel;
    private final Footer footer;
    private final List<ParquetSource.Part> wanted;
    private final ReadContext context;
    private final int most;
    private final List<ChunkReader> chunks = new ArrayList<>();
    private int group = -1;
    private long left;

    ParquetReader(Path file, FileChannel channel, Footer footer, List<ParquetSource.Part> wanted, ReadContext context) {
        this.file = file;
        this.channel = channel;
        this.footer = footer;
        this.wanted = wanted;
        this.context = context;
        boolean hasLists = wanted.stream().anyMatch(w -> w.info().depth() > 0);
        this.most = hasLists ? BLOCK_OF_LISTS : BLOCK;
    }

    @Override
    public Optional<EventBlock> next() {
        while (left == 0) {
            tell(group);
            if (++group >= footer.groups().size()) {
                return Optional.empty();
            }
            Footer.Group next = footer.groups().get(group);
            left = next.rows();
            chunks.clear();
            for (ParquetSource.Part column : wanted) {
                Footer.Chunk chunk = next.chunks().get(column.index());
                chunks.add(Damage.in(
                        file,
                        where(column),
                        () -> new ChunkReader(
                                channel, column.leaf(), column.info().type(), chunk)));
            }
        }
        int n = (int) Math.min(left, most);
        left -= n;
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ChunkReader chunk = chunks.get(i);
            columns.add(Damage.in(file, where(wanted.get(i)), () -> chunk.column(n)));
        }
        return Optional.of(new EventBlock(n, columns));
    }

    private static String where(ParquetSource.Part column) {
        return "the column '" + column.info().name() + "'";
    }

    /** Tells how much of the file was read, by groups. */
    private void tell(int done) {
        if (done >= 0) {
            long bytes = footer.groups().get(done).chunks().stream()
                    .mapToLong(Footer.Chunk::bytes)
                    .sum();
            context.progressed(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
