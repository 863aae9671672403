package hep.winnow.columnar.arrow;

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

/** Hands out the events of a file in blocks; a block does not reach over the end of a batch. */
final class ArrowReader implements BlockReader {
    /** Greatest number of events of a block. */
    static final int BLOCK = 8192;

    private static final int BLOCK_OF_LISTS = 1024;

    private final Path file;
    private final FileChannel channel;
    private final ArrowFile content;
    private final List<ArrowSource.Part> wanted;
    private final ReadContext context;
    private final Dictionaries dictionaries;
    private final int most;
    private final List<LeafReader> columns = new ArrayList<>();
    private int part = -1;
    private long left;

    ArrowReader(Path file, FileChannel channel, ArrowFile content, List<ArrowSource.Part> wanted, ReadContext context) {
        this.file = file;
        this.channel = channel;
        this.content = content;
        this.wanted = wanted;
        this.context = context;
        this.dictionaries = new Dictionaries(
                content.schema(), wanted.stream().map(ArrowSource.Part::leaf).toList());
        boolean hasLists = wanted.stream().anyMatch(w -> w.info().depth() > 0);
        this.most = hasLists ? BLOCK_OF_LISTS : BLOCK;
    }

    @Override
    public Optional<EventBlock> next() {
        while (left == 0) {
            if (part >= 0) {
                context.progressed(content.parts().get(part).bytes());
            }
            if (++part >= content.parts().size()) {
                return Optional.empty();
            }
            enter(content.parts().get(part));
        }
        int n = (int) Math.min(left, most);
        left -= n;
        List<Column> block = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            LeafReader column = columns.get(i);
            block.add(Damage.in(file, where(wanted.get(i)), () -> column.next(n)));
        }
        return Optional.of(new EventBlock(n, block));
    }

    private void enter(ArrowFile.Part next) {
        left = next.rows();
        columns.clear();
        if (wanted.isEmpty() || left == 0 && !next.isDictionary()) {
            return;
        }
        Message message = Damage.in(file, "a message", () -> message(next));
        if (next.isDictionary()) {
            Damage.in(file, "a dictionary", () -> {
                dictionaries.add(channel, message);
                return dictionaries;
            });
            return;
        }
        Batch batch = Damage.in(file, "a message", () -> new Batch(channel, message, message.header()));
        for (ArrowSource.Part column : wanted) {
            Leaf leaf = column.leaf();
            columns.add(Damage.in(
                    file,
                    where(column),
                    () -> new LeafReader(batch, leaf, column.info().type(), dictionaries.of(leaf))));
        }
    }

    private Message message(ArrowFile.Part next) throws IOException {
        return Message.read(channel, next.at())
                .filter(m -> m.kind() == (next.isDictionary() ? Message.DICTIONARY : Message.BATCH))
                .orElseThrow(
                        () -> new Damage.Found("the message at byte " + next.at() + " is not the one that was there"));
    }

    private static String where(ArrowSource.Part column) {
        return "the column '" + column.info().name() + "'";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
