package hep.winnow.evaluation;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Layer.BinStyle;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import java.util.ArrayList;
import java.util.List;

/** Responses on train (points with errors) over those on the other part (filled outlines), each normalised to unit area. */
final class ResponseFigure {
    private record Entry(String name, double[][] train, double[][] other, Tint tint) {}

    private final String model;
    private final String otherPart;
    private final int bins;
    private final List<Entry> entries = new ArrayList<>();

    ResponseFigure(String model, String otherPart, int bins) {
        this.model = model;
        this.otherPart = otherPart;
        this.bins = bins;
    }

    /** Adds a class; the arrays hold values and weights. */
    void add(String name, double[][] train, double[][] other, Tint tint) {
        entries.add(new Entry(name, train, other, tint));
    }

    Figure build(String axis, List<String> notes) {
        Binning binning = binning();
        List<Layer> layers = new ArrayList<>();
        for (Entry e : entries) {
            layers.add(new Layer.Bins(
                    e.name() + ", " + otherPart, histogram(binning, e.other()), BinStyle.OUTLINE, e.tint()));
        }
        for (Entry e : entries) {
            layers.add(new Layer.Bins(e.name() + ", train", histogram(binning, e.train()), BinStyle.POINTS, e.tint()));
        }
        return new Figure(model, Axis.of(axis, ""), Axis.of("normalised to unit area", ""), layers, notes);
    }

    private Binning binning() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Entry e : entries) {
            for (double[][] part : List.of(e.train(), e.other())) {
                for (double v : part[0]) {
                    if (Double.isFinite(v)) {
                        low = Math.min(low, v);
                        high = Math.max(high, v);
                    }
                }
            }
        }
        if (low >= 0 && high <= 1) {
            return Binning.uniform(bins, 0, 1);
        }
        return low < high ? Binning.uniform(bins, low, high) : Binning.uniform(bins, low - 0.5, low + 0.5);
    }

    private static Histogram histogram(Binning binning, double[][] values) {
        Histogram h = new Histogram(binning);
        for (int i = 0; i < values[0].length; i++) {
            h.fill(values[0][i], values[1][i]);
        }
        double area = h.total() * binning.width(1);
        return area == 0 ? h : h.scaled(1 / area);
    }
}
