package hep.winnow.core.hist;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.step.Interval;
import java.util.List;
import java.util.Optional;

/**
 * The bins of two axes.
 *
 * @param x of the first
 * @param y of the second
 */
record PlaneAxes(AxisBins x, AxisBins y) {
    /** Returns the bins as a statement gives them, one number or range for both axes or one for each; words that name what is wrong otherwise. */
    static PlaneAxes of(
            List<Integer> bins,
            List<Interval> range,
            List<Double> xEdges,
            List<Double> yEdges,
            boolean isLogX,
            boolean isLogY) {
        requireOneOrTwo("bins", bins.size());
        if (!range.isEmpty()) {
            requireOneOrTwo("range", range.size());
        }
        // A range for each axis gives way to edges of its own; a single one is for the axis that has none.
        Optional<Interval> ofX = range.isEmpty() ? Optional.empty() : Optional.of(range.get(0));
        Optional<Interval> ofY = range.isEmpty() ? Optional.empty() : Optional.of(range.get(range.size() - 1));
        boolean isShared = range.size() == 1;
        return new PlaneAxes(
                new AxisBins(bins.get(0), isShared && !xEdges.isEmpty() ? Optional.empty() : ofX, xEdges, isLogX),
                new AxisBins(
                        bins.get(bins.size() - 1),
                        isShared && !yEdges.isEmpty() ? Optional.empty() : ofY,
                        yEdges,
                        isLogY));
    }

    private static void requireOneOrTwo(String option, int found) {
        if (found < 1 || found > 2) {
            throw new IllegalArgumentException(
                    "'" + option + "' takes one for both axes or two, such as [30, 20], found " + found);
        }
    }

    /** Returns the bins, unless those of either axis have to be told from the events. */
    Optional<List<Binning>> given() {
        return x.given().flatMap(a -> y.given().map(b -> List.of(a, b)));
    }

    /** Returns the bins over what was gathered. */
    List<Binning> over(List<? extends Collected<?>> collected) {
        Extent ofX = new Extent();
        Extent ofY = new Extent();
        collected.forEach(c -> c.extendX(ofX));
        collected.forEach(c -> c.extendY(ofY));
        return List.of(x.over(ofX), y.over(ofY));
    }
}
