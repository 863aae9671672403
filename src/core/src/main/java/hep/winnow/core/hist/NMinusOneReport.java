package hep.winnow.core.hist;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Interval;
import hep.winnow.api.text.TextTable;
import hep.winnow.core.hist.Thresholds.Range;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.text.Numbers;
import hep.winnow.core.verbs.YesNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of the variables of cuts with all other cuts applied: numbers, a table of text, figures with the cuts marked. */
final class NMinusOneReport {
    private final NMinusOne step;
    private final StepContext context;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    NMinusOneReport(NMinusOne step, StepContext context) {
        this.step = step;
        this.context = context;
    }

    void tell(List<Collected<Histogram>> collected) {
        List<CutTerm> terms = step.drawn();
        TextTable table = new TextTable(
                step.blind().isPresent()
                        ? new String[] {"all cuts but", "", "entries", "sum of weights", "error", "missing", "blinded"}
                        : new String[] {"all cuts but", "", "entries", "sum of weights", "error", "missing"});
        List<Facts> cuts = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            cuts.add(tell(terms.get(i), collected.get(i), table));
        }
        List<String> left = CutTerm.of((ScopeDecl) step.region()).stream()
                .filter(t -> t.variable().isEmpty())
                .map(CutTerm::text)
                .toList();
        Facts facts = new Facts().put("in", step.region().text());
        step.blind().ifPresent(b -> facts.put("blind", b.text()));
        Scales.put(facts, step.region(), context);
        context.result(step.region().text(), facts.put("cuts", cuts).put("not_drawn", left));
        String note =
                left.isEmpty() ? "" : "\nnot drawn, as nothing is compared with a number: " + String.join("; ", left);
        context.print("N-1 of " + step.region().text() + Scales.note(step.region(), context) + "\n"
                + table.toString().stripTrailing() + note);
        if (figures.isEmpty()) {
            context.warn("no event passes all cuts of '" + step.region().text() + "' but one, so nothing is drawn");
        } else {
            FigureFiles.draw(figures, names, "cut", step.save(), context);
        }
    }

    private Facts tell(CutTerm term, Collected<Histogram> collected, TextTable table) {
        List<Double> numbers = term.bounds().stream()
                .map(b -> Thresholds.value(b.number(), Scalars.of(context)))
                .filter(v -> Double.isFinite(v))
                .toList();
        CutBins choice = new CutBins(step.bins());
        collected.forEachValue((x, y, w) -> choice.add(x));
        Binning bins = choice.around(numbers);
        List<Series<Histogram>> series =
                Series.of(Kind.HISTOGRAM, collected.binned(List.of(bins)), step.region(), context);
        String first = term.text();
        for (Series<Histogram> s : series) {
            addRow(table, first, s);
            first = "";
        }
        if (!series.isEmpty()) {
            figures.add(figure(term, numbers, bins, series));
            names.add(term.variable().orElseThrow().text());
        }
        return facts(term, numbers, bins, series);
    }

    private void addRow(TextTable table, String first, Series<Histogram> s) {
        Histogram h = s.filled().all();
        List<String> row = new ArrayList<>(List.of(
                first,
                s.label(),
                Long.toString(h.entries()),
                Numbers.significant(h.total(), 6),
                Numbers.significant(h.totalError(), 3),
                Long.toString(h.missing())));
        if (step.blind().isPresent()) {
            row.add(s.isData() ? Long.toString(s.filled().blinded()) : "");
        }
        table.row(row.toArray(String[]::new));
    }

    private Facts facts(CutTerm term, List<Double> numbers, Binning bins, List<Series<Histogram>> series) {
        List<Facts> list = new ArrayList<>();
        for (Series<Histogram> s : series) {
            Facts facts = new Facts().put("label", s.label()).put("class", s.className(context));
            HistFacts.put(facts, s.filled().all());
            if (step.blind().isPresent()) {
                facts.put("blinded", s.isData() ? s.filled().blinded() : 0L);
            }
            list.add(facts);
        }
        return new Facts()
                .put("cut", term.cut().label())
                .put("condition", term.text())
                .put("value", term.variable().orElseThrow().text())
                .put("numbers", numbers)
                .put("edges", bins.edges())
                .put("histograms", list);
    }

    private Figure figure(CutTerm term, List<Double> numbers, Binning bins, List<Series<Histogram>> series) {
        Hist hist = hist(term.variable().orElseThrow(), bins);
        HistView view = HistView.of(hist, series, context);
        Optional<List<Range>> hidden = step.blind()
                .flatMap(b -> Thresholds.ranges(
                        ((ColumnExpression) b).typed(),
                        term.variable().orElseThrow().typed(),
                        Scalars.of(context)));
        List<String> notes = HistFigure.notes(step.region().text() + ", N−1", context);
        if (step.blind().isPresent() && hidden.isEmpty() && series.stream().anyMatch(Series::isData)) {
            notes.add("data blinded: " + step.blind().get().text());
        }
        Figure figure = new HistFigure(hist, view, Ratio.of(hist, view), hidden).figure(step.title(), notes);
        List<Layer> layers = new ArrayList<>(figure.layers());
        layers.addAll(marks(term, numbers, bins));
        return new Figure(figure.title(), figure.x(), figure.y(), layers, figure.notes(), figure.below());
    }

    private Hist hist(EventExpression variable, Binning bins) {
        return new Hist(
                "",
                List.of(step.region()),
                List.of(),
                variable,
                bins.bins(),
                Optional.of(new Interval(bins.low(), bins.high())),
                List.of(),
                step.log(),
                YesNo.NO,
                YesNo.NO,
                step.style(),
                step.signal(),
                step.normalise(),
                step.ratio(),
                Optional.empty(),
                step.blind(),
                Hist.Regions.PANELS,
                "",
                step.title(),
                "",
                Optional.empty());
    }

    /** Returns a line at each number of the cut, with an arrow to the side that it keeps; an equation has a line at both ends of its bin. */
    private List<Layer> marks(CutTerm term, List<Double> numbers, Binning bins) {
        List<Layer> out = new ArrayList<>();
        String label = term.text();
        for (int i = 0; i < numbers.size() && numbers.size() == term.bounds().size(); i++) {
            CompareOp op = term.bounds().get(i).op();
            double at = numbers.get(i);
            int bin = bins.index(at);
            if (op == CompareOp.EQUAL || op == CompareOp.NOT_EQUAL) {
                if (bin > 0 && bin <= bins.bins()) {
                    int inwards = op == CompareOp.EQUAL ? 1 : -1;
                    out.add(new Layer.Marker(label, bins.edge(bin - 1), Tint.REFERENCE, inwards));
                    out.add(new Layer.Marker("", bins.edge(bin), Tint.REFERENCE, -inwards));
                }
            } else {
                boolean isLower = op == CompareOp.GREATER || op == CompareOp.GREATER_EQUAL;
                out.add(new Layer.Marker(label, shifted(at, op, bins), Tint.REFERENCE, isLower ? 1 : -1));
            }
            label = "";
        }
        return out;
    }

    /** Returns where a cut on a whole number is drawn in bins around whole numbers: between the numbers that it parts. */
    private static double shifted(double at, CompareOp op, Binning bins) {
        int bin = bins.index(at);
        boolean isAroundWhole =
                at == Math.rint(at) && bin > 0 && bin <= bins.bins() && bins.center(bin) == at && bins.width(bin) == 1;
        if (!isAroundWhole) {
            return at;
        }
        return op == CompareOp.GREATER || op == CompareOp.LESS_EQUAL ? at + 0.5 : at - 0.5;
    }
}
