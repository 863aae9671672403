package hep.winnow.evaluation;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.text.Rounding;
import hep.winnow.kernels.stat.Estimate;
import java.util.Arrays;
import java.util.List;

/**
 * How like two samples are in one variable.
 *
 * @param variable that is compared
 * @param truth its distribution in the events that are right, of area 1
 * @param other the same in those that should be like them
 * @param meanOfTruth weighted mean with its error
 * @param meanOfOther the same in the others
 * @param chiSquare of the shapes
 * @param ks permutation test of the unbinned values
 * @param missing how many events had no finite value
 */
record Likeness(
        EventExpression variable,
        Histogram truth,
        Histogram other,
        Estimate meanOfTruth,
        Estimate meanOfOther,
        ChiSquare chiSquare,
        Evidence.ClassKs ks,
        int missing) {
    /** Share of the events that are right on each side of the figure's range. */
    private static final double TAIL = 0.001;

    private static final double[] NO_ERRORS = {};

    static Likeness of(Closure step, int column, EventTable truth, EventTable other, StepContext context) {
        EventExpression variable = step.vars().get(column);
        double[][] a = finite(truth, column);
        double[][] b = finite(other, column);
        Binning binning = binning(a[0], step.bins());
        Histogram of = histogram(binning, a);
        Histogram made = histogram(binning, b);
        return new Likeness(
                variable,
                normalised(of),
                normalised(made),
                WeightedMeans.mean(a[0], a[1]),
                WeightedMeans.mean(b[0], b[1]),
                ChiSquare.of(of, made),
                KsTest.of(
                        variable.text(),
                        a,
                        b,
                        step.permutations(),
                        context.random().stream("ks").stream(column),
                        context.workers()),
                truth.size() - a[0].length + other.size() - b[0].length);
    }

    /** Returns values and weights of the events whose value is finite. */
    static double[][] finite(EventTable table, int column) {
        double[] values = table.numbers(column);
        double[][] out = new double[2][values.length];
        int k = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                out[0][k] = values[i];
                out[1][k++] = table.weight()[i];
            }
        }
        return new double[][] {Arrays.copyOf(out[0], k), Arrays.copyOf(out[1], k)};
    }

    static double[] join(double[] a, double[] b) {
        double[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    /** All but the outermost events that are right lie within; what is beyond counts as under- and overflow. */
    private static Binning binning(double[] values, int bins) {
        if (values.length == 0) {
            return Binning.uniform(bins, 0, 1);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = (int) (TAIL * sorted.length);
        double low = sorted[cut];
        double high = sorted[sorted.length - 1 - cut];
        double room = 0.02 * (high - low);
        return low < high
                ? Binning.uniform(bins, low - room, high + room)
                : Binning.uniform(bins, low - 0.5, low + 0.5);
    }

    private static Histogram histogram(Binning binning, double[][] values) {
        Histogram h = new Histogram(binning);
        for (int i = 0; i < values[0].length; i++) {
            h.fill(values[0][i], values[1][i]);
        }
        return h;
    }

    private static Histogram normalised(Histogram h) {
        double area = h.total() * h.binning().width(1);
        return area == 0 ? h : h.scaled(1 / area);
    }

    Facts facts() {
        return new Facts()
                .put("mean", meanOfTruth.value())
                .put("mean_error", meanOfTruth.error())
                .put("mean_other", meanOfOther.value())
                .put("mean_other_error", meanOfOther.error())
                .put("chi2", chiSquare.value())
                .put("dof", (long) chiSquare.degrees())
                .put("chi2_p", chiSquare.probability())
                .put("ks", ks.statistic())
                .put("ks_p", ks.pValue())
                .put("ks_permutations", (long) ks.permutations());
    }

    /** Returns the distributions and their ratio. */
    List<Figure> figures(String nameOfTruth, String nameOfOther) {
        Axis x = Axis.of(
                variable.text(),
                variable.unit(),
                truth.binning().low(),
                truth.binning().high());
        Figure both = new Figure(
                variable.text(),
                x,
                Axis.of("normalised to unit area", ""),
                List.of(
                        new Layer.Bins(nameOfOther, other, Layer.BinStyle.OUTLINE, Tint.series(0)),
                        new Layer.Bins(nameOfTruth, truth, Layer.BinStyle.POINTS, Tint.DATA)),
                List.of(
                        "χ²/dof " + Rounding.fixed(chiSquare.value(), 1) + "/" + chiSquare.degrees() + ", p "
                                + Closure.probability(chiSquare.probability()),
                        "KS p " + Closure.probability(ks.pValue())));
        return List.of(both, ratio(x, nameOfTruth, nameOfOther));
    }

    /** Where one of both is empty, or not above 0, there is no ratio. */
    private Figure ratio(Axis x, String nameOfTruth, String nameOfOther) {
        int n = truth.binning().bins();
        double[] at = new double[n];
        double[] value = new double[n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
            double a = truth.sumW(i + 1);
            double b = other.sumW(i + 1);
            at[i] = truth.binning().center(i + 1);
            boolean hasRatio = a > 0 && b > 0;
            value[i] = hasRatio ? b / a : Double.NaN;
            error[i] =
                    hasRatio ? value[i] * StrictMath.hypot(truth.error(i + 1) / a, other.error(i + 1) / b) : Double.NaN;
        }
        double[] ends = {truth.binning().low(), truth.binning().high()};
        return new Figure(
                "ratio",
                x,
                Axis.of(nameOfOther + " / " + nameOfTruth, "", 0, 2),
                List.of(
                        new Layer.Line(
                                "", ends, new double[] {1, 1}, NO_ERRORS, Layer.LineStyle.DASHED, Tint.REFERENCE),
                        new Layer.Points("", at, value, error, Tint.series(0), false)),
                List.of());
    }
}
