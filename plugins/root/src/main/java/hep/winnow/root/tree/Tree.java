package hep.winnow.root.tree;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.object.Classes;
import hep.winnow.root.object.Instance;
import hep.winnow.root.object.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tree of a file: its branches, and the columns that they become. */
final class Tree {
    private final long entries;
    private final List<TreeColumn> columns = new ArrayList<>();
    private final List<UnreadableColumn> unreadable = new ArrayList<>();

    private Tree(long entries) {
        this.entries = entries;
    }

    /** Reads what a key says of a tree; no basket is read. */
    static Tree read(RootFile file, Key key) throws IOException {
        Classes classes = Classes.of(file);
        Instance object = new ObjectReader(classes, Map.of("TBasket", Basket::embedded))
                .object(key.className(), file.object(key));
        Tree tree = new Tree(object.integer("fEntries"));
        List<Branch> all = new ArrayList<>();
        Branch.of(object).forEach(branch -> all.addAll(branch.all()));
        Set<String> taken = new HashSet<>();
        Map<String, Branch> counters = new HashMap<>();
        all.forEach(branch -> branch.leaves().forEach(leaf -> counters.putIfAbsent(leaf.name(), branch)));
        for (Branch branch : all) {
            tree.add(branch, unique(branch.path(), taken), classes, counters);
        }
        tree.unreadable.addAll(friends(object));
        return tree;
    }

    /** Lists the trees that stand beside this one for ROOT: which files are read is for the macro to say. */
    static List<UnreadableColumn> friends(Instance object) {
        Instance friends = object.object("fFriends");
        List<UnreadableColumn> told = new ArrayList<>();
        if (friends == null) {
            return told;
        }
        for (Instance friend : friends.objects(ObjectReader.ITEMS)) {
            String named = friend.text("fTreeName");
            String name = named.isEmpty() ? friend.text("fName") : named;
            String in = friend.text("fTitle");
            String place = in.isEmpty() ? "the same file" : in;
            told.add(new UnreadableColumn(
                    "friend " + name,
                    "TFriendElement",
                    "its columns are those of the tree '" + name + "' of " + place + ": name it by friends=[\""
                            + (in.isEmpty() ? "FILE" : in) + ":" + name + "\"]"));
        }
        return told;
    }

    private static String unique(String name, Set<String> taken) {
        String found = name;
        for (int i = 2; !taken.add(found); i++) {
            found = name + "#" + i;
        }
        return found;
    }

    private void add(Branch branch, String name, Classes classes, Map<String, Branch> counters) {
        boolean isGroup =
                !branch.children().isEmpty() && branch.type() != Branch.CLONES && branch.type() != Branch.COLLECTION;
        if (isGroup) {
            return;
        }
        try {
            Layout layout = LayoutMaker.of(branch, classes);
            if (branch.entries() != entries) {
                throw new Damage.Refused("it has " + branch.entries() + " entries, where the tree has " + entries);
            }
            BranchData data = new BranchData(branch, layout, new Baskets(branch), counter(branch, classes, counters));
            for (int i = 0; i < layout.columns().size(); i++) {
                Layout.Part part = layout.columns().get(i);
                String unit = layout.columns().size() == 1 && part.type().isNumeric() ? branch.unit() : "";
                ColumnInfo info = new ColumnInfo(name + part.name(), part.type(), part.depth(), unit);
                columns.add(new TreeColumn(info, data, i));
            }
        } catch (Damage.Refused | Damage.Found e) {
            String type = branch.className().isEmpty() ? branch.object().className() : branch.className();
            unreadable.add(new UnreadableColumn(name, type, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<BranchData> counter(Branch branch, Classes classes, Map<String, Branch> counters) {
        if (branch.leaves().size() != 1 || !branch.leaves().get(0).isCounted()) {
            return Optional.empty();
        }
        Branch counter = counters.get(branch.leaves().get(0).count());
        if (counter == null
                || counter == branch
                || counter.isElement()
                || counter.leaves().size() != 1) {
            return Optional.empty();
        }
        return Optional.of(
                new BranchData(counter, LayoutMaker.of(counter, classes), new Baskets(counter), Optional.empty()));
    }

    /** Returns the number of entries. */
    long entries() {
        return entries;
    }

    /** Returns the columns. */
    List<TreeColumn> columns() {
        return columns;
    }

    /** Returns what is behind the last slash of names, where it stands for one column alone. */
    Map<String, String> shortNames() {
        Set<String> names = new LinkedHashSet<>();
        columns.forEach(column -> names.add(column.info().name()));
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> lost = new HashSet<>();
        boolean hasVectors = names.stream().anyMatch(name -> name.contains(".fP.fX"));
        for (String name : names) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            last = hasVectors ? spelled(last) : last;
            if (!names.contains(last) && found.put(last, name) != null) {
                lost.add(last);
            }
        }
        found.keySet().removeAll(lost);
        return found;
    }

    /** Returns a name with the components of a {@code TLorentzVector} as physicists call them. */
    private static String spelled(String name) {
        return name.replace(".fP.fX", ".px")
                .replace(".fP.fY", ".py")
                .replace(".fP.fZ", ".pz")
                .replace(".fE", ".E");
    }

    /** Returns the branches that cannot be read. */
    List<UnreadableColumn> unreadable() {
        return unreadable;
    }
}
