package hep.winnow.core.hist;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.step.Interval;
import hep.winnow.core.text.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * The bins that a statement asks for on one axis.
 *
 * @param bins how many, where no edges are given
 * @param range from where to where; told from the events if neither range nor edges are given
 * @param edges of bins of any width; empty for none
 * @param isLog whether bins are equally wide in their logarithms
 */
record AxisBins(int bins, Optional<Interval> range, List<Double> edges, boolean isLog) {
    AxisBins {
        edges = List.copyOf(edges);
        if (range.isPresent() && !edges.isEmpty()) {
            throw new IllegalArgumentException("one of range= and edges= is taken, found both");
        }
        double low = range.map(Interval::low).orElse(edges.isEmpty() ? 1 : edges.get(0));
        if (isLog && !(low > 0)) {
            throw new IllegalArgumentException("a logarithmic axis begins above 0, found " + Numbers.text(low));
        }
        if (!edges.isEmpty()) {
            Binning.variable(edges.stream().mapToDouble(d -> d).toArray());
        }
    }

    /** Returns the bins, unless they have to be told from the events. */
    Optional<Binning> given() {
        if (!edges.isEmpty()) {
            return Optional.of(
                    Binning.variable(edges.stream().mapToDouble(d -> d).toArray()));
        }
        return range.map(
                r -> isLog ? Binning.logarithmic(bins, r.low(), r.high()) : Binning.uniform(bins, r.low(), r.high()));
    }

    /** Returns the given bins, or bins over all finite values, rounded outwards. On a logarithmic axis only values above 0 count. */
    Binning over(Extent values) {
        return given().orElseGet(() -> isLog ? logarithmic(values) : linear(values));
    }

    private Binning logarithmic(Extent values) {
        double low = values.leastPositive();
        double high = values.high();
        if (!(low <= high)) {
            return Binning.logarithmic(bins, 0.1, 10);
        }
        double from = NiceNumbers.atMost(low);
        double to = NiceNumbers.atLeast(high);
        return Binning.logarithmic(bins, from < to ? from : from / 2, to == high ? to * (1 + 1e-9) : to);
    }

    private Binning linear(Extent values) {
        double low = values.low();
        double high = values.high();
        if (!(low <= high)) {
            return Binning.uniform(bins, 0, 1);
        }
        if (low == high) {
            double half = low == 0 ? 0.5 : Math.abs(low) / 2;
            return Binning.uniform(bins, low - half, high + half);
        }
        double step = NiceNumbers.atLeast((high - low) / bins);
        double from = Math.floor(low / step) * step;
        return from + bins * step > high
                ? Binning.uniform(bins, from, from + bins * step)
                : Binning.uniform(bins, from, from + bins * NiceNumbers.atLeast(1.0001 * step));
    }
}
