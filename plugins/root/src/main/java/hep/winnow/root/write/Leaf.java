package hep.winnow.root.write;

import java.util.Optional;
import java.util.OptionalInt;

/** The leaf of a branch of numbers. */
final class Leaf implements Streamed {
    private final String name;
    private final LeafType type;
    private final Optional<Leaf> counter;
    private final OptionalInt maximum;

    /**
     * Makes one.
     *
     * @param counter the leaf that tells how many values an event has; empty for one value
     * @param maximum the most values of a list that this leaf counts; empty if it counts none
     */
    Leaf(String name, LeafType type, Optional<Leaf> counter, OptionalInt maximum) {
        this.name = name;
        this.type = type;
        this.counter = counter;
        this.maximum = maximum;
    }

    /** Returns the name with the counter in brackets: {@code jet_pt[njet]}. */
    String title() {
        return counter.map(c -> name + "[" + c.name + "]").orElse(name);
    }

    @Override
    public String className() {
        return type.className();
    }

    @Override
    public void write(ObjectWriter to) {
        to.part(1, () -> {
            base(to, name, title(), type.bytes(), maximum.isPresent(), counter);
            extremes(to.out());
        });
    }

    private void extremes(ByteSink out) {
        switch (type) {
            case BOOLEAN -> out.i8(0).i8(0);
            case INT -> out.i32(0).i32(maximum.orElse(0));
            case LONG -> out.i64(0).i64(0);
            case FLOAT -> out.f32(0).f32(0);
            case DOUBLE -> out.f64(0).f64(0);
        }
    }

    /** Writes what all kinds of leaves have, a {@code TLeaf}. */
    static void base(ObjectWriter to, String name, String title, int bytes, boolean isCounter, Optional<Leaf> counter) {
        to.part(2, () -> {
            to.named(name, title).out().i32(1).i32(bytes).i32(0);
            to.out().i8(isCounter ? 1 : 0).i8(0);
            counter.ifPresentOrElse(to::pointer, to::nothing);
        });
    }
}
