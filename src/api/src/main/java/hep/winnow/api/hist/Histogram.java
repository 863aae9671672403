package hep.winnow.api.hist;

/**
 * A one-dimensional histogram of weighted events: per bin the sum of weights, the sum of their squares and the raw
 * count, with underflow at index 0 and overflow at index n + 1. Values that are NaN are counted apart. Not safe for several threads.
 */
public final class Histogram {
    private final Binning binning;
    private final double[] sumW;
    private final double[] sumW2;
    private final long[] entries;
    private long missing;

    /** Makes an empty histogram. */
    public Histogram(Binning binning) {
        this.binning = binning;
        this.sumW = new double[binning.bins() + 2];
        this.sumW2 = new double[binning.bins() + 2];
        this.entries = new long[binning.bins() + 2];
    }

    /**
     * Makes a histogram of what one held before: the exact inverse of reading its numbers. Arrays have n + 2 entries, underflow first.
     *
     * @param binning the axis
     * @param entries raw counts
     * @param sumW Σw
     * @param sumW2 Σw²
     * @param missing how many values were NaN
     */
    public static Histogram of(Binning binning, long[] entries, double[] sumW, double[] sumW2, long missing) {
        Histogram out = new Histogram(binning);
        int n = out.sumW.length;
        if (entries.length != n || sumW.length != n || sumW2.length != n) {
            throw new IllegalArgumentException("a histogram of " + binning + " needs " + n
                    + " numbers of each kind, found " + entries.length + ", " + sumW.length + " and " + sumW2.length);
        }
        System.arraycopy(entries, 0, out.entries, 0, n);
        System.arraycopy(sumW, 0, out.sumW, 0, n);
        System.arraycopy(sumW2, 0, out.sumW2, 0, n);
        out.missing = missing;
        return out;
    }

    /** Adds one event. */
    public void fill(double x, double weight) {
        int i = binning.index(x);
        if (i < 0) {
            missing++;
            return;
        }
        sumW[i] += weight;
        sumW2[i] += weight * weight;
        entries[i]++;
    }

    /** Adds what {@code other} holds; both have equal binning. */
    public void add(Histogram other) {
        if (!binning.equals(other.binning)) {
            throw new IllegalArgumentException("histograms differ in their bins: " + binning + " and " + other.binning);
        }
        for (int i = 0; i < sumW.length; i++) {
            sumW[i] += other.sumW[i];
            sumW2[i] += other.sumW2[i];
            entries[i] += other.entries[i];
        }
        missing += other.missing;
    }

    /** Returns a copy whose weights are multiplied by {@code factor}; raw counts stay. */
    public Histogram scaled(double factor) {
        Histogram out = new Histogram(binning);
        for (int i = 0; i < sumW.length; i++) {
            out.sumW[i] = sumW[i] * factor;
            out.sumW2[i] = sumW2[i] * factor * factor;
            out.entries[i] = entries[i];
        }
        out.missing = missing;
        return out;
    }

    /** Returns a copy whose bins are divided by their widths: Σw per unit of the axis. Under- and overflow, which have no width, stay. */
    public Histogram perWidth() {
        Histogram out = scaled(1);
        for (int i = 1; i <= binning.bins(); i++) {
            double width = binning.width(i);
            out.sumW[i] /= width;
            out.sumW2[i] /= width * width;
        }
        return out;
    }

    /** Tells whether all weights in bin {@code i} were 1: then its content is a count, and its error a Poisson interval's. True of a bin without entries. */
    public boolean isCount(int i) {
        return sumW[i] == entries[i] && sumW2[i] == entries[i];
    }

    /** Returns the axis. */
    public Binning binning() {
        return binning;
    }

    /** Returns Σw of bin {@code i}, 0 (underflow) to n + 1 (overflow). */
    public double sumW(int i) {
        return sumW[i];
    }

    /** Returns Σw² of bin {@code i}, 0 to n + 1. */
    public double sumW2(int i) {
        return sumW2[i];
    }

    /** Returns √Σw² of bin {@code i}: the standard error of its content. */
    public double error(int i) {
        return Math.sqrt(sumW2[i]);
    }

    /** Returns the raw number of events in bin {@code i}, 0 to n + 1. */
    public long entries(int i) {
        return entries[i];
    }

    /** Returns how many values were NaN and stand in no bin. */
    public long missing() {
        return missing;
    }

    /** Returns the raw number of events, under- and overflow included and missing values not. */
    public long entries() {
        long sum = 0;
        for (long n : entries) {
            sum += n;
        }
        return sum;
    }

    /** Returns √Σw² over all bins, under- and overflow included: the standard error of {@link #total}. */
    public double totalError() {
        double sum = 0;
        for (double w2 : sumW2) {
            sum += w2;
        }
        return Math.sqrt(sum);
    }

    /** Returns Σw over all bins, under- and overflow included. */
    public double total() {
        double sum = 0;
        for (double w : sumW) {
            sum += w;
        }
        return sum;
    }
}
