package hep.winnow.root.write;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Names of collections and of what counts them. */
final class Names {
    private final List<ColumnInfo> columns;
    private final Set<String> taken = new HashSet<>();

    Names(List<ColumnInfo> columns) {
        this.columns = columns;
        columns.forEach(c -> taken.add(c.name()));
    }

    /** Returns the collection that a column of lists belongs to by its name: {@code jet} for {@code jet_pt} and {@code jet.pt}; the whole name if it has no such parts. */
    static String collection(String column) {
        int at = Math.max(column.lastIndexOf('_'), column.lastIndexOf('.'));
        return at > 0 ? column.substring(0, at) : column;
    }

    /** Returns the place of the column of whole numbers that by its name counts a collection: {@code njet}, {@code nJet}, {@code NJet}, {@code n_jet}. */
    Optional<Integer> counter(String collection) {
        Set<String> names = Set.of("n" + lower(collection), "n_" + lower(collection));
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).type() == ColumnType.INT
                        && columns.get(i).depth() == 0)
                .filter(i -> names.contains(lower(columns.get(i).name())))
                .boxed()
                .findFirst();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns a name of a counter that no branch has: {@code njet}. */
    String unique(String collection) {
        String name = "n" + collection;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }
}
