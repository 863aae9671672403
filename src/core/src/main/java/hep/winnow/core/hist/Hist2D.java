package hep.winnow.core.hist;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.hist.Histogram2D;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Condition;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.PartForm;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.core.verbs.YesNo;
import java.util.List;
import java.util.Optional;

/** {@code hist2d h in sr : [x, y] bins=[30, 20]}: a histogram over two axes per region, sample and class. */
@Verb(
        value = "hist2d",
        doc = "Fills a histogram over two axes, per sample and class, and draws each as a map of colours. The"
                + " correlation coefficient is that of the weighted events inside both axes. Of two lists the"
                + " elements are paired; a single value goes with each element. On a part of a split simulation is"
                + " scaled to the whole.",
        examples = {
            "hist2d plane in presel : [mll, dphi] bins=[30, 16] range=[0..120, 0..3.2] save=\"plane.png\"",
            "hist2d in sr : [met, nn] logz=yes save=\"met_nn_{region}.png\""
        },
        alsoKnownAs = {"histo2d", "h2", "histogram2d", "heatmap"})
public record Hist2D(
        @Named(doc = "the histogram", optional = true) String name,

        @Operand(
                keyword = "in",
                doc = "the events, or a list of regions: one histogram for each; all events if not given",
                optional = true)
        List<Scope> in,

        @Operand(keyword = "on", doc = "the same as 'in'", optional = true)
        List<Scope> on,

        @Condition(doc = "what is histogrammed: across and up, [x, y]", lists = true)
        List<EventExpression> values,

        @Option(
                doc = "numbers of bins of equal width, across and up; one for both",
                value = "[40, 40]",
                min = 1,
                max = 10000,
                alsoKnownAs = "nbins")
        List<Integer> bins,

        @Option(doc = "ranges of the axes, [0..100, 0..3]; told from the events if neither range nor edges are given")
        List<Interval> range,

        @Option(doc = "edges of bins of any width, across") List<Double> xedges,
        @Option(doc = "edges of bins of any width, up") List<Double> yedges,

        @Option(doc = "logarithmic abscissa, with bins of equal width in the logarithm", value = "no")
        YesNo logx,

        @Option(doc = "logarithmic ordinate, with bins of equal width in the logarithm", value = "no")
        YesNo logy,

        @Option(doc = "logarithmic scale of colours", value = "no", alsoKnownAs = "log")
        YesNo logz,

        @Option(doc = "condition under which data are neither filled nor shown; how many is told")
        Optional<EventExpression> blind,

        @Option(doc = "title of the abscissa; the expression if not given", value = "\"\"")
        String xtitle,

        @Option(doc = "title of the ordinate; the expression if not given", value = "\"\"")
        String ytitle,

        @Option(doc = "title above the figures; the sample is put behind it", value = "\"\"")
        String title,

        @Option(doc = "units of the axes, [\"GeV\", \"rad\"]; those of the columns or defines if not given")
        List<String> unit,

        @Option(
                doc = "file of the figures: .png, .svg or .pdf; with '{region}' in its name, one for each region",
                alsoKnownAs = "output")
        Optional<OutputFile> save)
        implements EventStep<Collected<Histogram2D>>, OverAll {
    public Hist2D {
        in = List.copyOf(in);
        on = List.copyOf(on);
        values = List.copyOf(values);
        bins = List.copyOf(bins);
        range = List.copyOf(range);
        xedges = List.copyOf(xedges);
        yedges = List.copyOf(yedges);
        unit = List.copyOf(unit);
        if (!in.isEmpty() && !on.isEmpty()) {
            throw new IllegalArgumentException("'hist2d' takes one of 'in' and 'on', found both");
        }
        Inputs.requireTwo("hist2d", values);
        if (unit.size() > 2) {
            throw new IllegalArgumentException("'unit' takes one unit per axis, found " + unit.size());
        }
        PlaneAxes.of(bins, range, xedges, yedges, logx == YesNo.YES, logy == YesNo.YES);
        blind.ifPresent(Inputs::requireCondition);
    }

    PlaneAxes axes() {
        return PlaneAxes.of(bins, range, xedges, yedges, logx == YesNo.YES, logy == YesNo.YES);
    }

    /** Returns the unit of axis 0 or 1; empty for none. */
    String unit(int axis) {
        return unit.size() > axis && !unit.get(axis).isEmpty()
                ? unit.get(axis)
                : values.get(axis).unit();
    }

    @Override
    public Hist2D over(Scope events) {
        return scopes().isEmpty()
                ? new Hist2D(
                        name,
                        List.of(events),
                        on,
                        values,
                        bins,
                        range,
                        xedges,
                        yedges,
                        logx,
                        logy,
                        logz,
                        blind,
                        xtitle,
                        ytitle,
                        title,
                        unit,
                        save)
                : this;
    }

    @Override
    public List<Scope> scopes() {
        return in.isEmpty() ? on : in;
    }

    @Override
    public List<EventExpression> columns() {
        return Filling.columns(values, blind);
    }

    @Override
    public Collected<Histogram2D> collect(int scope, EventTable block) {
        Collected<Histogram2D> out = new Collected<>(Kind.PLANE, axes().given());
        Filling.fill(block, 2, blind.isPresent(), out);
        return out;
    }

    @Override
    public Optional<PartForm<Collected<Histogram2D>>> form() {
        return CollectedForm.of(Kind.PLANE, axes().given());
    }

    @Override
    public Collected<Histogram2D> merge(Collected<Histogram2D> first, Collected<Histogram2D> second) {
        first.add(second);
        return first;
    }

    @Override
    public void finish(List<Collected<Histogram2D>> results, StepContext context) {
        new Hist2DReport(this, context).tell(results);
    }
}
