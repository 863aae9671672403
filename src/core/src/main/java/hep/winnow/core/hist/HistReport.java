package hep.winnow.core.hist;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Scope;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.TextTable;
import hep.winnow.core.hist.Thresholds.Range;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.text.Numbers;
import hep.winnow.core.verbs.YesNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of filled histograms: numbers, a table of text, figures. */
final class HistReport {
    private final Hist hist;
    private final StepContext context;
    private final Optional<List<Range>> hidden;

    /** What was filled in one region. */
    private record InRegion(Scope scope, List<Series<Histogram>> series, HistView view, Optional<Ratio> ratio) {}

    HistReport(Hist hist, StepContext context) {
        this.hist = hist;
        this.context = context;
        this.hidden = hist.blind()
                .flatMap(b -> Thresholds.ranges(
                        ((ColumnExpression) b).typed(),
                        ((ColumnExpression) hist.value()).typed(),
                        Scalars.of(context)));
    }

    void tell(List<Collected<Histogram>> collected) {
        Extent extent = new Extent();
        collected.forEach(c -> c.extendX(extent));
        Binning binning = hist.axis().over(extent);
        List<InRegion> regions = new ArrayList<>();
        for (int i = 0; i < collected.size(); i++) {
            Scope scope = hist.scopes().get(i);
            List<Series<Histogram>> series =
                    Series.of(Kind.HISTOGRAM, collected.get(i).binned(List.of(binning)), scope, context);
            HistView view = HistView.of(hist, series, context);
            regions.add(new InRegion(scope, series, view, Ratio.of(hist, view)));
        }
        regions.forEach(this::tell);
        draw(regions.stream().filter(r -> !r.series().isEmpty()).toList());
    }

    private void tell(InRegion region) {
        context.result(facts(region));
        context.print(text(region));
        if (region.series().isEmpty()) {
            context.warn("no event is in '" + region.scope().text() + "', so the histogram of "
                    + hist.value().text() + " is empty");
        } else if (hist.normalise() == Hist.Normalise.DATA && region.view().simulationScale() == 1) {
            context.warn("there are no data and simulation in '"
                    + region.scope().text() + "' to be scaled to each other, so normalise=data does nothing");
        } else if (hist.ratio().filter(r -> r == YesNo.YES).isPresent()
                && region.ratio().isEmpty()
                && hist.regions() == Hist.Regions.PANELS) {
            context.warn("there is nothing to divide in '" + region.scope().text() + "', so no ratio is drawn");
        }
    }

    private Facts facts(InRegion region) {
        Facts facts = new Facts()
                .put("in", region.scope().text())
                .put("value", hist.value().text());
        hist.blind().ifPresent(b -> facts.put("blind", b.text()));
        List<Facts> list = new ArrayList<>();
        for (Series<Histogram> s : region.series()) {
            list.add(facts(s));
        }
        if (!region.series().isEmpty()) {
            facts.put("edges", region.series().get(0).filled().all().binning().edges());
        }
        Scales.put(facts, region.scope(), context);
        if (hist.normalise() == Hist.Normalise.DATA) {
            facts.put("simulation_scale", region.view().simulationScale());
        }
        facts.put("histograms", list);
        region.ratio().ifPresent(r -> facts.put("ratio", r.facts()));
        return facts;
    }

    private Facts facts(Series<Histogram> s) {
        Histogram h = s.filled().all();
        Facts facts = new Facts()
                .put("label", s.label())
                .put("class", s.className(context))
                .put("total", h.total())
                .put("total_error", h.totalError());
        HistFacts.put(facts, h);
        if (hist.blind().isPresent()) {
            facts.put("blinded", s.isData() ? s.filled().blinded() : 0L);
        }
        if (s.isData()) {
            Measurement measured = Measurement.ofCounts(h);
            facts.put("low", measured.low()).put("high", measured.high());
        }
        return facts;
    }

    private String text(InRegion region) {
        List<String> head =
                new ArrayList<>(List.of("", "entries", "sum of weights", "error", "underflow", "overflow", "missing"));
        if (hist.blind().isPresent()) {
            head.add("blinded");
        }
        TextTable table = new TextTable(head.toArray(String[]::new));
        for (Series<Histogram> s : region.series()) {
            Histogram h = s.filled().all();
            List<String> row = new ArrayList<>(List.of(
                    s.label(),
                    Long.toString(h.entries()),
                    Numbers.significant(h.total(), 6),
                    Numbers.significant(h.totalError(), 3),
                    Numbers.significant(h.sumW(0), 4),
                    Numbers.significant(h.sumW(h.binning().bins() + 1), 4),
                    Long.toString(h.missing())));
            if (hist.blind().isPresent()) {
                row.add(s.isData() ? Long.toString(s.filled().blinded()) : "");
            }
            table.row(row.toArray(String[]::new));
        }
        String name = hist.name().isEmpty() ? "" : hist.name() + ": ";
        return name + hist.value().text() + " in " + region.scope().text() + Scales.note(region.scope(), context) + "\n"
                + table.toString().stripTrailing() + closing(region);
    }

    private String closing(InRegion region) {
        StringBuilder out = new StringBuilder();
        if (region.view().simulationScale() != 1) {
            out.append("\nsimulation is scaled to the data by ")
                    .append(Numbers.significant(region.view().simulationScale(), 4));
        }
        if (!region.view().stacked().isEmpty()) {
            region.ratio()
                    .ifPresent(r -> r.parts()
                            .forEach(p -> out.append("\n")
                                    .append(p.numerator())
                                    .append(" / ")
                                    .append(r.denominator())
                                    .append(" = ")
                                    .append(Rounding.withError(p.total(), p.totalError()))
                                    .append(" over all bins")));
        }
        return out.toString();
    }

    private void draw(List<InRegion> regions) {
        if (regions.isEmpty()) {
            return;
        }
        if (hist.regions() == Hist.Regions.OVERLAY && hist.scopes().size() > 1) {
            FigureFiles.draw(List.of(overlaid(regions)), List.of("all"), "region", hist.save(), context);
            return;
        }
        List<Figure> figures = new ArrayList<>();
        for (InRegion r : regions) {
            figures.add(new HistFigure(hist, r.view(), r.ratio(), hidden)
                    .figure(hist.title(), notes(r.scope().text(), r.series())));
        }
        List<String> names = regions.stream().map(r -> r.scope().text()).toList();
        FigureFiles.draw(figures, names, "region", hist.save(), context);
    }

    private Figure overlaid(List<InRegion> regions) {
        List<Series<Histogram>> all = new ArrayList<>();
        long labels = regions.stream()
                .flatMap(r -> r.series().stream())
                .map(Series::label)
                .distinct()
                .count();
        for (InRegion r : regions) {
            r.series()
                    .forEach(s -> all.add(new Series<>(
                            labels == 1
                                    ? r.scope().text()
                                    : s.label() + " in " + r.scope().text(),
                            s.classIndex(),
                            s.filled())));
        }
        HistView view = new HistView(
                List.of(),
                all.stream().filter(s -> !s.isData()).toList(),
                all.stream().filter(Series::isData).toList(),
                1,
                false);
        return new HistFigure(hist, view, Ratio.of(hist, view), hidden).figure(hist.title(), notes("", all));
    }

    private List<String> notes(String events, List<Series<Histogram>> series) {
        List<String> notes = HistFigure.notes(events, context);
        if (hist.blind().isPresent() && hidden.isEmpty() && series.stream().anyMatch(Series::isData)) {
            notes.add("data blinded: " + hist.blind().get().text());
        }
        return notes;
    }
}
