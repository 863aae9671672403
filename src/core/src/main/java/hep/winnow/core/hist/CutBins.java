package hep.winnow.core.hist;

import hep.winnow.api.hist.Binning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Chooses bins around a cut: over all values but one in two hundred at either end, told from an even sample of them, and over the cut's numbers; with steps of 1, 2, 2.5, 4, 5 times powers of ten, such
 * that the first number is an edge. Whole numbers of a small range get a bin each.
 */
final class CutBins {
    private static final int SAMPLE = 1 << 16;
    private static final double TAIL = 0.005;
    private static final double MOST_WHOLE = 60;
    /** What is shown beyond a number of the cut, at least, over the length of the axis. */
    private static final double MARGIN = 0.08;

    private static final double[] DIGITS = {1, 2, 2.5, 4, 5};

    private final int wanted;
    private final List<Double> sample = new ArrayList<>();
    private long seen;
    private long stride = 1;

    /** Begins with a number of bins, which is met to within a factor of about 2. */
    CutBins(int wanted) {
        this.wanted = wanted;
    }

    /** Takes a value in; what is not finite is passed over. */
    void add(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (seen++ % stride == 0) {
            sample.add(value);
        }
        if (sample.size() == 2 * SAMPLE) {
            List<Double> half = new ArrayList<>();
            for (int i = 0; i < sample.size(); i += 2) {
                half.add(sample.get(i));
            }
            sample.clear();
            sample.addAll(half);
            stride *= 2;
        }
    }

    /** Returns the bins, with the numbers of the cut that are finite. */
    Binning around(List<Double> numbers) {
        Collections.sort(sample);
        List<Double> all = new ArrayList<>(numbers);
        if (!sample.isEmpty()) {
            int cut = (int) (TAIL * sample.size());
            all.add(sample.get(cut));
            all.add(sample.get(sample.size() - 1 - cut));
        }
        if (all.isEmpty()) {
            return Binning.uniform(wanted, 0, 1);
        }
        double low = Collections.min(all);
        double high = Collections.max(all);
        for (double number : numbers) {
            double margin = MARGIN * (high - low);
            low = Math.min(low, number - margin);
            high = Math.max(high, number + margin);
        }
        boolean isPositive = !sample.isEmpty() && sample.get(0) >= 0;
        low = isPositive ? Math.max(low, Math.min(0, Collections.min(all))) : low;
        boolean isWhole = sample.stream().allMatch(v -> v == Math.rint(v)) && !sample.isEmpty();
        if (isWhole && high - low <= MOST_WHOLE) {
            low = Collections.min(all);
            high = Collections.max(all);
            double from = Math.floor(low) - 0.5;
            return Binning.uniform((int) (Math.ceil(high) + 0.5 - from), from, Math.ceil(high) + 0.5);
        }
        if (!(low < high)) {
            double half = low == 0 ? 0.5 : Math.abs(low) / 2;
            return Binning.uniform(wanted, low - half, high + half);
        }
        double start = isPositive && low >= 0 && low < 0.35 * high ? 0 : low;
        return steps(start, high, isPositive && low >= 0, numbers.isEmpty() ? 0 : numbers.get(0));
    }

    private Binning steps(double low, double high, boolean isPositive, double anchor) {
        double ideal = (high - low) / wanted;
        double best = NiceNumbers.atLeast(ideal);
        double bestCost = Double.POSITIVE_INFINITY;
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(ideal)) - 1);
        for (double power : new double[] {decade, 10 * decade, 100 * decade}) {
            for (double digit : DIGITS) {
                double step = digit * power;
                double off = Math.abs(StrictMath.log(step / ideal));
                boolean fits = Math.abs(anchor / step - Math.rint(anchor / step)) < 1e-9;
                if (fits && off < StrictMath.log(2.6) && off < bestCost) {
                    best = step;
                    bestCost = off;
                }
            }
        }
        double below = (anchor - low) / best;
        double whole = Math.floor(below + 1e-9);
        // What the cut takes away is shown too, if need be in a bin that begins below 0.
        double count = isPositive && whole > 0 ? whole : Math.ceil(below - 1e-9);
        double from =
                bestCost < Double.POSITIVE_INFINITY ? Math.floor(low / best + 1e-9) * best : anchor - count * best;
        int bins = (int) Math.max(1, Math.ceil((high - from) / best - 1e-9));
        return Binning.uniform(bins, from, from + bins * best);
    }
}
