package hep.winnow.root.tree;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The columns of several trees side by side: event {@code i} has the values of entry {@code i} of each. */
public final class Friends implements EventSource {
    private final List<EventSource> trees;
    private final List<Place> places = new ArrayList<>();
    private final List<ColumnInfo> schema = new ArrayList<>();

    /**
     * Where a column is.
     *
     * @param tree which of the trees
     * @param name of the column there
     */
    private record Place(int tree, String name) {}

    /**
     * Puts trees side by side.
     *
     * @param main the tree whose columns keep their names
     * @param friends the others; a column whose name is taken is called {@code TREE.name}
     * @param names of the friends
     * @throws UserError if one has another number of entries
     */
    public Friends(EventSource main, List<EventSource> friends, List<String> names) {
        trees = new ArrayList<>(friends);
        trees.add(0, main);
        Set<String> taken = new HashSet<>();
        for (int t = 0; t < trees.size(); t++) {
            EventSource tree = trees.get(t);
            if (!tree.events().equals(main.events())) {
                throw UserError.data(
                        tree.files() + " has " + told(tree) + " entries, but " + main.files()
                                + ", whose friend it is to be, has " + told(main),
                        "friends have an entry for each event, in the same order");
            }
            for (ColumnInfo column : tree.schema()) {
                String name = taken.add(column.name()) ? column.name() : names.get(t - 1) + "." + column.name();
                if (!name.equals(column.name()) && !taken.add(name)) {
                    throw UserError.data("two trees have a column '" + name + "'", "leave one of the friends out");
                }
                schema.add(new ColumnInfo(name, column.type(), column.depth(), column.unit()));
                places.add(new Place(t, column.name()));
            }
        }
    }

    private static String told(EventSource source) {
        return source.events().isPresent() ? Long.toString(source.events().getAsLong()) : "an unknown number of";
    }

    @Override
    public List<ColumnInfo> schema() {
        return schema;
    }

    @Override
    public Map<String, String> shortNames() {
        Set<String> names = new HashSet<>();
        schema.forEach(column -> names.add(column.name()));
        Map<String, String> all = new LinkedHashMap<>();
        for (EventSource tree : trees) {
            tree.shortNames().forEach((shortName, name) -> {
                if (!names.contains(shortName)) {
                    all.putIfAbsent(shortName, name);
                }
            });
        }
        return all;
    }

    @Override
    public OptionalLong events() {
        return trees.get(0).events();
    }

    @Override
    public List<UnreadableColumn> unreadable() {
        return trees.stream().flatMap(t -> t.unreadable().stream()).toList();
    }

    @Override
    public List<Path> files() {
        return trees.stream().flatMap(t -> t.files().stream()).distinct().toList();
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) throws IOException {
        List<Place> wanted = new ArrayList<>();
        for (int index : ColumnIndex.of(this, columns)) {
            wanted.add(places.get(index));
        }
        List<Running> readers = new ArrayList<>();
        for (int t = 0; t < trees.size(); t++) {
            int tree = t;
            List<String> names = wanted.stream()
                    .filter(p -> p.tree() == tree)
                    .map(Place::name)
                    .distinct()
                    .toList();
            if (t == 0 || !names.isEmpty()) {
                readers.add(new Running(t, names, trees.get(t).open(names, context)));
            }
        }
        return new Reader(wanted, readers);
    }

    /** Reads one tree, and keeps what is left of its last block. */
    private static final class Running {
        private final int tree;
        private final List<String> names;
        private final BlockReader reader;
        private Optional<EventBlock> block = Optional.empty();
        private int at;

        Running(int tree, List<String> names, BlockReader reader) {
            this.tree = tree;
            this.names = names;
            this.reader = reader;
        }

        /** Returns how many events of a block are left; 0 at the end. */
        int left() throws IOException {
            if (block.isEmpty() || at == block.get().size()) {
                block = reader.next();
                at = 0;
            }
            return block.map(b -> b.size() - at).orElse(0);
        }

        Column column(String name, int size) {
            Column column = block.orElseThrow().columns().get(names.indexOf(name));
            return Pieces.join(List.of(new Pieces.Piece(column, at, at + size)));
        }
    }

    private static final class Reader implements BlockReader {
        private final List<Place> wanted;
        private final List<Running> readers;

        Reader(List<Place> wanted, List<Running> readers) {
            this.wanted = wanted;
            this.readers = readers;
        }

        @Override
        public Optional<EventBlock> next() throws IOException {
            int size = Integer.MAX_VALUE;
            for (Running reader : readers) {
                size = Math.min(size, reader.left());
            }
            if (size == 0) {
                return Optional.empty();
            }
            List<Column> columns = new ArrayList<>();
            for (Place place : wanted) {
                for (Running reader : readers) {
                    if (reader.tree == place.tree()) {
                        columns.add(reader.column(place.name(), size));
                    }
                }
            }
            for (Running reader : readers) {
                reader.at += size;
            }
            return Optional.of(new EventBlock(size, columns));
        }

        @Override
        public void close() throws IOException {
            IOException failure = null;
            for (Running reader : readers) {
                try {
                    reader.reader.close();
                } catch (IOException e) {
                    failure = e;
                }
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
