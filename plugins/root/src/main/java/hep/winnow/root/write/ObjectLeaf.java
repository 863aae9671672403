package hep.winnow.root.write;

import java.util.Optional;

/** The leaf of a branch of objects, a {@code TLeafElement}; it has no more than the name of the branch. */
record ObjectLeaf(String name) implements Streamed {
    private static final int WHOLE = -1;

    @Override
    public String className() {
        return "TLeafElement";
    }

    @Override
    public void write(ObjectWriter to) {
        to.part(1, () -> {
            Leaf.base(to, name, name, 0, false, Optional.empty());
            to.out().i32(WHOLE).i32(WHOLE);
        });
    }
}
