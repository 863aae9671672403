package hep.winnow.columnar.parquet;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.columnar.file.Damage;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** Puts the values of a chunk together to columns, event by event. */
final class ChunkReader {
    private final Leaf leaf;
    private final ColumnType type;
    private final PageReader pages;
    private PageReader.Page page =
            new PageReader.Page(0, java.util.Optional.empty(), java.util.Optional.empty(), new Values() {});
    private long left;
    private long total;

    /** Whether the repetition level of the next value, 0, was read ahead: it told that a list was over. */
    private boolean isAhead;

    ChunkReader(FileChannel file, Leaf leaf, ColumnType type, Footer.Chunk chunk) {
        this.leaf = leaf;
        this.type = type;
        this.pages = new PageReader(file, leaf, chunk);
        this.total = chunk.values();
    }

    /** Returns the column of the next {@code n} events. */
    Column column(int n) throws IOException {
        Buffer values = new Buffer(leaf, type);
        if (leaf.maxRepetition() == 0) {
            for (int i = 0; i < n; i++) {
                load();
                take(values, definition());
            }
            return values.column();
        }
        int[] offsets = new int[n + 1];
        for (int i = 0; i < n; i++) {
            list(values);
            offsets[i + 1] = values.size();
        }
        return new Column.Lists(offsets, values.column());
    }

    /** Reads the list of one event: up to the value that begins the next one. */
    private void list(Buffer values) throws IOException {
        if (!isAhead) {
            load();
            if (repetition() != 0) {
                throw new Damage.Found("a list has no beginning");
            }
        }
        isAhead = false;
        do {
            int definition = definition();
            if (definition >= leaf.itemDefinition()) {
                take(values, definition);
            }
            if (left == 0 && total == 0) {
                return;
            }
            load();
        } while (repetition() != 0);
        isAhead = true;
    }

    private void take(Buffer values, int definition) {
        if (definition == leaf.maxDefinition()) {
            values.add(page.values());
        } else {
            values.addMissing();
        }
    }

    private int repetition() {
        return page.repetition().isPresent() ? page.repetition().get().next() : 0;
    }

    /** Reads the definition level of a value, which is then taken. */
    private int definition() {
        left--;
        return page.definition().isPresent() ? page.definition().get().next() : leaf.maxDefinition();
    }

    /** Sees to it that there is a value in the page. */
    private void load() throws IOException {
        while (left == 0) {
            page = pages.next();
            left = page.count();
            if (left < 0 || left > total) {
                throw new Damage.Found("a page has " + left + " values, but " + total + " are left");
            }
            total -= left;
        }
    }
}
