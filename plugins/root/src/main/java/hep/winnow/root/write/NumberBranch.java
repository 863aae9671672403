package hep.winnow.root.write;

import hep.winnow.api.event.ColumnInfo;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** A branch of one number an event, or of a list of numbers whose length another branch tells. */
final class NumberBranch extends Branch {
    private final LeafType type;
    private final boolean isList;
    private final int codec;
    private Optional<NumberBranch> counter = Optional.empty();
    private OptionalInt maximum = OptionalInt.empty();
    private Optional<Leaf> leaf = Optional.empty();

    /** Makes one of a column, with the settings of its codec. */
    NumberBranch(ColumnInfo column, int codec) {
        super(
                column.name(),
                column.unit(),
                column.depth() > 0 ? 0 : LeafType.of(column.type()).bytes());
        this.type = LeafType.of(column.type());
        this.isList = column.depth() > 0;
        this.codec = codec;
    }

    LeafType type() {
        return type;
    }

    /** Sets the branch that tells how long the lists are. */
    void countedBy(NumberBranch other) {
        counter = Optional.of(other);
        other.count(0);
    }

    /** Returns the branch that tells how long the lists are. */
    NumberBranch counter() {
        return counter.orElseThrow();
    }

    /** Says that it counts a list of that length. */
    void count(int length) {
        maximum = OptionalInt.of(Math.max(length, maximum.orElse(0)));
    }

    /** Says that it counts no list after all. */
    void countNothing() {
        maximum = OptionalInt.empty();
    }

    /** Takes over all values of another, whose entries have equal length. */
    void copy(NumberBranch other, RootOutput out, Folder folder, String tree) throws IOException {
        BasketIndex old = other.index();
        int bytes = type.bytes();
        for (int i = 0; i < old.size(); i++) {
            int size = old.entries(i) * bytes;
            int packed = old.bytes(i) - Basket.headLength(other.name(), tree);
            index().add(Basket.write(
                    out,
                    folder,
                    new Basket.Head(name(), tree, size, packed, size, old.entries(i), bytes),
                    out.read(old.seek(i) + old.bytes(i) - packed, packed)));
        }
        basket().addAll(other.basket());
        maximum = other.maximum;
    }

    @Override
    boolean hasEqualEntries() {
        return !isList;
    }

    @Override
    Leaf leaf() {
        if (leaf.isEmpty()) {
            leaf = Optional.of(new Leaf(name(), type, counter.map(NumberBranch::leaf), maximum));
        }
        return leaf.get();
    }

    @Override
    String title() {
        return leaf().title() + "/" + type.letter();
    }

    @Override
    public String className() {
        return "TBranch";
    }

    @Override
    public void write(ObjectWriter to) {
        base(to, codec, 0);
    }
}
