package hep.winnow.core.hist;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.verbs.YesNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code nminus1 presel}: each cut's variable with all other cuts of a region applied. */
@Verb(
        value = "nminus1",
        doc = "Draws, for each requirement of a region, its variable with all others applied, and marks the cut. A"
                + " cut that joins conditions by 'and' is as many requirements. Bins and range are chosen such"
                + " that the cut is an edge. A requirement that compares two values is drawn as their difference;"
                + " one that compares nothing with a number is told and left out.",
        examples = {"nminus1 presel save=\"nminus1.png\"", "nminus1 sr bins=25 log=yes save=\"nm1_{cut}.png\""},
        alsoKnownAs = {"n_minus_1", "n_minus_one", "nm1"})
public record NMinusOne(
        @Operand(doc = "the region") Scope region,

        @Option(
                doc = "number of bins, which is met to within a factor of 2.6",
                value = "40",
                min = 2,
                max = 10000,
                alsoKnownAs = "nbins")
        int bins,

        @Option(doc = "logarithmic ordinate", value = "no", alsoKnownAs = "logy")
        YesNo log,

        @Option(doc = "drawn on top of each other, or side by side", value = "stack")
        Hist.Style style,

        @Option(doc = "signal as a line over the stack, or as its uppermost part", value = "line")
        Hist.SignalStyle signal,

        @Option(
                doc = "yes: every class scaled to an area of 1; data: simulation scaled to the sum of the data",
                value = "no",
                alsoKnownAs = {"density", "norm"})
        Hist.Normalise normalise,

        @Option(doc = "panel of ratios below, as for 'hist'")
        Optional<YesNo> ratio,

        @Option(doc = "condition under which data are neither filled nor shown; how many is told")
        Optional<EventExpression> blind,

        @Option(doc = "title above the figures", value = "\"\"")
        String title,

        @Option(
                doc = "file of the figures: .png, .svg or .pdf; with '{cut}' in its name, one for each requirement",
                alsoKnownAs = "output")
        Optional<OutputFile> save)
        implements EventStep<Collected<Histogram>> {
    public NMinusOne {
        if (((ScopeDecl) region).cuts().isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + region.text() + "' has no cuts, so that there is none to leave out");
        }
        if (drawn((ScopeDecl) region).isEmpty()) {
            throw new IllegalArgumentException("no cut of '" + region.text()
                    + "' compares a value with a number, so that there is nothing to draw");
        }
        blind.ifPresent(Inputs::requireCondition);
    }

    private static List<CutTerm> drawn(ScopeDecl region) {
        return CutTerm.of(region).stream().filter(t -> t.variable().isPresent()).toList();
    }

    /** Returns the requirements that are drawn, in the order of {@link #scopes}. */
    List<CutTerm> drawn() {
        return drawn((ScopeDecl) region);
    }

    @Override
    public List<Scope> scopes() {
        ScopeDecl whole = (ScopeDecl) region;
        return drawn().stream().map(t -> (Scope) t.others(whole)).toList();
    }

    /** Returns the variables, and the numbers that other statements find: these are not evaluated per event, but they have to be known by then. */
    @Override
    public List<EventExpression> columns() {
        List<EventExpression> all = new ArrayList<>();
        for (CutTerm term : drawn()) {
            all.add(term.variable().orElseThrow());
            term.bounds().forEach(b -> all.add(new ColumnExpression("", b.number(), "")));
        }
        return Filling.columns(all, blind);
    }

    @Override
    public List<EventExpression> columns(int scope) {
        return Filling.columns(List.of(drawn().get(scope).variable().orElseThrow()), blind);
    }

    @Override
    public Collected<Histogram> collect(int scope, EventTable block) {
        Collected<Histogram> out = new Collected<>(Kind.HISTOGRAM, Optional.empty());
        Filling.fill(block, 1, blind.isPresent(), out);
        return out;
    }

    @Override
    public Collected<Histogram> merge(Collected<Histogram> first, Collected<Histogram> second) {
        first.add(second);
        return first;
    }

    @Override
    public void finish(List<Collected<Histogram>> results, StepContext context) {
        new NMinusOneReport(this, context).tell(results);
    }
}
