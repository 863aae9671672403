package hep.winnow.core.hist;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.hist.Profile;
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

/** {@code profile p in sr : [x, y] bins=20}: the mean of y in bins of x, per region, sample and class. */
@Verb(
        value = "profile",
        doc = "Tells the weighted mean of y in bins of x, m = Σwy/Σw, per sample and class, with its error √(Σw²(y −"
                + " m)²)/|Σw|, or with the spread √(Σwy²/Σw − m²). For unit weights the error is spread/√n, as in"
                + " ROOT's TProfile. The effective number of a bin is (Σw)²/Σw².",
        examples = {
            "profile in presel : [mll, met] bins=20 range=0..100 save=\"met_mll.png\"",
            "profile p in presel : [l1_pt, mll] edges=[20, 30, 50, 100, 200] error=spread"
        },
        alsoKnownAs = {"profile1d", "tprofile"})
public record ProfileStep(
        @Named(doc = "the profile", optional = true) String name,

        @Operand(
                keyword = "in",
                doc = "the events, or a list of regions: one profile for each; all events if not given",
                optional = true)
        List<Scope> in,

        @Operand(keyword = "on", doc = "the same as 'in'", optional = true)
        List<Scope> on,

        @Condition(doc = "[x, y]: what is binned, and what is averaged", lists = true)
        List<EventExpression> values,

        @Option(doc = "number of bins of equal width", value = "25", min = 1, max = 100000, alsoKnownAs = "nbins")
        int bins,

        @Option(doc = "range of x; told from the events if neither range nor edges are given")
        Optional<Interval> range,

        @Option(doc = "edges of bins of any width, rising") List<Double> edges,

        @Option(doc = "logarithmic abscissa, with bins of equal width in the logarithm", value = "no")
        YesNo logx,

        @Option(doc = "what error bars show: the error of the mean, or the spread of y", value = "mean")
        Bars error,

        @Option(doc = "range of the ordinate; chosen to fit if not given")
        Optional<Interval> yrange,

        @Option(doc = "condition under which data are neither filled nor shown; how many is told")
        Optional<EventExpression> blind,

        @Option(doc = "title of the abscissa; the expression if not given", value = "\"\"")
        String xtitle,

        @Option(doc = "title of the ordinate; 'mean of' the expression if not given", value = "\"\"")
        String ytitle,

        @Option(doc = "title above the figure", value = "\"\"")
        String title,

        @Option(doc = "units of the axes, [\"GeV\", \"rad\"]; those of the columns or defines if not given")
        List<String> unit,

        @Option(
                doc = "file of the figure: .png, .svg or .pdf; with '{region}' in its name, one for each region",
                alsoKnownAs = "output")
        Optional<OutputFile> save)
        implements EventStep<Collected<Profile>>, OverAll {
    /** What error bars show. */
    public enum Bars {
        /** The standard error of the mean. */
        MEAN,
        /** The spread of y: TProfile's option {@code s}. */
        SPREAD
    }

    public ProfileStep {
        in = List.copyOf(in);
        on = List.copyOf(on);
        values = List.copyOf(values);
        edges = List.copyOf(edges);
        unit = List.copyOf(unit);
        if (!in.isEmpty() && !on.isEmpty()) {
            throw new IllegalArgumentException("'profile' takes one of 'in' and 'on', found both");
        }
        Inputs.requireTwo("profile", values);
        if (unit.size() > 2) {
            throw new IllegalArgumentException("'unit' takes one unit per axis, found " + unit.size());
        }
        new AxisBins(bins, range, edges, logx == YesNo.YES);
        blind.ifPresent(Inputs::requireCondition);
    }

    AxisBins axis() {
        return new AxisBins(bins, range, edges, logx == YesNo.YES);
    }

    /** Returns the unit of axis 0 or 1; empty for none. */
    String unit(int axis) {
        return unit.size() > axis && !unit.get(axis).isEmpty()
                ? unit.get(axis)
                : values.get(axis).unit();
    }

    @Override
    public ProfileStep over(Scope events) {
        return scopes().isEmpty()
                ? new ProfileStep(
                        name,
                        List.of(events),
                        on,
                        values,
                        bins,
                        range,
                        edges,
                        logx,
                        error,
                        yrange,
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
    public Collected<Profile> collect(int scope, EventTable block) {
        Collected<Profile> out = new Collected<>(Kind.PROFILE, axis().given().map(List::of));
        Filling.fill(block, 2, blind.isPresent(), out);
        return out;
    }

    @Override
    public Optional<PartForm<Collected<Profile>>> form() {
        return CollectedForm.of(Kind.PROFILE, axis().given().map(List::of));
    }

    @Override
    public Collected<Profile> merge(Collected<Profile> first, Collected<Profile> second) {
        first.add(second);
        return first;
    }

    @Override
    public void finish(List<Collected<Profile>> results, StepContext context) {
        new ProfileReport(this, context).tell(results);
    }
}
