package hep.winnow.root.tree;

import hep.winnow.root.object.ClassInfo;
import hep.winnow.root.object.Classes;
import hep.winnow.root.object.Element;
import hep.winnow.root.object.Instance;
import hep.winnow.root.object.Streamed;
import hep.winnow.testing.Tables;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Branches of tests. */
final class Branches {
    private Branches() {}

    /** Returns a branch with a leaf of a class such as {@code TLeafF}. */
    static Branch leaf(String leafClass, String title, int length, boolean isUnsigned) {
        Instance leaf = new Instance(
                leafClass,
                Map.of("fName", "x", "fTitle", title, "fLen", (long) length, "fIsUnsigned", isUnsigned ? 1L : 0L));
        return of(new Instance(
                "TBranch", Map.of("fName", "x", "fLeaves", new Instance("TObjArray", Map.of("items", List.of(leaf))))));
    }

    /** Returns a branch of whole objects of a class. */
    static Branch object(String className, int version) {
        return of(new Instance(
                "TBranchElement",
                Map.of("fName", "x", "fID", -1L, "fClassName", className, "fClassVersion", (long) version)));
    }

    /** Returns a branch of one member of the objects of a split collection. */
    static Branch memberOfCollection(String className, int id, int streamerType) {
        return of(new Instance(
                "TBranchElement",
                Map.of(
                        "fName",
                        "x",
                        "fID",
                        (long) id,
                        "fClassName",
                        className,
                        "fType",
                        (long) Branch.COLLECTION_MEMBER,
                        "fStreamerType",
                        (long) streamerType,
                        "fClassVersion",
                        1L)));
    }

    private static Branch of(Instance branch) {
        Instance list = new Instance("TObjArray", Map.of("items", List.of(branch)));
        return Branch.of(new Instance("TTree", Map.of("fBranches", list))).get(0);
    }

    /** Returns the values of all columns of a basket, a line each: {@code name: values}. */
    static List<String> read(Branch branch, List<ClassInfo> classes, Basket basket) {
        Layout layout = LayoutMaker.of(branch, Classes.of(classes));
        List<Integer> all = IntStream.range(0, layout.columns().size()).boxed().toList();
        var columns = new Decoder(layout, all).decode(basket);
        return all.stream()
                .map(i -> layout.columns().get(i).name() + ": "
                        + Tables.words(columns.get(i))
                                .toString()
                                .replace("[, ", "[")
                                .replace(", ]", "]"))
                .toList();
    }

    static Element member(String name, int type, String typeName) {
        return new Element(name, "", type, List.of(), typeName, "", 0);
    }

    static Element base(String name) {
        return new Element(
                name, "", name.equals("TObject") ? Streamed.TOBJECT : Streamed.BASE, List.of(), "BASE", "", 1);
    }

    static final ClassInfo VECTOR3 = new ClassInfo(
            "TVector3",
            3,
            0,
            List.of(
                    base("TObject"),
                    member("fX", Streamed.DOUBLE, "double"),
                    member("fY", Streamed.DOUBLE, "double"),
                    member("fZ", Streamed.DOUBLE, "double")));
}
