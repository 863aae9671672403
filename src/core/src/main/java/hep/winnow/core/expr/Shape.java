package hep.winnow.core.expr;

/**
 * How many values a slot has in a block: one per event, or a list per event. Lists of equal lengths in all events of the block have one shape, so that
 * shapes are compared by identity. Keeps scratch arrays of its size. Used by one thread.
 */
final class Shape {
    private static final int[] NONE = new int[0];

    private final int[] offsets;
    private final int size;
    private Scratch scratch;

    private Shape(int[] offsets, Scratch scratch) {
        this.offsets = offsets;
        this.size = scratch.size();
        this.scratch = scratch;
    }

    /** Returns the shape of one value per event, which takes its scratch arrays from those of as many values. */
    static Shape ofEvents(Scratch scratch) {
        return new Shape(NONE, scratch);
    }

    /** Returns the shape of a list per event; see {@link hep.winnow.api.event.Column.Lists} for offsets. */
    static Shape ofLists(int[] offsets) {
        return new Shape(offsets, new Scratch(offsets[offsets.length - 1]));
    }

    boolean isList() {
        return offsets.length > 0;
    }

    /** Returns where the lists begin and end; empty if there is one value per event. */
    int[] offsets() {
        return offsets;
    }

    /** Returns the number of values. */
    int size() {
        return size;
    }

    /** Returns a scratch array of numbers, to be given back. */
    double[] borrowNumbers() {
        return scratch.borrowNumbers();
    }

    /** Takes a scratch array back. */
    void giveBack(double[] array) {
        scratch.giveBack(array);
    }

    /** Returns a scratch array of conditions, to be given back. */
    boolean[] borrowMask() {
        return scratch.borrowMask();
    }

    /** Takes a scratch array back. */
    void giveBack(boolean[] array) {
        scratch.giveBack(array);
    }

    /** Hands the arrays over that are not in use; whatever is borrowed from now on is new. */
    Scratch release() {
        Scratch released = scratch;
        scratch = new Scratch(size);
        return released;
    }
}
