package hep.winnow.api.hist;

import java.util.Arrays;

/**
 * The bins of one axis: {@code n} bins between {@code n + 1} rising, finite edges; a bin holds its lower edge and not its upper one,
 * but the last bin holds both. Index 0 is underflow, 1 to n are the bins, n + 1 is overflow.
 */
public final class Binning {
    private final double[] edges;
    private final boolean uniform;

    private Binning(double[] edges, boolean uniform) {
        this.edges = edges;
        this.uniform = uniform;
    }

    /** Returns {@code bins} bins of equal width; at least 1, and {@code low < high}, both finite. */
    public static Binning uniform(int bins, double low, double high) {
        if (bins < 1 || !(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("bins must be at least 1 and the range rising and finite, found " + bins
                    + " bins in " + low + ".." + high);
        }
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = i == bins ? high : low + i * ((high - low) / bins);
        }
        return new Binning(edges, true);
    }

    /** Returns bins of any width; {@code edges} holds at least two rising, finite numbers. */
    public static Binning variable(double... edges) {
        if (edges.length < 2) {
            throw new IllegalArgumentException("edges must be at least 2 numbers, found " + edges.length);
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || i > 0 && !(edges[i - 1] < edges[i])) {
                throw new IllegalArgumentException("edges must be finite and rising, found " + Arrays.toString(edges));
            }
        }
        return new Binning(edges.clone(), false);
    }

    /** Returns bins whose edges are equally far from each other in their logarithms; {@code 0 < low < high}, both finite. */
    public static Binning logarithmic(int bins, double low, double high) {
        if (bins < 1 || !(low > 0) || !(low < high) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "logarithmic bins must be at least 1 and their range rising and above 0, found " + bins
                            + " bins in " + low + ".." + high);
        }
        double from = StrictMath.log(low);
        double step = (StrictMath.log(high) - from) / bins;
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = i == 0 ? low : i == bins ? high : StrictMath.exp(from + i * step);
        }
        return variable(edges);
    }

    /** Returns the bins that have these edges: those of {@link #uniform} if it makes the very same edges, else those of {@link #variable}. */
    public static Binning of(double... edges) {
        Binning any = variable(edges);
        if (any.low() < any.high() && !Double.isInfinite(any.high() - any.low())) {
            Binning even = uniform(any.bins(), any.low(), any.high());
            return even.equals(any) ? even : any;
        }
        return any;
    }

    /** Returns a copy of all edges, rising. */
    public double[] edges() {
        return edges.clone();
    }

    /** Returns the number of bins, under- and overflow not counted. */
    public int bins() {
        return edges.length - 1;
    }

    /** Returns the lower end of the axis. */
    public double low() {
        return edges[0];
    }

    /** Returns the upper end of the axis. */
    public double high() {
        return edges[edges.length - 1];
    }

    /** Returns edge {@code i}, 0 to {@link #bins()}. */
    public double edge(int i) {
        return edges[i];
    }

    /** Returns the middle of bin {@code i}, 1 to {@link #bins()}. */
    public double center(int i) {
        return (edges[i - 1] + edges[i]) / 2;
    }

    /** Returns the width of bin {@code i}, 1 to {@link #bins()}. */
    public double width(int i) {
        return edges[i] - edges[i - 1];
    }

    /** Tells whether all bins have the same width. */
    public boolean isUniform() {
        return uniform;
    }

    /** Returns the index of {@code x}: 0 below, 1 to n inside, n + 1 above; -1 for NaN. */
    public int index(double x) {
        int n = bins();
        if (!(x >= edges[0])) {
            return Double.isNaN(x) ? -1 : 0;
        }
        if (x >= edges[n]) {
            return x == edges[n] ? n : n + 1;
        }
        if (uniform) {
            int i = Math.min(n - 1, (int) ((x - edges[0]) / (edges[n] - edges[0]) * n));
            if (x < edges[i]) {
                i--;
            } else if (x >= edges[i + 1]) {
                i++;
            }
            return i + 1;
        }
        int i = Arrays.binarySearch(edges, x);
        return i >= 0 ? i + 1 : -i - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Binning b && (edges == b.edges || Arrays.equals(edges, b.edges));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return bins() + " bins in " + low() + ".." + high();
    }
}
