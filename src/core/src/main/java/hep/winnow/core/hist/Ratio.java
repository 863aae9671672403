package hep.winnow.core.hist;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.run.Facts;
import hep.winnow.api.step.Interval;
import hep.winnow.core.hist.Collected.Binned;
import hep.winnow.core.verbs.YesNo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ratios of histograms to one of them, bin by bin. Error bars are those of the numerator alone, divided by the denominator; the error of the denominator is a band around 1. A bin whose denominator
 * is not above zero has no ratio.
 *
 * @param denominator what is divided by
 * @param below its contents: of simulation, those events that a blinding condition does not hide, as the data that they are compared with
 * @param parts the ratios
 */
record Ratio(String denominator, Histogram below, List<Part> parts) {
    /** Half the length of the axis, for ranges around 1: a little more than even numbers, whose labels would meet those of the panel above. */
    private static final double[] HALVES = {0.11, 0.22, 0.55, 1.08};

    /** One ratio: its numerator's name and colour, and per bin the value with its interval. */
    record Part(String numerator, Tint tint, Measurement ratio, double total, double totalError) {}

    /** Returns the ratios that a statement asks for, or that go without asking: data to the stack. */
    static Optional<Ratio> of(Hist hist, HistView view) {
        boolean isWanted = hist.ratio().isEmpty() || hist.ratio().get() == YesNo.YES;
        boolean hasData = view.data().stream().anyMatch(d -> d.filled().open().entries() > 0);
        if (isWanted && view.sum().isPresent() && hasData) {
            boolean hasSignal = view.stacked().stream().anyMatch(s -> s.classIndex() > 0);
            boolean hasBackground = view.stacked().stream().anyMatch(s -> s.classIndex() == 0);
            String name = hasSignal ? "simulation" : "background";
            Histogram below = view.sum().get().open();
            Part part = part(view.data().get(0), Tint.DATA, 1, below);
            return Optional.of(new Ratio(hasBackground ? name : "simulation", below, List.of(part)));
        }
        List<Series<Histogram>> all = view.all();
        if (hist.ratio().filter(r -> r == YesNo.YES).isEmpty()
                || !view.stacked().isEmpty()
                || all.size() < 2) {
            return Optional.empty();
        }
        boolean isNormalised = hist.normalise() == Hist.Normalise.YES;
        Histogram below = normalised(all.get(0).filled().open(), isNormalised);
        List<Part> parts = new ArrayList<>();
        for (Series<Histogram> series : all.subList(1, all.size())) {
            Binned<Histogram> filled = series.filled();
            double scale = isNormalised && filled.open().total() != 0
                    ? 1 / filled.open().total()
                    : 1;
            parts.add(part(series, view.tint(series), scale, below));
        }
        return Optional.of(new Ratio(all.get(0).label(), below, parts));
    }

    private static Histogram normalised(Histogram h, boolean isNormalised) {
        return isNormalised && h.total() != 0 ? h.scaled(1 / h.total()) : h;
    }

    /** Returns the ratio of a series, its weights times {@code scale}, to {@code below}. */
    private static Part part(Series<Histogram> above, Tint tint, double scale, Histogram below) {
        Histogram open = above.filled().open();
        Measurement measured = above.isData() ? Measurement.ofCounts(open) : Measurement.of(open);
        double[] factor = new double[below.binning().bins()];
        for (int i = 0; i < factor.length; i++) {
            factor[i] = below.sumW(i + 1) > 0 ? scale / below.sumW(i + 1) : Double.NaN;
        }
        double total = scale * open.total() / below.total();
        double own = scale * open.totalError() / below.total();
        double other = total * below.totalError() / below.total();
        return new Part(above.label(), tint, measured.times(factor), total, Math.sqrt(own * own + other * other));
    }

    /** Returns √Σw² of the denominator over its content, per bin; NaN without a ratio. */
    double[] relativeErrors() {
        double[] out = new double[below.binning().bins()];
        for (int i = 0; i < out.length; i++) {
            out[i] = below.sumW(i + 1) > 0 ? below.error(i + 1) / below.sumW(i + 1) : Double.NaN;
        }
        return out;
    }

    /** Returns the panel below; {@code isShown} tells per bin and part whether there is a point. */
    Figure panel(Optional<Interval> range, List<boolean[]> isShown, List<Layer> spans) {
        Binning bins = below.binning();
        List<Layer> layers = new ArrayList<>(spans);
        double[] error = relativeErrors();
        layers.add(new Layer.Band(
                "",
                bins,
                Arrays.stream(error).map(e -> 1 - e).toArray(),
                Arrays.stream(error).map(e -> 1 + e).toArray()));
        layers.add(new Layer.Line(
                "",
                new double[] {bins.low(), bins.high()},
                new double[] {1, 1},
                new double[0],
                Layer.LineStyle.DASHED,
                Tint.REFERENCE));
        for (int k = 0; k < parts.size(); k++) {
            layers.add(BinPoints.of(
                    "", bins, shown(k, isShown.get(k)), parts.get(k).tint(), false, Optional.empty()));
        }
        String title = parts.size() == 1 ? parts.get(0).numerator() + " / " + denominator : "ratio to " + denominator;
        Interval shown = range.orElseGet(() -> range(isShown));
        return new Figure("", Axis.of("", ""), new Axis(title, "", Optional.of(shown), false), layers, List.of());
    }

    private Measurement shown(int part, boolean[] isShown) {
        double[] factor = new double[isShown.length];
        for (int i = 0; i < factor.length; i++) {
            factor[i] = isShown[i] ? 1 : Double.NaN;
        }
        return parts.get(part).ratio().times(factor);
    }

    /** Returns the least range around 1 that shows all points; beyond 0 to 2 one in ten may lie outside, and is shown by an arrow. */
    private Interval range(List<boolean[]> isShown) {
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            for (int i = 0; i < isShown.get(k).length; i++) {
                double value = parts.get(k).ratio().value()[i];
                if (isShown.get(k)[i] && !Double.isNaN(value)) {
                    values.add(value);
                }
            }
        }
        values.sort(Double::compare);
        for (double half : HALVES) {
            if (values.stream().allMatch(v -> Math.abs(v - 1) <= 0.95 * half)) {
                return new Interval(Math.max(0, 1 - half), 1 + half);
            }
        }
        double most = values.get((int) (0.9 * (values.size() - 1)));
        return new Interval(0, most <= 2 ? 2.08 : 1.04 * NiceNumbers.atLeast(most));
    }

    /** Returns what {@code run.json} tells. */
    List<Facts> facts() {
        return parts.stream()
                .map(p -> new Facts()
                        .put("of", p.numerator())
                        .put("to", denominator)
                        .put("total", p.total())
                        .put("total_error", p.totalError())
                        .put("value", p.ratio().value())
                        .put("low", p.ratio().low())
                        .put("high", p.ratio().high())
                        .put("band", relativeErrors()))
                .toList();
    }
}
