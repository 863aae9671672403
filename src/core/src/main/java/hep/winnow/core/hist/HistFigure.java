package hep.winnow.core.hist;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Interval;
import hep.winnow.api.text.Rounding;
import hep.winnow.core.hist.Thresholds.Range;
import hep.winnow.core.verbs.YesNo;
import hep.winnow.kernels.stat.PoissonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what one figure shows of histograms. */
final class HistFigure {
    /** Where more than this is expected, a bin without data tells something, and gets a point at 0. */
    private static final double TELLING = PoissonInterval.of(0).high();

    private final Hist hist;
    private final HistView view;
    private final Optional<Ratio> ratio;
    private final Binning bins;
    /** Where the blinding condition holds, if it is one on what is histogrammed alone. */
    private final Optional<List<Range>> hidden;

    HistFigure(Hist hist, HistView view, Optional<Ratio> ratio, Optional<List<Range>> hidden) {
        this.hist = hist;
        this.view = view;
        this.ratio = ratio;
        this.hidden = hidden;
        this.bins = view.all().get(0).filled().all().binning();
    }

    /** Returns the figure, with lines of text in a free corner. */
    Figure figure(String title, List<String> notes) {
        List<Layer> layers = new ArrayList<>(spans("blinded"));
        view.stacked().forEach(s -> layers.add(bins(s, Layer.BinStyle.STACK)));
        view.lines().forEach(s -> layers.add(bins(s, Layer.BinStyle.OUTLINE)));
        view.data().forEach(s -> layers.add(points(s)));
        Axis x = new Axis(
                hist.xtitle().isEmpty() ? hist.value().text() : hist.xtitle(),
                hist.shownUnit(),
                Optional.of(new Interval(bins.low(), bins.high())),
                hist.logx() == YesNo.YES);
        Axis y = new Axis(ordinate(), "", Optional.empty(), hist.log() == YesNo.YES);
        return new Figure(title, x, y, layers, notes, ratio.map(this::below));
    }

    private Layer bins(Series<Histogram> series, Layer.BinStyle style) {
        Histogram all = series.filled().all();
        Histogram h = all.scaled(norm(all));
        return new Layer.Bins(
                series.label(), hist.perWidth() == YesNo.YES ? h.perWidth() : h, style, view.tint(series));
    }

    private double norm(Histogram h) {
        return hist.normalise() == Hist.Normalise.YES && h.total() != 0 ? 1 / h.total() : 1;
    }

    private Layer points(Series<Histogram> data) {
        Histogram open = data.filled().open();
        double[] factor = new double[bins.bins()];
        boolean[] isShown = isShown(data);
        for (int i = 0; i < factor.length; i++) {
            double width = hist.perWidth() == YesNo.YES ? bins.width(i + 1) : 1;
            factor[i] = isShown[i] ? norm(open) / width : Double.NaN;
        }
        Histogram contents = withoutHidden(open).scaled(norm(open));
        return BinPoints.of(
                data.label(),
                bins,
                Measurement.ofCounts(open).times(factor),
                view.tint(data),
                true,
                Optional.of(new Layer.Filled.Contents(hist.perWidth() == YesNo.YES ? contents.perWidth() : contents)));
    }

    /** Returns a copy in which bins that are hidden in part are empty, too. */
    private Histogram withoutHidden(Histogram open) {
        int cells = bins.bins() + 2;
        long[] entries = new long[cells];
        double[] sumW = new double[cells];
        double[] sumW2 = new double[cells];
        for (int i = 0; i < cells; i++) {
            if (i == 0 || i == cells - 1 || !isHidden(i)) {
                entries[i] = open.entries(i);
                sumW[i] = open.sumW(i);
                sumW2[i] = open.sumW2(i);
            }
        }
        return Histogram.of(bins, entries, sumW, sumW2, open.missing());
    }

    /** Bins without data have no point, but where simulation expects more than the upper end of no count's interval. A bin that is hidden in part shows none either. */
    private boolean[] isShown(Series<Histogram> series) {
        Histogram open = series.filled().open();
        boolean[] out = new boolean[bins.bins()];
        for (int i = 0; i < out.length; i++) {
            int bin = i + 1;
            double expected = view.sum().map(s -> s.open().sumW(bin)).orElse(0.0);
            out[i] = (open.entries(bin) > 0 || series.isData() && expected > TELLING) && !isHidden(bin);
        }
        return out;
    }

    private boolean isHidden(int bin) {
        double low = bins.edge(bin - 1);
        double high = bins.edge(bin);
        return hidden.stream().flatMap(List::stream).anyMatch(r -> r.low() < high && low < r.high());
    }

    private List<Layer> spans(String label) {
        List<Layer> out = new ArrayList<>();
        String once = label;
        for (Range range : hidden.orElse(List.of())) {
            if (range.low() < bins.high() && range.high() > bins.low()) {
                double low = Math.max(range.low(), bins.low());
                double high = Math.min(range.high(), bins.high());
                out.add(new Layer.Span(once, low, high));
                once = "";
            }
        }
        return out;
    }

    private Figure below(Ratio shown) {
        List<boolean[]> isShown = new ArrayList<>();
        if (view.stacked().isEmpty()) {
            List<Series<Histogram>> all = view.all();
            all.subList(1, all.size()).forEach(s -> isShown.add(isShown(s)));
        } else {
            isShown.add(isShown(view.data().get(0)));
        }
        return shown.panel(hist.ratioRange(), isShown, spans(""));
    }

    private String ordinate() {
        String filled = hist.value().depth() > 0 ? "entries" : "events";
        String what = hist.normalise() == Hist.Normalise.YES ? "fraction of " + filled : filled;
        String unit = hist.shownUnit();
        if (hist.perWidth() == YesNo.YES) {
            return what + " / " + (unit.isEmpty() ? "unit" : unit);
        }
        if (!bins.isUniform()) {
            return what + " / bin";
        }
        String width = Rounding.shortest(bins.width(1), 3);
        return what + " / " + width + (unit.isEmpty() ? "" : " " + unit);
    }

    /** Returns what stands in a free corner of any figure: which events, and the luminosity. */
    static List<String> notes(String events, StepContext context) {
        List<String> notes = new ArrayList<>();
        if (!events.isEmpty()) {
            notes.add(events);
        }
        if (!Double.isNaN(context.luminosity())) {
            notes.add("L = " + Rounding.shortest(context.luminosity() / 1000, 4) + " fb^{-1}");
        }
        return notes;
    }
}
