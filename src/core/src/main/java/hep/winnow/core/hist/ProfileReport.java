package hep.winnow.core.hist;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Profile;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.Scope;
import hep.winnow.api.text.TextTable;
import hep.winnow.core.text.Numbers;
import hep.winnow.core.verbs.YesNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Tells of filled profiles: numbers, a table of text, points with error bars. */
final class ProfileReport {
    private final ProfileStep step;
    private final StepContext context;

    ProfileReport(ProfileStep step, StepContext context) {
        this.step = step;
        this.context = context;
    }

    void tell(List<Collected<Profile>> collected) {
        Extent extent = new Extent();
        collected.forEach(c -> c.extendX(extent));
        Binning bins = step.axis().over(extent);
        List<Figure> figures = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < collected.size(); i++) {
            Scope scope = step.scopes().get(i);
            List<Series<Profile>> series =
                    Series.of(Kind.PROFILE, collected.get(i).binned(List.of(bins)), scope, context);
            context.result(facts(scope, bins, series));
            context.print(text(scope, series));
            if (series.isEmpty()) {
                context.warn("no event is in '" + scope.text() + "', so the profile of " + words() + " is empty");
            } else {
                figures.add(figure(scope, bins, series));
                names.add(scope.text());
            }
        }
        if (!figures.isEmpty()) {
            FigureFiles.draw(figures, names, "region", step.save(), context);
        }
    }

    private String words() {
        return step.values().get(1).text() + " over " + step.values().get(0).text();
    }

    private Facts facts(Scope scope, Binning bins, List<Series<Profile>> series) {
        Facts facts = new Facts()
                .put("in", scope.text())
                .put("x", step.values().get(0).text())
                .put("y", step.values().get(1).text());
        step.blind().ifPresent(b -> facts.put("blind", b.text()));
        facts.put("edges", bins.edges());
        return facts.put("profiles", series.stream().map(this::facts).toList());
    }

    private Facts facts(Series<Profile> s) {
        Profile p = s.filled().all();
        Facts facts = new Facts().put("label", s.label()).put("class", s.className(context));
        HistFacts.put(facts, p);
        facts.put("mean", all(p, p::mean))
                .put("error", all(p, p::error))
                .put("spread", all(p, p::spread))
                .put("neff", all(p, p::effectiveEntries));
        if (step.blind().isPresent()) {
            facts.put("blinded", s.isData() ? s.filled().blinded() : 0L);
        }
        return facts;
    }

    private static double[] all(Profile p, IntToDoubleFunction of) {
        double[] out = new double[p.binning().bins() + 2];
        for (int i = 0; i < out.length; i++) {
            out[i] = of.applyAsDouble(i);
        }
        return out;
    }

    private String text(Scope scope, List<Series<Profile>> series) {
        List<String> head =
                new ArrayList<>(List.of("", "entries", "sum of weights", "underflow", "overflow", "missing"));
        if (step.blind().isPresent()) {
            head.add("blinded");
        }
        TextTable table = new TextTable(head.toArray(String[]::new));
        for (Series<Profile> s : series) {
            Profile p = s.filled().all();
            int n = p.binning().bins();
            long entries = 0;
            double total = 0;
            for (int i = 0; i <= n + 1; i++) {
                entries += p.entries(i);
                total += p.sumW(i);
            }
            List<String> row = new ArrayList<>(List.of(
                    s.label(),
                    Long.toString(entries),
                    Numbers.significant(total, 6),
                    Numbers.significant(p.sumW(0), 4),
                    Numbers.significant(p.sumW(n + 1), 4),
                    Long.toString(p.missing())));
            if (step.blind().isPresent()) {
                row.add(s.isData() ? Long.toString(s.filled().blinded()) : "");
            }
            table.row(row.toArray(String[]::new));
        }
        String name = step.name().isEmpty() ? "" : step.name() + ": ";
        return name + "mean of " + words() + " in " + scope.text() + "\n" + table;
    }

    private Figure figure(Scope scope, Binning bins, List<Series<Profile>> series) {
        boolean hasRoles = context.classes().equals(List.of("background", "signal"));
        List<Layer> layers = new ArrayList<>();
        for (int k = 0; k < series.size(); k++) {
            Series<Profile> s = series.get(k);
            long same = series.stream()
                    .filter(o -> o.classIndex() == s.classIndex())
                    .count();
            Tint role = s.isData() ? Tint.DATA : s.classIndex() == 1 ? Tint.SIGNAL : Tint.BACKGROUND;
            boolean isAlone = same == 1 && (hasRoles || s.isData());
            Profile shown = s.filled().all();
            layers.add(BinPoints.of(
                    s.label(),
                    bins,
                    measurement(shown),
                    isAlone ? role : Tint.series(k),
                    false,
                    Optional.of(new Layer.Filled.Means(shown))));
        }
        Axis x = new Axis(
                title(step.xtitle(), step.values().get(0).text()),
                step.unit(0),
                Optional.of(new Interval(bins.low(), bins.high())),
                step.logx() == YesNo.YES);
        Axis y = new Axis(
                title(step.ytitle(), "mean of " + step.values().get(1).text()), step.unit(1), step.yrange(), false);
        List<String> notes = HistFigure.notes(scope.text(), context);
        if (step.error() == ProfileStep.Bars.SPREAD) {
            notes.add("bars: spread");
        }
        if (step.blind().isPresent() && series.stream().anyMatch(Series::isData)) {
            notes.add("data blinded: " + step.blind().get().text());
        }
        return new Figure(step.title(), x, y, layers, notes);
    }

    private static String title(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    /** Returns means with their bars; a bin whose weights sum to 0 has none, and one of a single entry has no bar. */
    private Measurement measurement(Profile p) {
        int n = p.binning().bins();
        double[] mean = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            double half = step.error() == ProfileStep.Bars.SPREAD ? p.spread(i + 1) : p.error(i + 1);
            mean[i] = p.mean(i + 1);
            low[i] = mean[i] - half;
            high[i] = mean[i] + half;
        }
        return new Measurement(mean, low, high);
    }
}
