package hep.winnow.core.verbs;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Condition;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Optional;

/** {@code hist h in sr : mth bins=30 range=0..300}: a histogram per sample and class. */
@Verb(
        value = "hist",
        doc =
                "Fills a histogram of weighted events, per sample and class, and draws them: backgrounds stacked, signal as a line, data as points."
                        + " On a part of a split it is scaled to the whole.",
        examples = {
            "hist h_mt in sr : mth bins=30 range=0..300 save=\"mt.svg\"",
            "hist in presel : mll edges=[0, 20, 50, 100, 200] log=yes title=\"after preselection\""
        })
public record Hist(
        @Named(doc = "the histogram", optional = true) String name,

        @Operand(keyword = "in", doc = "the events; all if not given", optional = true)
        Optional<Scope> in,

        @Operand(keyword = "on", doc = "the same as 'in'", optional = true)
        Optional<Scope> on,

        @Condition(doc = "what is histogrammed; of a list each element, with the weight of its event", lists = true)
        EventExpression value,

        @Option(doc = "number of bins of equal width", value = "50", min = 1, max = 100000, alsoKnownAs = "nbins")
        int bins,

        @Option(doc = "range of the axis; told from the events if neither range nor edges is given")
        Optional<Interval> range,

        @Option(doc = "edges of bins of any width, rising") List<Double> edges,
        @Option(doc = "logarithmic ordinate", value = "no") YesNo log,

        @Option(doc = "drawn on top of each other, or side by side", value = "stack")
        Style style,

        @Option(
                doc = "every class scaled to an area of 1",
                value = "no",
                alsoKnownAs = {"density", "norm"})
        YesNo normalise,

        @Option(doc = "title of the abscissa; the expression if not given", value = "\"\"")
        String xtitle,

        @Option(doc = "title above the figure", value = "\"\"")
        String title,

        @Option(doc = "unit of the abscissa; that of the column or define if not given", value = "\"\"")
        String unit,

        @Option(doc = "file of the figure: .png, .svg or .pdf; or of its bins: .aida", alsoKnownAs = "output")
        Optional<OutputFile> save)
        implements EventStep<HistFill> {
    /** How histograms of different samples are drawn. */
    public enum Style {
        /** Backgrounds on top of each other, signal as a line over them. */
        STACK,
        /** Each as a line of its own. */
        OVERLAY
    }

    public Hist {
        edges = List.copyOf(edges);
        if (in.isPresent() && on.isPresent()) {
            throw new IllegalArgumentException("'hist' takes one of 'in' and 'on', found both");
        }
        if (range.isPresent() && !edges.isEmpty()) {
            throw new IllegalArgumentException("'hist' takes one of range= and edges=, found both");
        }
        if (!edges.isEmpty()) {
            Binning.variable(edges.stream().mapToDouble(d -> d).toArray());
        }
        if (value.type() == hep.winnow.api.event.ColumnType.STRING) {
            throw new IllegalArgumentException("'" + value.text() + "' is a string, which has no axis");
        }
    }

    /** Returns the binning, unless it has to be told from the events. */
    Optional<Binning> binning() {
        if (!edges.isEmpty()) {
            return Optional.of(
                    Binning.variable(edges.stream().mapToDouble(d -> d).toArray()));
        }
        return range.map(r -> Binning.uniform(bins, r.low(), r.high()));
    }

    /** Returns this histogram with its events said; the framework says so where the macro does not. */
    public Hist over(Scope events) {
        return in.isPresent() || on.isPresent()
                ? this
                : new Hist(
                        name,
                        Optional.of(events),
                        on,
                        value,
                        bins,
                        range,
                        edges,
                        log,
                        style,
                        normalise,
                        xtitle,
                        title,
                        unit,
                        save);
    }

    /** Returns the events. */
    Scope scope() {
        return in.or(() -> on).orElseThrow();
    }

    @Override
    public List<Scope> scopes() {
        return List.of(scope());
    }

    @Override
    public List<EventExpression> columns() {
        return List.of(value);
    }

    @Override
    public HistFill collect(int scope, EventTable block) {
        HistFill fill = HistFill.empty(binning());
        if (block.column(0) instanceof Column.Lists lists) {
            collect(lists, block, fill);
            return fill;
        }
        double[] x = block.numbers(0);
        for (int i = 0; i < x.length; i++) {
            fill.add(block.sampleIndex()[i], block.classIndex()[i], x[i], block.weight()[i]);
        }
        return fill;
    }

    private static void collect(Column.Lists lists, EventTable block, HistFill fill) {
        for (int i = 0; i < block.size(); i++) {
            for (int k = lists.offsets()[i]; k < lists.offsets()[i + 1]; k++) {
                double x = lists.values().number(k);
                fill.add(block.sampleIndex()[i], block.classIndex()[i], x, block.weight()[i]);
            }
        }
    }

    @Override
    public HistFill merge(HistFill first, HistFill second) {
        first.add(second);
        return first;
    }

    @Override
    public void finish(List<HistFill> results, StepContext context) {
        new HistReport(this, context).tell(results.get(0).histograms(bins));
    }
}
