package hep.winnow.root.write;

import java.io.IOException;
import java.util.List;

/** A branch of a tree: its values on their way into the file, and what the tree tells of it, a {@code TBranch}. */
abstract class Branch implements Streamed {
    /** What ROOT has at first for the length of the table of entries of different lengths. */
    static final int OFFSETS = 1000;

    private static final int SMALLEST = 32_000;

    /** The bit of a branch that does not name its objects. */
    private static final int SPLIT_NAMES = 1 << 22;

    private final String name;
    private final String unit;
    private final Basket basket;
    private final BasketIndex index = new BasketIndex();

    /** Makes one whose entries have that many bytes; 0 if they differ. */
    Branch(String name, String unit, int entryBytes) {
        this.name = name;
        this.unit = unit;
        this.basket = new Basket(entryBytes);
    }

    /** Returns the leaf, the same each time. */
    abstract Streamed leaf();

    /** Returns the title without the unit. */
    abstract String title();

    abstract boolean hasEqualEntries();

    String name() {
        return name;
    }

    Basket basket() {
        return basket;
    }

    BasketIndex index() {
        return index;
    }

    /** Writes what waits. */
    final void flush(RootOutput out, Folder folder, String tree) throws IOException {
        if (basket.entries() > 0) {
            index.add(basket.write(out, folder, name, tree));
        }
    }

    /** Writes the fields of a {@code TBranch}. */
    final void base(ObjectWriter to, int codec, int splitLevel) {
        to.part(13, () -> {
            to.named(name, unit.isEmpty() ? title() : title() + " [" + unit + "]", SPLIT_NAMES)
                    .fill()
                    .out()
                    .i32(codec)
                    .i32(Math.max(SMALLEST, index.largest()))
                    .i32(hasEqualEntries() ? 0 : OFFSETS)
                    .i32(index.size())
                    .i64(index.entries());
            Tree.features(to);
            to.out()
                    .i32(0)
                    .i32(index.capacity())
                    .i32(splitLevel)
                    .i64(index.entries())
                    .i64(0)
                    .i64(index.unpacked())
                    .i64(index.total());
            to.array(List.of()).array(List.of(leaf())).array(List.of());
            index.write(to.out());
            to.out().text("");
        });
    }
}
