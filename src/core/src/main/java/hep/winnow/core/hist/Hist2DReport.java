package hep.winnow.core.hist;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram2D;
import hep.winnow.api.hist.Moments;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.Scope;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.TextTable;
import hep.winnow.core.text.Numbers;
import hep.winnow.core.verbs.YesNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of filled histograms over two axes: numbers, a table of text, maps of colours. */
final class Hist2DReport {
    private final Hist2D hist;
    private final StepContext context;

    Hist2DReport(Hist2D hist, StepContext context) {
        this.hist = hist;
        this.context = context;
    }

    void tell(List<Collected<Histogram2D>> collected) {
        List<Binning> axes = hist.axes().over(collected);
        List<Figure> figures = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < collected.size(); i++) {
            Scope scope = hist.scopes().get(i);
            List<Series<Histogram2D>> series =
                    Series.of(Kind.PLANE, collected.get(i).binned(axes), scope, context);
            context.result(facts(scope, axes, series));
            context.print(text(scope, series));
            if (series.isEmpty()) {
                context.warn("no event is in '" + scope.text() + "', so the histogram of " + words() + " is empty");
            }
            for (Series<Histogram2D> s : series) {
                figures.add(figure(scope, s));
                names.add(scope.text());
            }
        }
        if (!figures.isEmpty()) {
            FigureFiles.drawGroups(figures, names, "region", hist.save(), context);
        }
    }

    private String words() {
        return hist.values().get(0).text() + " and " + hist.values().get(1).text();
    }

    private Facts facts(Scope scope, List<Binning> axes, List<Series<Histogram2D>> series) {
        Facts facts = new Facts()
                .put("in", scope.text())
                .put("x", hist.values().get(0).text())
                .put("y", hist.values().get(1).text());
        hist.blind().ifPresent(b -> facts.put("blind", b.text()));
        facts.put("xedges", axes.get(0).edges()).put("yedges", axes.get(1).edges());
        Scales.put(facts, scope, context);
        return facts.put("histograms", series.stream().map(this::facts).toList());
    }

    private Facts facts(Series<Histogram2D> s) {
        Histogram2D h = s.filled().all();
        Moments m = h.moments();
        Facts facts = new Facts()
                .put("label", s.label())
                .put("class", s.className(context))
                .put("total", h.total())
                .put("inside", h.inside())
                .put("mean_x", m.meanX())
                .put("mean_y", m.meanY())
                .put("spread_x", m.spreadX())
                .put("spread_y", m.spreadY())
                .put("correlation", m.correlation())
                .put("correlation_error", m.correlationError());
        HistFacts.put(facts, h);
        if (hist.blind().isPresent()) {
            facts.put("blinded", s.isData() ? s.filled().blinded() : 0L);
        }
        return facts;
    }

    private String text(Scope scope, List<Series<Histogram2D>> series) {
        List<String> head =
                new ArrayList<>(List.of("", "entries", "sum of weights", "outside", "missing", "correlation"));
        if (hist.blind().isPresent()) {
            head.add("blinded");
        }
        TextTable table = new TextTable(head.toArray(String[]::new));
        for (Series<Histogram2D> s : series) {
            Histogram2D h = s.filled().all();
            long entries = 0;
            for (long n : h.entries()) {
                entries += n;
            }
            List<String> row = new ArrayList<>(List.of(
                    s.label(),
                    Long.toString(entries),
                    Numbers.significant(h.total(), 6),
                    Numbers.significant(h.total() - h.inside(), 4),
                    Long.toString(h.missing()),
                    correlation(h.moments())));
            if (hist.blind().isPresent()) {
                row.add(s.isData() ? Long.toString(s.filled().blinded()) : "");
            }
            table.row(row.toArray(String[]::new));
        }
        String name = hist.name().isEmpty() ? "" : hist.name() + ": ";
        return name + words() + " in " + scope.text() + Scales.note(scope, context) + "\n" + table;
    }

    private static String correlation(Moments m) {
        return Double.isNaN(m.correlation()) ? "-" : Rounding.withError(m.correlation(), m.correlationError());
    }

    private Figure figure(Scope scope, Series<Histogram2D> s) {
        Histogram2D h = s.filled().all();
        String title = hist.title().isEmpty() ? s.label() : hist.title() + ": " + s.label();
        List<String> notes = HistFigure.notes(scope.text(), context);
        if (!Double.isNaN(h.moments().correlation())) {
            notes.add("correlation " + correlation(h.moments()));
        }
        if (s.isData() && hist.blind().isPresent()) {
            notes.add("blinded: " + hist.blind().get().text());
        }
        return new Figure(
                title,
                axis(0, hist.xtitle(), h.x(), hist.logx()),
                axis(1, hist.ytitle(), h.y(), hist.logy()),
                List.of(new Layer.Cells(scaleTitle(h), h, hist.logz() == YesNo.YES)),
                notes);
    }

    private Axis axis(int which, String title, Binning bins, YesNo log) {
        return new Axis(
                title.isEmpty() ? hist.values().get(which).text() : title,
                hist.unit(which),
                Optional.of(new Interval(bins.low(), bins.high())),
                log == YesNo.YES);
    }

    private String scaleTitle(Histogram2D h) {
        boolean isOfLists = hist.values().stream().anyMatch(v -> v.depth() > 0);
        String what = isOfLists ? "entries" : "events";
        return h.x().isUniform() && h.y().isUniform()
                ? what + " / (" + width(h.x(), hist.unit(0)) + " × " + width(h.y(), hist.unit(1)) + ")"
                : what + " / bin";
    }

    private static String width(Binning bins, String unit) {
        String width = Rounding.shortest(bins.width(1), 3);
        return unit.isEmpty() ? width : width + " " + unit;
    }
}
