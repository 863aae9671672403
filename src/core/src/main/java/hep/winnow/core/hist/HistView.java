package hep.winnow.core.hist;

import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.run.StepContext;
import hep.winnow.core.hist.Collected.Binned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one figure shows of histograms: what is stacked, what stands as a line, what is data; simulation scaled to the data where asked.
 *
 * @param stacked from the lowest; empty where nothing is stacked
 * @param lines each on its own
 * @param data at most one where there is a stack: all data together
 * @param simulationScale factor that simulation was multiplied by, 1 unless it is scaled to the data
 * @param hasRoles whether the classes are background and signal
 */
record HistView(
        List<Series<Histogram>> stacked,
        List<Series<Histogram>> lines,
        List<Series<Histogram>> data,
        double simulationScale,
        boolean hasRoles) {
    private static final int BACKGROUND = 0;

    /** Sorts the series of a statement. Where there is no background, signal is what is stacked below data. */
    static HistView of(Hist hist, List<Series<Histogram>> series, StepContext context) {
        boolean hasRoles = context.classes().equals(List.of("background", "signal"));
        List<Series<Histogram>> data = series.stream().filter(Series::isData).toList();
        List<Series<Histogram>> simulation =
                series.stream().filter(s -> !s.isData()).toList();
        boolean isStack = hist.style() == Hist.Style.STACK && hist.normalise() != Hist.Normalise.YES && hasRoles;
        boolean hasBackground = simulation.stream().anyMatch(s -> s.classIndex() == BACKGROUND);
        boolean stacksSignal = hist.signal() == Hist.SignalStyle.STACK || !hasBackground && !data.isEmpty();
        List<Series<Histogram>> stacked = new ArrayList<>();
        List<Series<Histogram>> lines = new ArrayList<>();
        for (Series<Histogram> s : simulation) {
            (isStack && (s.classIndex() == BACKGROUND || stacksSignal) ? stacked : lines).add(s);
        }
        stacked.sort((a, b) -> Integer.compare(a.classIndex(), b.classIndex()));
        List<Series<Histogram>> shown = isStack && data.size() > 1 ? List.of(together("data", data)) : data;
        HistView view = new HistView(stacked, lines, shown, 1, hasRoles);
        return hist.normalise() == Hist.Normalise.DATA ? view.scaledToData() : view;
    }

    private HistView scaledToData() {
        List<Series<Histogram>> compared = stacked.isEmpty() ? lines : stacked;
        if (data.isEmpty() || compared.isEmpty()) {
            return this;
        }
        double factor = together("", data).filled().open().total()
                / together("", compared).filled().open().total();
        if (!(factor > 0) || Double.isInfinite(factor)) {
            return this;
        }
        return new HistView(scaled(stacked, factor), scaled(lines, factor), data, factor, hasRoles);
    }

    private static List<Series<Histogram>> scaled(List<Series<Histogram>> series, double factor) {
        return series.stream()
                .map(s -> new Series<>(s.label(), s.classIndex(), s.filled().scaled(Kind.HISTOGRAM, factor)))
                .toList();
    }

    /** Returns the sum of series of one binning, at least one. */
    static Series<Histogram> together(String label, List<Series<Histogram>> series) {
        Binning binning = series.get(0).filled().all().binning();
        Histogram all = new Histogram(binning);
        Histogram open = new Histogram(binning);
        long blinded = 0;
        for (Series<Histogram> s : series) {
            all.add(s.filled().all());
            open.add(s.filled().open());
            blinded += s.filled().blinded();
        }
        return new Series<>(label, series.get(0).classIndex(), new Binned<>(all, open, blinded));
    }

    /** Returns the sum of the stack. */
    Optional<Binned<Histogram>> sum() {
        return stacked.isEmpty()
                ? Optional.empty()
                : Optional.of(together("", stacked).filled());
    }

    /** Returns all that is shown, the stack first. */
    List<Series<Histogram>> all() {
        List<Series<Histogram>> out = new ArrayList<>(stacked);
        out.addAll(lines);
        out.addAll(data);
        return out;
    }

    /** Returns the colour of a series: by its role where it is the only one of it, else by its place. */
    Tint tint(Series<Histogram> series) {
        if (series.isData() && (data.size() == 1 || !stacked.isEmpty())) {
            return Tint.DATA;
        }
        List<Series<Histogram>> all = all();
        long same =
                all.stream().filter(s -> s.classIndex() == series.classIndex()).count();
        if (hasRoles && series.classIndex() > BACKGROUND && same == 1) {
            return Tint.SIGNAL;
        }
        int place = stacked.indexOf(series);
        if (place >= 0) {
            return place == 0 ? Tint.BACKGROUND : Tint.series(place);
        }
        return hasRoles && same == 1 ? Tint.BACKGROUND : Tint.series(all.indexOf(series));
    }
}
