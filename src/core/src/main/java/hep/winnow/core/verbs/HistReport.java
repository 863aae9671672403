package hep.winnow.core.verbs;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.PartScale;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Interval;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.TextTable;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of a filled histogram: numbers, a line of text, a figure. */
final class HistReport {
    private final Hist hist;
    private final StepContext context;
    private final List<PartScale> scales;

    /** One sample's events of one class. */
    private record Entry(String label, int classIndex, Histogram histogram) {}

    HistReport(Hist hist, StepContext context) {
        this.hist = hist;
        this.context = context;
        this.scales = context.partScales(hist.scope());
    }

    void tell(Map<HistFill.Key, Histogram> filled) {
        List<Entry> entries = new ArrayList<>();
        filled.forEach((key, h) -> entries.add(new Entry(label(key, filled), key.classIndex(), scaled(key, h))));
        facts(entries);
        context.print(text(entries));
        if (entries.isEmpty()) {
            context.warn("no event is in '" + hist.scope().text() + "', so the histogram of "
                    + hist.value().text() + " is empty");
            return;
        }
        Sheet sheet = Sheet.of(figure(entries));
        hist.save().ifPresentOrElse(file -> context.figure(file, sheet), () -> context.figure(sheet));
    }

    private Histogram scaled(HistFill.Key key, Histogram h) {
        return key.classIndex() < 0 ? h : h.scaled(scales.get(key.classIndex()).factor());
    }

    /** A sample of one class goes by its name; otherwise the class is said too. */
    private String label(HistFill.Key key, Map<HistFill.Key, Histogram> filled) {
        String sample = context.samples().get(key.sample());
        boolean hasSeveral =
                filled.keySet().stream().filter(k -> k.sample() == key.sample()).count() > 1;
        boolean isOnly = filled.keySet().stream().allMatch(k -> k.sample() == key.sample());
        if (!hasSeveral) {
            return sample;
        }
        String className = context.classes().get(key.classIndex());
        return isOnly ? className : sample + " " + className;
    }

    private void facts(List<Entry> entries) {
        List<Facts> list = new ArrayList<>();
        for (Entry e : entries) {
            Histogram h = e.histogram();
            int n = h.binning().bins();
            double[] sumW = new double[n + 2];
            double[] sumW2 = new double[n + 2];
            List<Long> raw = new ArrayList<>();
            for (int i = 0; i < n + 2; i++) {
                sumW[i] = h.sumW(i);
                sumW2[i] = h.sumW2(i);
                raw.add(h.entries(i));
            }
            list.add(new Facts()
                    .put("label", e.label())
                    .put(
                            "class",
                            e.classIndex() < 0 ? "data" : context.classes().get(e.classIndex()))
                    .put("total", h.total())
                    .put("entries", raw)
                    .put("sumw", sumW)
                    .put("sumw2", sumW2)
                    .put("missing", h.missing()));
        }
        Facts facts = new Facts()
                .put("in", hist.scope().text())
                .put("value", hist.value().text());
        if (!entries.isEmpty()) {
            Binning binning = entries.get(0).histogram().binning();
            double[] edges = new double[binning.bins() + 1];
            for (int i = 0; i < edges.length; i++) {
                edges[i] = binning.edge(i);
            }
            facts.put("edges", edges);
        }
        putScales(facts);
        context.result(facts.put("histograms", list));
    }

    private void putScales(Facts facts) {
        if (hist.scope().isPart()) {
            Facts byClass = new Facts();
            for (int c = 0; c < scales.size(); c++) {
                byClass.put(context.classes().get(c), scales.get(c).factor());
            }
            facts.put("scale", byClass);
        }
    }

    private String text(List<Entry> entries) {
        TextTable table = new TextTable("", "entries", "sum of weights", "error", "underflow", "overflow", "missing");
        for (Entry e : entries) {
            Histogram h = e.histogram();
            int n = h.binning().bins();
            long raw = 0;
            double variance = 0;
            for (int i = 0; i <= n + 1; i++) {
                raw += h.entries(i);
                variance += h.sumW2(i);
            }
            table.row(
                    e.label(),
                    Long.toString(raw),
                    Numbers.significant(h.total(), 6),
                    Numbers.significant(Math.sqrt(variance), 3),
                    Numbers.significant(h.sumW(0), 4),
                    Numbers.significant(h.sumW(n + 1), 4),
                    Long.toString(h.missing()));
        }
        String name = hist.name().isEmpty() ? "" : hist.name() + ": ";
        return name + hist.value().text() + " in " + hist.scope().text() + scaleNote() + "\n" + table;
    }

    private String scaleNote() {
        if (!hist.scope().isPart()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (int c = 0; c < scales.size(); c++) {
            parts.add(context.classes().get(c) + " x "
                    + Rounding.withError(scales.get(c).factor(), scales.get(c).error()));
        }
        return " (scaled to the whole sample: " + String.join(", ", parts) + ")";
    }

    private Figure figure(List<Entry> entries) {
        List<Layer> layers = new ArrayList<>();
        boolean hasRoles = context.classes().equals(List.of("background", "signal"));
        boolean isStack = hist.style() == Hist.Style.STACK && hist.normalise() == YesNo.NO && hasRoles;
        int background = 0;
        for (Entry e : entries) {
            if (isStack && e.classIndex() == 0) {
                layers.add(new Layer.Bins(
                        e.label(),
                        e.histogram(),
                        Layer.BinStyle.STACK,
                        background == 0 ? Tint.BACKGROUND : Tint.series(background + 1)));
                background++;
            }
        }
        for (Entry e : entries) {
            if (!isStack || e.classIndex() != 0) {
                Histogram h = hist.normalise() == YesNo.YES && e.histogram().total() != 0
                        ? e.histogram().scaled(1 / e.histogram().total())
                        : e.histogram();
                boolean isData = e.classIndex() < 0;
                layers.add(new Layer.Bins(
                        e.label(),
                        h,
                        isData ? Layer.BinStyle.POINTS : Layer.BinStyle.OUTLINE,
                        tint(e, entries, hasRoles)));
            }
        }
        Binning binning = entries.get(0).histogram().binning();
        String unit = hist.unit().isEmpty() ? hist.value().unit() : hist.unit();
        String x = hist.xtitle().isEmpty() ? hist.value().text() : hist.xtitle();
        Axis horizontal = new Axis(x, unit, Optional.of(new Interval(binning.low(), binning.high())), false);
        Axis vertical = new Axis(ordinate(binning, unit), "", Optional.empty(), hist.log() == YesNo.YES);
        return new Figure(hist.title(), horizontal, vertical, layers, notes());
    }

    private Tint tint(Entry e, List<Entry> entries, boolean hasRoles) {
        if (e.classIndex() < 0) {
            return Tint.DATA;
        }
        long same =
                entries.stream().filter(o -> o.classIndex() == e.classIndex()).count();
        if (hasRoles && same == 1) {
            return e.classIndex() == 1 ? Tint.SIGNAL : Tint.BACKGROUND;
        }
        return Tint.series(entries.indexOf(e));
    }

    private String ordinate(Binning binning, String unit) {
        String filled = hist.value().depth() > 0 ? "entries" : "events";
        String what = hist.normalise() == YesNo.YES ? "fraction of " + filled : filled;
        if (!binning.isUniform()) {
            return what + " / bin";
        }
        String width = Rounding.shortest(binning.width(1), 3);
        return what + " / " + width + (unit.isEmpty() ? "" : " " + unit);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(hist.scope().text());
        if (!Double.isNaN(context.luminosity())) {
            notes.add("L = " + Rounding.shortest(context.luminosity() / 1000, 4) + " fb^{-1}");
        }
        return notes;
    }
}
