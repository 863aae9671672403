package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.TextTable;
import hep.winnow.kernels.stat.Estimate;
import hep.winnow.kernels.stat.RocArea;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares events with others that should be like them, such as true ones with those of a generator: variable by variable, and by what a classifier makes of all of them together. */
@Verb(
        value = "closure",
        doc =
                "Compares events with others that should follow the same distribution, such as true events with generated ones. For each variable: both distributions, their ratio, chi2 of the"
                        + " binned shapes and a permutation test of Kolmogorov's and Smirnov's distance. With by=, a model that was trained to tell them apart, the classifier two-sample test: where its AUC on"
                        + " events that it has not seen is 0.5 within its error, even it cannot. All of it with the events' weights; sums are made equal.",
        examples = {
            "closure real_test vs made_test vars=[x, y] save=\"closure.png\"",
            "closure c = real_test vs made_test vars=[mll, met] by=judge bins=50"
        },
        fields = {"auc", "auc_error", "least_p"})
public record Closure(
        @Named(doc = "name of the result: NAME.auc can stand in later statements", optional = true)
        String name,

        @Operand(doc = "the events that are right") Scope truth,

        @Operand(keyword = "vs", doc = "those that should be like them")
        Scope other,

        @Option(doc = "columns or formulas to compare") List<EventExpression> vars,

        @Option(doc = "a score that was trained to tell them apart")
        Optional<EventExpression> by,

        @Option(doc = "bins of each variable", value = "40", min = 2, max = 1000)
        int bins,

        @Option(
                doc =
                        "number of permutations behind a p-value; fewer are made where they would take long, and that is told",
                value = "1000",
                min = 19,
                max = 1_000_000)
        int permutations,

        @Option(doc = "figure to write") Optional<OutputFile> save)
        implements TableStep {
    /** A distribution and a ratio for each variable, two variables side by side. */
    private static final int MOST_COLUMNS = 4;

    public Closure {
        vars = List.copyOf(vars);
        if (vars.isEmpty()) {
            throw new IllegalArgumentException("closure compares variables, and vars= names none");
        }
    }

    @Override
    public void run(StepContext context) {
        List<EventExpression> columns = new ArrayList<>(vars);
        by.ifPresent(columns::add);
        EventTable right = events(truth, columns, context);
        EventTable like = events(other, columns, context);
        List<Likeness> all = new ArrayList<>();
        for (int v = 0; v < vars.size(); v++) {
            all.add(Likeness.of(this, v, right, like, context));
        }
        print(all, context);
        double least = all.stream()
                .flatMap(l -> Stream.of(l.ks().pValue(), l.chiSquare().probability()))
                .filter(p -> !Double.isNaN(p))
                .mapToDouble(p -> p)
                .min()
                .orElse(Double.NaN);
        context.field("least_p", least);
        Estimate area = by.isPresent() ? judge(vars.size(), right, like, context) : Estimate.UNKNOWN;
        context.field("auc", area.value());
        context.field("auc_error", area.error());
        List<Figure> panels = new ArrayList<>();
        all.forEach(l -> panels.addAll(l.figures(truth.text(), other.text())));
        Sheet sheet = new Sheet("", panels, Math.min(MOST_COLUMNS, panels.size()));
        if (save.isPresent()) {
            context.figure(save.get(), sheet);
        } else {
            context.figure(sheet);
        }
    }

    private static EventTable events(Scope scope, List<EventExpression> columns, StepContext context) {
        EventTable table = context.table(scope, columns);
        if (Arrays.stream(table.weight()).sum() == 0) {
            throw UserError.data(
                    "the weights of the " + Rounding.count(table.size(), "event") + " of '" + scope.text()
                            + "' sum to 0, so that their shape cannot be compared",
                    "name events with a positive sum of weights");
        }
        return table;
    }

    private void print(List<Likeness> all, StepContext context) {
        TextTable table = new TextTable("variable", truth.text(), other.text(), "chi2/dof", "p", "KS", "p");
        for (Likeness l : all) {
            table.row(
                    l.variable().text(),
                    Rounding.withError(l.meanOfTruth().value(), l.meanOfTruth().error()),
                    Rounding.withError(l.meanOfOther().value(), l.meanOfOther().error()),
                    Rounding.fixed(l.chiSquare().value(), 1) + "/"
                            + l.chiSquare().degrees(),
                    probability(l.chiSquare().probability()),
                    Rounding.shortest(l.ks().statistic(), 2),
                    probability(l.ks().pValue()));
            context.result(l.variable().text(), l.facts());
            if (l.missing() > 0) {
                context.warn(Rounding.count(l.missing(), "event") + " without a value of '"
                        + l.variable().text() + "' left out of its closure");
            }
        }
        context.print("closure of " + other.text() + " against " + truth.text() + ", with means of the variables\n"
                + table + "KS by " + Rounding.count(all.get(0).ks().permutations(), "permutation"));
    }

    /** Prints and returns the area under the ROC curve of the judge. */
    private Estimate judge(int column, EventTable right, EventTable like, StepContext context) {
        double[][] of = Likeness.finite(right, column);
        double[][] made = Likeness.finite(like, column);
        int n = of[0].length;
        int m = made[0].length;
        if (n == 0 || m == 0) {
            throw UserError.data(
                    "no event has a value of '" + by.orElseThrow().text() + "'",
                    "judge by a score that all events have");
        }
        int[] label = new int[n + m];
        Arrays.fill(label, 0, n, 1);
        Estimate area = RocArea.estimate(Likeness.join(of[0], made[0]), label, Likeness.join(of[1], made[1]));
        double sigma = area.minus(new Estimate(0.5, 0)).sigma();
        String verdict = Math.abs(sigma) < 2 ? "no sign that it can tell them apart" : "it can tell them apart";
        context.print("by " + by.orElseThrow().text() + ": AUC " + Rounding.withError(area.value(), area.error()) + ", "
                + Rounding.fixed(sigma, 1) + " sigma from chance: " + verdict);
        context.result(
                by.orElseThrow().text(),
                new Facts()
                        .put("on", truth.text())
                        .put("against", other.text())
                        .put("auc", area.value())
                        .put("auc_error", area.error())
                        .put("auc_sigma", sigma));
        return area;
    }

    /** Returns a p-value as text; what no permutation or no double can tell is 0. */
    static String probability(double p) {
        return Double.isNaN(p) ? "-" : p < 1e-4 ? "<1e-4" : Rounding.shortest(p, 2);
    }
}
