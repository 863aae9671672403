package hep.winnow.api.hist;

/**
 * A histogram of weighted events over two axes: per cell Σw, Σw² and the raw count, with under- and overflow of both axes (indices 0 and n + 1), and the {@link Moments} of
 * the events inside both axes. An event with a NaN in one of its values is counted apart. Not safe for several threads.
 */
public final class Histogram2D {
    private final Binning x;
    private final Binning y;
    private final double[] sumW;
    private final double[] sumW2;
    private final long[] entries;
    private final Moments moments;
    private long missing;

    /** Makes an empty histogram. */
    public Histogram2D(Binning x, Binning y) {
        this(x, y, new Moments(middle(x), middle(y), scale(x), scale(y)));
    }

    private Histogram2D(Binning x, Binning y, Moments moments) {
        this.x = x;
        this.y = y;
        int cells = Math.multiplyExact(x.bins() + 2, y.bins() + 2);
        this.sumW = new double[cells];
        this.sumW2 = new double[cells];
        this.entries = new long[cells];
        this.moments = moments;
    }

    private static double middle(Binning axis) {
        return axis.low() / 2 + axis.high() / 2;
    }

    private static double scale(Binning axis) {
        return axis.high() / 2 - axis.low() / 2;
    }

    /**
     * Makes a histogram of what one held before. Arrays have (nx + 2) * (ny + 2) entries, row by row from the underflow of y, each row from the underflow of x.
     *
     * @param moments the sums of {@link Moments#sums()}, as many
     */
    public static Histogram2D of(
            Binning x, Binning y, long[] entries, double[] sumW, double[] sumW2, double[] moments, long missing) {
        Histogram2D out = new Histogram2D(x, y);
        int n = out.sumW.length;
        if (entries.length != n || sumW.length != n || sumW2.length != n) {
            throw new IllegalArgumentException("a histogram of " + x + " by " + y + " needs " + n
                    + " numbers of each kind, found " + entries.length + ", " + sumW.length + " and " + sumW2.length);
        }
        System.arraycopy(entries, 0, out.entries, 0, n);
        System.arraycopy(sumW, 0, out.sumW, 0, n);
        System.arraycopy(sumW2, 0, out.sumW2, 0, n);
        out.moments.addSums(moments);
        out.missing = missing;
        return out;
    }

    /** Adds one event. */
    public void fill(double atX, double atY, double weight) {
        int i = x.index(atX);
        int j = y.index(atY);
        if (i < 0 || j < 0) {
            missing++;
            return;
        }
        int cell = j * (x.bins() + 2) + i;
        sumW[cell] += weight;
        sumW2[cell] += weight * weight;
        entries[cell]++;
        if (i > 0 && i <= x.bins() && j > 0 && j <= y.bins()) {
            moments.add(atX, atY, weight);
        }
    }

    /** Adds what {@code other} holds; both have equal axes. */
    public void add(Histogram2D other) {
        if (!x.equals(other.x) || !y.equals(other.y)) {
            throw new IllegalArgumentException(
                    "histograms differ in their bins: " + x + " by " + y + " and " + other.x + " by " + other.y);
        }
        for (int i = 0; i < sumW.length; i++) {
            sumW[i] += other.sumW[i];
            sumW2[i] += other.sumW2[i];
            entries[i] += other.entries[i];
        }
        moments.addSums(other.moments.sums());
        missing += other.missing;
    }

    /** Returns a copy whose weights are multiplied by {@code factor}; raw counts stay. */
    public Histogram2D scaled(double factor) {
        Histogram2D out = new Histogram2D(x, y, moments.scaled(factor));
        for (int i = 0; i < sumW.length; i++) {
            out.sumW[i] = sumW[i] * factor;
            out.sumW2[i] = sumW2[i] * factor * factor;
        }
        System.arraycopy(entries, 0, out.entries, 0, entries.length);
        out.missing = missing;
        return out;
    }

    /** Returns the horizontal axis. */
    public Binning x() {
        return x;
    }

    /** Returns the vertical axis. */
    public Binning y() {
        return y;
    }

    /** Returns Σw of cell (i, j): 0 is underflow, n + 1 overflow of either axis. */
    public double sumW(int i, int j) {
        return sumW[cell(i, j)];
    }

    /** Returns Σw² of cell (i, j). */
    public double sumW2(int i, int j) {
        return sumW2[cell(i, j)];
    }

    /** Returns the raw number of events in cell (i, j). */
    public long entries(int i, int j) {
        return entries[cell(i, j)];
    }

    private int cell(int i, int j) {
        return j * (x.bins() + 2) + i;
    }

    /** Returns all Σw, row by row, under- and overflow included; a copy, as {@link #of} takes it. */
    public double[] sumW() {
        return sumW.clone();
    }

    /** Returns all Σw², as {@link #sumW()}. */
    public double[] sumW2() {
        return sumW2.clone();
    }

    /** Returns all raw counts, as {@link #sumW()}. */
    public long[] entries() {
        return entries.clone();
    }

    /** Returns means, spreads and correlation of the events inside both axes. */
    public Moments moments() {
        return moments;
    }

    /** Returns how many events lack one of the values, and stand in no cell. */
    public long missing() {
        return missing;
    }

    /** Returns Σw over all cells, under- and overflow included. */
    public double total() {
        double sum = 0;
        for (double w : sumW) {
            sum += w;
        }
        return sum;
    }

    /** Returns Σw of the cells inside both axes. */
    public double inside() {
        double sum = 0;
        for (int j = 1; j <= y.bins(); j++) {
            for (int i = 1; i <= x.bins(); i++) {
                sum += sumW[cell(i, j)];
            }
        }
        return sum;
    }
}
