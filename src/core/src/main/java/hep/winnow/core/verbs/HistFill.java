package hep.winnow.core.verbs;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a histogram statement has gathered: one histogram per sample and class, or the values themselves while the range is not known. */
final class HistFill {
    private final Optional<Binning> binning;
    private final Map<Key, Histogram> histograms = new TreeMap<>();
    private final Map<Key, Values> values = new TreeMap<>();
    /** Neighbours are mostly of one class. */
    private @Nullable Histogram last;

    private @Nullable Key lastKey;

    /** Whose events. */
    record Key(int sample, int classIndex) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySample = Integer.compare(sample, other.sample);
            return bySample != 0 ? bySample : Integer.compare(classIndex, other.classIndex);
        }
    }

    private HistFill(Optional<Binning> binning) {
        this.binning = binning;
    }

    static HistFill empty(Optional<Binning> binning) {
        return new HistFill(binning);
    }

    void add(int sample, int classIndex, double x, double weight) {
        Key key = new Key(sample, classIndex);
        if (binning.isEmpty()) {
            values.computeIfAbsent(key, k -> new Values()).add(x, weight);
            return;
        }
        if (last == null || !key.equals(lastKey)) {
            last = histograms.computeIfAbsent(key, k -> new Histogram(binning.get()));
            lastKey = key;
        }
        last.fill(x, weight);
    }

    void add(HistFill other) {
        other.histograms.forEach((key, h) ->
                histograms.computeIfAbsent(key, k -> new Histogram(h.binning())).add(h));
        other.values.forEach((key, v) -> {
            Values own = values.computeIfAbsent(key, k -> new Values());
            v.forEach(own::add);
        });
    }

    /**
     * Returns the histograms; where no range was given, in {@code bins} bins over all finite values, rounded outwards. To be called once, at the end.
     */
    Map<Key, Histogram> histograms(int bins) {
        if (binning.isPresent()) {
            return histograms;
        }
        Binning chosen = choose(bins);
        Map<Key, Histogram> out = new TreeMap<>();
        values.forEach((key, v) -> {
            Histogram h = new Histogram(chosen);
            v.forEach(h::fill);
            v.close();
            out.put(key, h);
        });
        return out;
    }

    private Binning choose(int bins) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Values v : values.values()) {
            low = Math.min(low, v.low());
            high = Math.max(high, v.high());
        }
        if (!(low <= high)) {
            return Binning.uniform(bins, 0, 1);
        }
        if (low == high) {
            double half = low == 0 ? 0.5 : Math.abs(low) / 2;
            return Binning.uniform(bins, low - half, high + half);
        }
        double step = round((high - low) / bins);
        double from = Math.floor(low / step) * step;
        return from + bins * step > high
                ? Binning.uniform(bins, from, from + bins * step)
                : Binning.uniform(bins, from, from + bins * round(1.0001 * step));
    }

    /** Returns the next larger of 1, 2, 2.5, 5 times a power of ten. */
    private static double round(double x) {
        double scale = StrictMath.pow(10, Math.floor(StrictMath.log10(x)));
        for (double m : new double[] {1, 2, 2.5, 5, 10}) {
            if (m * scale >= x) {
                return m * scale;
            }
        }
        return 10 * scale;
    }
}
