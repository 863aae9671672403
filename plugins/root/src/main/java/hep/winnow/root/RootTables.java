package hep.winnow.root;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.ntuple.RNTuples;
import hep.winnow.root.result.Results;
import hep.winnow.root.tree.TreeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the trees of files. */
final class RootTables {
    private static final int MOST_SHOWN = 20;

    private RootTables() {}

    /**
     * A tree or RNTuple, or a histogram or graph, whose rows are bins or points.
     *
     * @param path in the file, without its cycle
     * @param key of it
     */
    private record Table(String path, Key key) {
        boolean isTree() {
            return TreeSource.isTree(key.className()) || RNTuples.isNTuple(key);
        }

        EventSource open(RootFile root) {
            if (RNTuples.isNTuple(key)) {
                return RNTuples.open(root, key);
            }
            return isTree() ? TreeSource.open(root, path, key) : Results.open(root, path, key);
        }

        String withCycle() {
            return path + ";" + key.cycle();
        }
    }

    /** Returns the names of the trees of a file, and behind them of its histograms and graphs; of those of one name in one folder the newest one has none of its cycle. */
    static List<String> names(Path file) {
        try (RootFile root = RootFile.open(file)) {
            List<Table> tables = tables(root);
            return tables.stream().map(t -> name(t, tables)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a tree of a file; no name is needed if there is one only. */
    static EventSource open(Path file, Optional<String> name) {
        try (RootFile root = RootFile.open(file)) {
            List<Table> tables = tables(root);
            Table table = name.isPresent() ? find(file, tables, name.get()) : only(file, tables);
            EventSource source = table.open(root);
            if (source.schema().isEmpty() && !source.unreadable().isEmpty()) {
                throw UserError.data(
                        file + " has no column that can be read in the tree '" + table.path() + "': '"
                                + source.unreadable().get(0).name() + "', "
                                + source.unreadable().get(0).reason(),
                        "`winnow columns` shows all");
            }
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Table> tables(RootFile root) {
        return Damage.in(root.path(), "its list of objects", () -> {
            List<Table> trees = new ArrayList<>();
            List<Table> others = new ArrayList<>();
            root.walk((folder, key) -> {
                Table table = new Table(folder + key.name(), key);
                if (table.isTree()) {
                    trees.add(table);
                } else if (Results.isResult(key.className())) {
                    others.add(table);
                }
            });
            trees.addAll(others);
            return trees;
        });
    }

    private static String name(Table table, List<Table> all) {
        boolean isNewest = all.stream()
                .noneMatch(t -> t.path().equals(table.path())
                        && t.key().cycle() > table.key().cycle());
        return isNewest ? table.path() : table.withCycle();
    }

    private static Table find(Path file, List<Table> tables, String name) {
        String wanted = name.startsWith("/") ? name.substring(1) : name;
        return tables.stream()
                .filter(t -> name(t, tables).equals(wanted) || t.withCycle().equals(wanted))
                .findFirst()
                .orElseThrow(() -> UserError.data(
                        file + " has no tree '" + name + "'",
                        tables.isEmpty() ? "it has none" : "it has " + list(tables)));
    }

    private static Table only(Path file, List<Table> tables) {
        List<Table> newest =
                tables.stream().filter(t -> name(t, tables).equals(t.path())).toList();
        if (newest.isEmpty()) {
            throw UserError.data(file + " has no tree", "`winnow columns` shows what a file holds");
        }
        if (newest.size() > 1) {
            throw UserError.data(
                    file + " has " + newest.size() + " trees, " + list(tables),
                    "say which one: table=\"" + newest.get(0).path() + "\"");
        }
        return newest.get(0);
    }

    private static String list(List<Table> tables) {
        String shown = tables.stream()
                .limit(MOST_SHOWN)
                .map(t -> "'" + name(t, tables) + "'")
                .collect(Collectors.joining(", "));
        return tables.size() > MOST_SHOWN ? shown + " and " + (tables.size() - MOST_SHOWN) + " more" : shown;
    }
}
