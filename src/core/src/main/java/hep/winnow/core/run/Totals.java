package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.run.WeightSum;
import hep.winnow.api.step.Scope;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.References;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.ScopeDecl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a run knows of whole samples and scopes: their classes, sums of weights, and the factors from the weights of files to physical ones. */
final class Totals {
    private final Program program;
    private final Plan plan;
    private final List<SampleStore> stores;
    private final Map<Integer, Double> weightScales = new HashMap<>();
    private final Map<Scope, List<WeightSum>> sums = new HashMap<>();
    private final Map<Scope, List<WeightSum>> totals = new HashMap<>();
    private List<String> classes;

    /**
     * Makes totals of which nothing is known yet.
     *
     * @param earlier classes that were found before; empty for none
     */
    Totals(Program program, Plan plan, List<SampleStore> stores, List<String> earlier) {
        this.program = program;
        this.plan = plan;
        this.stores = stores;
        this.classes = earlier.isEmpty() ? List.of("background", "signal") : earlier;
    }

    /** Returns the classes of the events. */
    List<String> classes() {
        return classes;
    }

    /** Returns the factor from the raw weights of a sample to physical ones. */
    double weightScale(int sample) {
        return weightScales.getOrDefault(sample, 1.0);
    }

    /** Reads what must be known of whole samples before the first fill: sums of weights, classes. */
    void presum() {
        Set<String> values =
                new TreeSet<>(Comparator.comparing(Totals::classRank).thenComparing(v -> v));
        for (int index : plan.presummed()) {
            SampleStore store = stores.get(index);
            SampleDecl sample = store.sample();
            Set<String> columns = new TreeSet<>(plan.firstPass().getOrDefault(index, Set.of()));
            boolean isKept = plan.kept().containsKey(index);
            if (columns.isEmpty() && !isKept && !isUsed(index)) {
                continue;
            }
            sample.weight().ifPresent(w -> columns.addAll(References.columns(w)));
            if (sample.labelling() instanceof SampleDecl.ByClass by) {
                columns.addAll(References.columns(by.value()));
            }
            double[] sum = new double[1];
            store.read(
                    columns,
                    isKept ? Optional.of(columns) : Optional.empty(),
                    frames -> frames.forEach(f -> {
                        for (double w : f.weight(Weighting.FILE)) {
                            sum[0] += w;
                        }
                        if (sample.labelling() instanceof SampleDecl.ByClass) {
                            values.addAll(List.of(f.classValues()));
                        }
                    }));
            scale(sample, sum[0]);
        }
        if (!values.isEmpty()) {
            classes = List.copyOf(values);
        }
    }

    /** Settles the factor from the weights of a sample's files to the physical ones. */
    private void scale(SampleDecl sample, double sumW) {
        if (sample.xsec().isPresent() && program.lumi().isPresent()) {
            if (!(sumW > 0)) {
                throw UserError.data(
                        "sample '" + sample.name() + "' has a sum of weights of " + sumW
                                + ", so it cannot be scaled to xsec*lumi",
                        "check its weight column");
            }
            weightScales.put(
                    sample.index(), sample.xsec().get() * program.lumi().getAsDouble() / sumW);
        }
    }

    /** Settles the factors of the samples whose weights the first pass summed, and takes what it summed to them. */
    void scaleSummed() {
        for (SampleDecl sample : program.samples()) {
            List<WeightSum> own = totals.get(sample.all());
            if (own != null) {
                scale(sample, own.stream().mapToDouble(WeightSum::sumW).reduce(0, Double::sum));
            }
        }
        sums.replaceAll((scope, list) -> list.stream().map(this::scaled).toList());
    }

    private WeightSum scaled(WeightSum sum) {
        double f = weightScale(sum.sample());
        return new WeightSum(sum.sample(), sum.classIndex(), sum.entries(), f * sum.sumW(), f * f * sum.sumW2());
    }

    private boolean isUsed(int sample) {
        return plan.stages().get(0).fills().stream()
                .map(Planned::action)
                .flatMap(a -> ((Action.Fill) a).step().scopes().stream())
                .anyMatch(s -> ((ScopeDecl) s).samples().contains(sample));
    }

    /** Numbers come in their own order, before words. */
    private static double classRank(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Returns what the first pass sums besides its fills. */
    List<WeightSums> ofFirstPass() {
        List<WeightSums> own = new ArrayList<>();
        if (!plan.totals().isEmpty()) {
            List<Scope> samples = program.samples().stream()
                    .filter(s -> plan.totals().contains(s.index()))
                    .<Scope>map(SampleDecl::all)
                    .toList();
            own.add(new WeightSums(samples, Weighting.FILE, totals::put));
        }
        if (!plan.summed().isEmpty()) {
            own.add(new WeightSums(List.copyOf(plan.summed()), Weighting.UNSCALED, sums::put));
        }
        return own;
    }

    /** Returns the sums of weights of a scope: as the first pass found them, or of the events that were kept. */
    List<WeightSum> sums(ScopeDecl scope, Engine engine) {
        List<WeightSum> known = sums.get(scope);
        if (known == null) {
            WeightSums own = new WeightSums(List.of(scope), Weighting.UNSCALED, sums::put);
            try (Pass pass = new Pass(engine, List.of(), List.of(own))) {
                pass.open();
                scope.samples().forEach(i -> engine.events().frames(i, pass::take));
                pass.finish(
                        () -> sums.computeIfPresent(
                                scope,
                                (s, list) -> list.stream().map(this::scaled).toList()),
                        this::weightScale);
            }
            known = Objects.requireNonNull(sums.get(scope));
        }
        return known;
    }
}
