package hep.winnow.root.write;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.tree.TreeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A tree that was written, without the columns that only count lists: those whose names begin with {@code n}. */
record Written(EventSource tree) implements EventSource {
    static EventSource open(Path file) {
        return new Written(whole(file));
    }

    /** Returns a tree that was written, with all its columns. */
    static EventSource whole(Path file) {
        try (RootFile root = RootFile.open(file)) {
            Key key = root.keys().stream()
                    .filter(k -> k.name().equals(RootWriterFormat.TREE))
                    .findFirst()
                    .orElseThrow();
            return TreeSource.open(root, key.name(), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ColumnInfo> schema() {
        return tree.schema().stream().filter(c -> !c.name().startsWith("n")).toList();
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) throws IOException {
        return tree.open(columns, context);
    }
}
