package hep.winnow.root.tree;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The events of a tree: a {@code TTree}, {@code TNtuple} or {@code TNtupleD}. */
public final class TreeSource implements EventSource {
    private final Path file;
    private final String where;
    private final Tree tree;

    private TreeSource(Path file, String where, Tree tree) {
        this.file = file;
        this.where = where;
        this.tree = tree;
    }

    /**
     * Opens a tree. The file may be closed then; a reader opens it again.
     *
     * @param name of the tree, with its folder
     * @throws hep.winnow.api.diagnostic.UserError if it is damaged
     */
    public static TreeSource open(RootFile file, String name, Key key) {
        String where = "the tree '" + name + "'";
        Tree tree = Damage.in(file.path(), where, () -> Tree.read(file, key));
        return new TreeSource(file.path(), where, tree);
    }

    /** Tells whether objects of a class are trees. */
    public static boolean isTree(String className) {
        return className.equals("TTree") || className.equals("TNtuple") || className.equals("TNtupleD");
    }

    @Override
    public List<ColumnInfo> schema() {
        return tree.columns().stream().map(TreeColumn::info).toList();
    }

    @Override
    public Map<String, String> shortNames() {
        return tree.shortNames();
    }

    @Override
    public OptionalLong events() {
        return OptionalLong.of(tree.entries());
    }

    @Override
    public List<UnreadableColumn> unreadable() {
        return tree.unreadable();
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) {
        List<TreeColumn> wanted = Arrays.stream(ColumnIndex.of(this, columns))
                .mapToObj(tree.columns()::get)
                .toList();
        return new TreeReader(RootFile.open(file), where, tree.entries(), wanted, context);
    }
}
