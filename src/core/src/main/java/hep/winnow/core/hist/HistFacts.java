package hep.winnow.core.hist;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.hist.Histogram2D;
import hep.winnow.api.hist.Profile;
import hep.winnow.api.run.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Histograms as facts, and back from parsed JSON: what comes back has the same bits as what was written. Axes stand beside the contents, as edges, because several histograms share them.
 */
public final class HistFacts {
    private HistFacts() {}

    /** Adds {@code entries}, {@code sumw}, {@code sumw2} and {@code missing}, underflow first and overflow last. */
    public static Facts put(Facts facts, Histogram h) {
        int n = h.binning().bins() + 2;
        long[] entries = new long[n];
        double[] sumW = new double[n];
        double[] sumW2 = new double[n];
        for (int i = 0; i < n; i++) {
            entries[i] = h.entries(i);
            sumW[i] = h.sumW(i);
            sumW2[i] = h.sumW2(i);
        }
        return facts.put("entries", list(entries))
                .put("sumw", sumW)
                .put("sumw2", sumW2)
                .put("missing", h.missing());
    }

    /** Adds {@code entries}, {@code sumw}, {@code sumw2}, {@code moments} and {@code missing}; cells row by row, each row from the underflow to the overflow of x. */
    public static Facts put(Facts facts, Histogram2D h) {
        return facts.put("entries", list(h.entries()))
                .put("sumw", h.sumW())
                .put("sumw2", h.sumW2())
                .put("moments", h.moments().sums())
                .put("missing", h.missing());
    }

    /** Adds {@code entries}, {@code sums} and {@code missing}; per bin, underflow first, Σw, Σwy, Σwy², Σw², Σw²y, Σw²y². */
    public static Facts put(Facts facts, Profile p) {
        long[] entries = new long[p.binning().bins() + 2];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = p.entries(i);
        }
        return facts.put("entries", list(entries)).put("sums", p.sums()).put("missing", p.missing());
    }

    /** Returns the histogram that {@link #put(Facts, Histogram)} wrote. */
    public static Histogram histogram(Binning axis, Map<?, ?> json) {
        return Histogram.of(
                axis, longs(json, "entries"), doubles(json, "sumw"), doubles(json, "sumw2"), whole(json, "missing"));
    }

    /** Returns the histogram that {@link #put(Facts, Histogram2D)} wrote. */
    public static Histogram2D plane(Binning x, Binning y, Map<?, ?> json) {
        return Histogram2D.of(
                x,
                y,
                longs(json, "entries"),
                doubles(json, "sumw"),
                doubles(json, "sumw2"),
                doubles(json, "moments"),
                whole(json, "missing"));
    }

    /** Returns the profile that {@link #put(Facts, Profile)} wrote. */
    public static Profile profile(Binning axis, Map<?, ?> json) {
        return Profile.of(axis, longs(json, "entries"), doubles(json, "sums"), whole(json, "missing"));
    }

    /** Returns the axis whose edges stand at {@code key}. */
    public static Binning axis(Map<?, ?> json, String key) {
        return Binning.of(doubles(json, key));
    }

    private static List<Long> list(long[] values) {
        List<Long> out = new ArrayList<>(values.length);
        for (long v : values) {
            out.add(v);
        }
        return out;
    }

    private static double[] doubles(Map<?, ?> json, String key) {
        return numbers(json, key).stream()
                .mapToDouble(v -> v instanceof Number number ? number.doubleValue() : Double.NaN)
                .toArray();
    }

    private static long[] longs(Map<?, ?> json, String key) {
        return numbers(json, key).stream()
                .mapToLong(v -> v instanceof Number number ? number.longValue() : 0)
                .toArray();
    }

    private static List<?> numbers(Map<?, ?> json, String key) {
        if (json.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("a histogram needs a list '" + key + "'");
    }

    private static long whole(Map<?, ?> json, String key) {
        return json.get(key) instanceof Number number ? number.longValue() : 0;
    }
}
