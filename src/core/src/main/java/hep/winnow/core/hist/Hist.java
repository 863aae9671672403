package hep.winnow.core.hist;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
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

/** {@code hist h in sr : mth bins=30 range=0..300}: a histogram per region, sample and class. */
@Verb(
        value = "hist",
        doc = "Fills a histogram of weighted events, per sample and class, and draws them: backgrounds stacked with"
                + " the statistical error of their sum, signal as a line, data as points. Where there are data and"
                + " a stack, a panel below shows their ratio. Errors of data of weight 1 are Garwood's intervals"
                + " of 68.3 %, all others √Σw². On a part of a split simulation is scaled to the whole.",
        examples = {
            "hist h_mt in sr : mth bins=30 range=0..300 save=\"mt.svg\"",
            "hist in presel : mll edges=[0, 20, 50, 100, 200] per_width=yes log=yes title=\"after preselection\"",
            "hist in [sr, cr] : met bins=25 range=0..250 regions=overlay normalise=yes save=\"met.png\"",
            "hist in presel : mll bins=40 range=70..150 blind=(120 < mll and mll < 130) ratio_range=0.5..1.5"
                    + " save=\"blind.png\""
        },
        alsoKnownAs = {"histogram", "histo", "histo1d", "h1", "plot", "draw", "distplot"})
public record Hist(
        @Named(doc = "the histogram", optional = true) String name,

        @Operand(
                keyword = "in",
                doc = "the events, or a list of regions: one histogram for each; all events if not given",
                optional = true)
        List<Scope> in,

        @Operand(keyword = "on", doc = "the same as 'in'", optional = true)
        List<Scope> on,

        @Condition(doc = "what is histogrammed; of a list each element, with the weight of its event", lists = true)
        EventExpression value,

        @Option(doc = "number of bins of equal width", value = "50", min = 1, max = 100000, alsoKnownAs = "nbins")
        int bins,

        @Option(doc = "range of the axis; told from the events if neither range nor edges is given")
        Optional<Interval> range,

        @Option(doc = "edges of bins of any width, rising") List<Double> edges,

        @Option(doc = "logarithmic ordinate", value = "no", alsoKnownAs = "logy")
        YesNo log,

        @Option(doc = "logarithmic abscissa, with bins of equal width in the logarithm", value = "no")
        YesNo logx,

        @Option(
                doc = "contents divided by the widths of their bins: events per unit of the abscissa",
                value = "no",
                alsoKnownAs = {"width", "divide"})
        YesNo perWidth,

        @Option(doc = "drawn on top of each other, or side by side", value = "stack")
        Style style,

        @Option(
                doc = "signal as a line over the stack, or as its uppermost part, which a ratio then takes in",
                value = "line")
        SignalStyle signal,

        @Option(
                doc = "yes: every class scaled to an area of 1; data: simulation scaled to the sum of the data",
                value = "no",
                alsoKnownAs = {"density", "norm"})
        Normalise normalise,

        @Option(
                doc = "panel of ratios below: data to the stack, or, side by side, all others to the first; if not"
                        + " given, drawn where there are data and a stack")
        Optional<YesNo> ratio,

        @Option(doc = "range of the ratio; chosen to fit if not given")
        Optional<Interval> ratioRange,

        @Option(doc = "condition under which data are neither filled nor shown; how many is told")
        Optional<EventExpression> blind,

        @Option(
                doc = "several regions as panels of one sheet, or as lines of one figure; with '{region}' in the"
                        + " name of the file each gets a file of its own",
                value = "panels")
        Regions regions,

        @Option(doc = "title of the abscissa; the expression if not given", value = "\"\"")
        String xtitle,

        @Option(doc = "title above the figure", value = "\"\"")
        String title,

        @Option(doc = "unit of the abscissa; that of the column or define if not given", value = "\"\"")
        String unit,

        @Option(doc = "file of the figure: .png, .svg or .pdf; or of its bins: .aida", alsoKnownAs = "output")
        Optional<OutputFile> save)
        implements EventStep<Collected<Histogram>>, OverAll {
    /** How histograms of different samples are drawn. */
    public enum Style {
        /** Backgrounds on top of each other, signal as a line over them. */
        STACK,
        /** Each as a line of its own. */
        OVERLAY
    }

    /** How signal is drawn where backgrounds are stacked. */
    public enum SignalStyle {
        LINE,
        STACK
    }

    /** What histograms are scaled to. */
    public enum Normalise {
        /** The luminosity, or the weights as they are. */
        NO,
        /** An area of 1 each. */
        YES,
        /** Simulation to the sum of the data. */
        DATA
    }

    /** How several regions are drawn. */
    public enum Regions {
        PANELS,
        OVERLAY
    }

    public Hist {
        in = List.copyOf(in);
        on = List.copyOf(on);
        edges = List.copyOf(edges);
        if (!in.isEmpty() && !on.isEmpty()) {
            throw new IllegalArgumentException("'hist' takes one of 'in' and 'on', found both");
        }
        new AxisBins(bins, range, edges, logx == YesNo.YES);
        Inputs.requireNumbers(value);
        blind.ifPresent(Inputs::requireCondition);
    }

    AxisBins axis() {
        return new AxisBins(bins, range, edges, logx == YesNo.YES);
    }

    private Optional<List<Binning>> axes() {
        return axis().given().map(List::of);
    }

    @Override
    public Hist over(Scope events) {
        return scopes().isEmpty()
                ? new Hist(
                        name,
                        List.of(events),
                        on,
                        value,
                        bins,
                        range,
                        edges,
                        log,
                        logx,
                        perWidth,
                        style,
                        signal,
                        normalise,
                        ratio,
                        ratioRange,
                        blind,
                        regions,
                        xtitle,
                        title,
                        unit,
                        save)
                : this;
    }

    /** Returns the unit of the abscissa; empty for none. */
    String shownUnit() {
        return unit.isEmpty() ? value.unit() : unit;
    }

    @Override
    public List<Scope> scopes() {
        return in.isEmpty() ? on : in;
    }

    @Override
    public List<EventExpression> columns() {
        return Filling.columns(List.of(value), blind);
    }

    @Override
    public Collected<Histogram> collect(int scope, EventTable block) {
        Collected<Histogram> out = new Collected<>(Kind.HISTOGRAM, axes());
        Filling.fill(block, 1, blind.isPresent(), out);
        return out;
    }

    @Override
    public Optional<PartForm<Collected<Histogram>>> form() {
        return CollectedForm.of(Kind.HISTOGRAM, axes());
    }

    @Override
    public Collected<Histogram> merge(Collected<Histogram> first, Collected<Histogram> second) {
        first.add(second);
        return first;
    }

    @Override
    public void finish(List<Collected<Histogram>> results, StepContext context) {
        new HistReport(this, context).tell(results);
    }
}
