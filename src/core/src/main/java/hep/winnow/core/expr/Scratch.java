package hep.winnow.core.expr;

import java.util.ArrayDeque;
import java.util.Deque;

/** Arrays of one size that are not in use. For one thread at a time. */
final class Scratch {
    private final int size;
    private final Deque<double[]> numbers = new ArrayDeque<>();
    private final Deque<boolean[]> masks = new ArrayDeque<>();

    Scratch(int size) {
        this.size = size;
    }

    /** Returns the length of the arrays. */
    int size() {
        return size;
    }

    /** Returns an array of numbers with anything in it, to be given back. */
    double[] borrowNumbers() {
        return numbers.isEmpty() ? new double[size] : numbers.pop();
    }

    /** Returns an array of conditions with anything in it, to be given back. */
    boolean[] borrowMask() {
        return masks.isEmpty() ? new boolean[size] : masks.pop();
    }

    /** Takes an array back. */
    void giveBack(double[] array) {
        numbers.push(array);
    }

    /** Takes an array back. */
    void giveBack(boolean[] array) {
        masks.push(array);
    }
}
