package hep.winnow.api.hist;

/**
 * The mean of y in bins of x, of weighted events. Per bin of x, under- and overflow included, it holds the raw count, Σw, Σwy, Σwy², Σw², Σw²y and Σw²y². Events with a NaN are counted apart; a
 * y that is infinite counts as missing. Weights may be negative. Not safe for several threads.
 */
public final class Profile {
    /** Sums of one bin, in the order of {@link Profile#sums()}: Σw, Σwy, Σwy², Σw², Σw²y, Σw²y². */
    private static final int KINDS = 6;

    private final Binning binning;
    private final double[] sums;
    private final long[] entries;
    private long missing;

    /** Makes an empty profile. */
    public Profile(Binning binning) {
        this.binning = binning;
        this.sums = new double[KINDS * (binning.bins() + 2)];
        this.entries = new long[binning.bins() + 2];
    }

    /** Makes a profile of what one held before: raw counts, and the sums as {@link #sums()} returns them. */
    public static Profile of(Binning binning, long[] entries, double[] sums, long missing) {
        Profile out = new Profile(binning);
        if (entries.length != out.entries.length || sums.length != out.sums.length) {
            throw new IllegalArgumentException("a profile of " + binning + " needs " + out.entries.length
                    + " counts and " + out.sums.length + " sums, found " + entries.length + " and " + sums.length);
        }
        System.arraycopy(entries, 0, out.entries, 0, entries.length);
        System.arraycopy(sums, 0, out.sums, 0, sums.length);
        out.missing = missing;
        return out;
    }

    /** Adds one event. */
    public void fill(double x, double y, double weight) {
        int i = binning.index(x);
        if (i < 0 || Double.isNaN(y) || Double.isInfinite(y)) {
            missing++;
            return;
        }
        int at = KINDS * i;
        double w2 = weight * weight;
        sums[at] += weight;
        sums[at + 1] += weight * y;
        sums[at + 2] += weight * y * y;
        sums[at + 3] += w2;
        sums[at + 4] += w2 * y;
        sums[at + 5] += w2 * y * y;
        entries[i]++;
    }

    /** Adds what {@code other} holds; both have equal binning. */
    public void add(Profile other) {
        if (!binning.equals(other.binning)) {
            throw new IllegalArgumentException("profiles differ in their bins: " + binning + " and " + other.binning);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
        for (int i = 0; i < entries.length; i++) {
            entries[i] += other.entries[i];
        }
        missing += other.missing;
    }

    /** Returns a copy whose weights are multiplied by {@code factor}; means and errors stay as they are. */
    public Profile scaled(double factor) {
        Profile out = new Profile(binning);
        for (int i = 0; i < sums.length; i++) {
            out.sums[i] = sums[i] * (i % KINDS < 3 ? factor : factor * factor);
        }
        System.arraycopy(entries, 0, out.entries, 0, entries.length);
        out.missing = missing;
        return out;
    }

    /** Returns the axis of x. */
    public Binning binning() {
        return binning;
    }

    /** Returns all sums, a copy: per bin, underflow first, Σw, Σwy, Σwy², Σw², Σw²y, Σw²y². */
    public double[] sums() {
        return sums.clone();
    }

    /** Returns the raw number of events in bin {@code i}, 0 to n + 1. */
    public long entries(int i) {
        return entries[i];
    }

    /** Returns Σw of bin {@code i}, 0 to n + 1. */
    public double sumW(int i) {
        return sums[KINDS * i];
    }

    /** Returns how many events lack a finite value, and stand in no bin. */
    public long missing() {
        return missing;
    }

    /** Returns the effective number of events in bin {@code i}, (Σw)²/Σw²; 0 without entries. */
    public double effectiveEntries(int i) {
        double w2 = sums[KINDS * i + 3];
        return w2 == 0 ? 0 : sums[KINDS * i] * sums[KINDS * i] / w2;
    }

    /** Returns the mean of y in bin {@code i}, Σwy/Σw; NaN where weights sum to 0. */
    public double mean(int i) {
        double w = sums[KINDS * i];
        return w == 0 ? Double.NaN : sums[KINDS * i + 1] / w;
    }

    /** Returns the spread of y in bin {@code i}, √(Σwy²/Σw − mean²): what ROOT's TProfile shows with option {@code s}. NaN where weights sum to 0 or leave no variance. */
    public double spread(int i) {
        double m = mean(i);
        double variance = sums[KINDS * i + 2] / sums[KINDS * i] - m * m;
        return Math.sqrt(Math.abs(variance) < 1e-14 * m * m ? 0 : variance);
    }

    /**
     * Returns the standard error of {@link #mean} in bin {@code i}: √(Σw²(y − mean)²)/|Σw|. For unit weights this is spread/√n, as TProfile has it; for other weights TProfile's spread/√n_eff takes y and
     * w for independent, and this does not. NaN for fewer than two entries, which tell of no spread, and where weights sum to 0.
     */
    public double error(int i) {
        if (entries[i] < 2) {
            return Double.NaN;
        }
        int at = KINDS * i;
        double m = mean(i);
        double squares = sums[at + 5] - 2 * m * sums[at + 4] + m * m * sums[at + 3];
        double least = 1e-14 * m * m * sums[at + 3];
        return Math.sqrt(squares < least ? 0 : squares) / Math.abs(sums[at]);
    }
}
