package hep.winnow.root.tree;

import hep.winnow.root.object.Instance;
import hep.winnow.root.object.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A branch of a tree: what it is called, what it holds, and where its baskets lie. */
final class Branch {
    /** A {@code TClonesArray} that is split, a collection that is split, and the members of each. */
    static final int CLONES = 3;

    static final int COLLECTION = 4;
    static final int CLONES_MEMBER = 31;
    static final int COLLECTION_MEMBER = 41;

    private final Instance object;
    private final String path;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Branch> children = new ArrayList<>();

    private Branch(Instance object, String prefix) {
        this.object = object;
        this.path = prefix + object.text("fName");
        list("fLeaves").forEach(leaf -> leaves.add(new Leaf(leaf, object.text("fTitle"))));
        list("fBranches").forEach(child -> children.add(new Branch(child, path + "/")));
    }

    /** Returns the topmost branches of a tree. */
    static List<Branch> of(Instance tree) {
        Instance branches = tree.object("fBranches");
        return branches == null
                ? List.of()
                : branches.objects(ObjectReader.ITEMS).stream()
                        .map(b -> new Branch(b, ""))
                        .toList();
    }

    private List<Instance> list(String member) {
        Instance list = object.object(member);
        return list == null ? List.of() : list.objects(ObjectReader.ITEMS);
    }

    /** Returns the object that it was read from. */
    Instance object() {
        return object;
    }

    /** Returns its name. */
    String name() {
        return object.text("fName");
    }

    /** Returns the names that lead to it, joined by slashes. */
    String path() {
        return path;
    }

    /** Returns the unit of its values, as its title tells it; empty if it does not. */
    String unit() {
        return TitleUnit.of(object.text("fTitle"));
    }

    /** Returns its leaves. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** Returns the branches below it. */
    List<Branch> children() {
        return children;
    }

    /** Returns whether it is a {@code TBranchElement}. */
    boolean isElement() {
        return object.className().equals("TBranchElement");
    }

    /** Returns the {@code fType} of a {@code TBranchElement}. */
    int type() {
        return (int) object.integer("fType");
    }

    /** Returns how its values are streamed. */
    int streamerType() {
        return (int) object.integer("fStreamerType");
    }

    /** Returns the place of its member among those of its class; negative if it is no member. */
    int id() {
        return (int) object.integer("fID");
    }

    /** Returns the class that its values are of, or that has it as a member. */
    String className() {
        return object.text("fClassName");
    }

    /** Tells whether it holds a value for each object of a collection. */
    boolean isMemberOfCollection() {
        return type() == CLONES_MEMBER || type() == COLLECTION_MEMBER;
    }

    /** Returns the number of entries. */
    long entries() {
        return object.integer("fEntries");
    }

    /** Tells whether it has values of its own. */
    boolean hasData() {
        return object.integer("fWriteBasket") > 0 || !list("fBaskets").isEmpty();
    }

    /** Returns the branch that tells how many objects a collection has. */
    Optional<String> countBranch() {
        Instance count = object.object("fBranchCount");
        return count == null ? Optional.empty() : Optional.of(count.text("fName"));
    }

    /** Returns this branch and all below it. */
    List<Branch> all() {
        List<Branch> all = new ArrayList<>();
        all.add(this);
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }
}
