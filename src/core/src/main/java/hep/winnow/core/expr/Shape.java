package hep.winnow.core.expr;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many values a slot has in a block: one per event, or a list per event. Lists of equal lengths in all events of the block have one shape, so that
 * shapes are compared by identity. Keeps scratch arrays of its size. Used by one thread.
 */
final class Shape {
    private static final int[] NONE = new int[0];

    private final int[] offsets;
    private final int size;
    private final Deque<double[]> freeNumbers = new ArrayDeque<>();
    private final Deque<boolean[]> freeMasks = new ArrayDeque<>();

    private Shape(int[] offsets, int size) {
        this.offsets = offsets;
        this.size = size;
    }

    /** Returns the shape of one value for each of {@code n} events. */
    static Shape ofEvents(int n) {
        return new Shape(NONE, n);
    }

    /** Returns the shape of a list per event; see {@link hep.winnow.api.event.Column.Lists} for offsets. */
    static Shape ofLists(int[] offsets) {
        return new Shape(offsets, offsets[offsets.length - 1]);
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
        return freeNumbers.isEmpty() ? new double[size] : freeNumbers.pop();
    }

    /** Takes a scratch array back. */
    void giveBack(double[] array) {
        freeNumbers.push(array);
    }

    /** Returns a scratch array of conditions, to be given back. */
    boolean[] borrowMask() {
        return freeMasks.isEmpty() ? new boolean[size] : freeMasks.pop();
    }

    /** Takes a scratch array back. */
    void giveBack(boolean[] array) {
        freeMasks.push(array);
    }
}
