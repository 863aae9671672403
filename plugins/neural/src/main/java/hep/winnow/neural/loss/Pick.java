package hep.winnow.neural.loss;

/** Some events whose gradients are wanted, and what each is multiplied with. Buffers of one thread. */
public final class Pick {
    private final float[] factor;
    private final float[] work;
    private int[] events = {};
    private int first;
    private int size;

    /** Makes room for {@code capacity} events. */
    public Pick(int capacity) {
        factor = new float[capacity];
        work = new float[capacity];
    }

    /** Takes {@code count} events, from {@code from[at]} on. Their {@link #factors} are to be written. */
    public void take(int[] from, int at, int count) {
        events = from;
        first = at;
        size = count;
    }

    /** Returns how many events there are. */
    public int size() {
        return size;
    }

    /** Returns event {@code i} of them. */
    public int event(int i) {
        return events[first + i];
    }

    /** Returns what the gradient of each is multiplied with. */
    public float[] factors() {
        return factor;
    }

    /** Returns room for a number per event. */
    float[] work() {
        return work;
    }
}
