package hep.winnow.evaluation;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.TextTable;
import hep.winnow.kernels.stat.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums of weights by true class and by the class that was chosen. The share of true class t that is put into c is m = Σ_{i in t} w_i·[c_i = c]/Σ_{i in t} w_i with the variance of {@link WeightedMeans#mean}:
 * Σ w_i²·([c_i = c] - m)²/(Σ w_i)², and the term of Wilson's interval that leaves shares of 0 and 1 an error ({@link WeightedMeans#wilson}). It is NaN for a class without events, or whose weights sum to 0; with negative weights it may lie outside 0 to 1. Events without a class or a decision are left out.
 */
final class ConfusionMatrix {
    private static final int MOST_NAMES = 12;

    private final int[] events;
    private final double[] total;
    private final Estimate[][] share;

    private ConfusionMatrix(int[] events, double[] total, Estimate[][] share) {
        this.events = events;
        this.total = total;
        this.share = share;
    }

    /** Counts decisions. */
    static ConfusionMatrix of(Decisions decisions) {
        int n = decisions.outputs().length;
        int[] events = new int[n];
        double[] total = new double[n];
        double[] squares = new double[n];
        double[][] sum = new double[n][n];
        double[][] square = new double[n][n];
        for (int i = 0; i < decisions.weight().length; i++) {
            int t = decisions.classIndex()[i];
            int c = decisions.chosen(i);
            if (t >= 0 && c >= 0) {
                double w = decisions.weight()[i];
                events[t]++;
                total[t] += w;
                squares[t] += w * w;
                sum[t][c] += w;
                square[t][c] += w * w;
            }
        }
        Estimate[][] share = new Estimate[n][n];
        for (int t = 0; t < n; t++) {
            for (int c = 0; c < n; c++) {
                double m = sum[t][c] / total[t];
                double in = square[t][c];
                double variance = (in * (1 - m) * (1 - m) + (squares[t] - in) * m * m) / (total[t] * total[t]);
                double least = WeightedMeans.wilson(total[t], squares[t]);
                share[t][c] = total[t] == 0 ? Estimate.UNKNOWN : new Estimate(m, Math.sqrt(variance + least * least));
            }
        }
        return new ConfusionMatrix(events, total, share);
    }

    /** Returns the number of events of a true class. */
    int events(int t) {
        return events[t];
    }

    /** Returns the sum of weights of a true class. */
    double total(int t) {
        return total[t];
    }

    /** Returns the shares of a true class, by chosen class. */
    double[] shares(int t) {
        return Arrays.stream(share[t]).mapToDouble(Estimate::value).toArray();
    }

    /** Returns the standard errors of {@link #shares}. */
    double[] errors(int t) {
        return Arrays.stream(share[t]).mapToDouble(Estimate::error).toArray();
    }

    /** Returns a table of percentages, a row per true class. */
    String text(String model, String on, List<String> classes) {
        List<String> head = new ArrayList<>(List.of("true class"));
        head.addAll(classes);
        head.add("events");
        TextTable table = new TextTable(head.toArray(String[]::new));
        for (int t = 0; t < classes.size(); t++) {
            List<String> row = new ArrayList<>(List.of(classes.get(t)));
            for (Estimate e : share[t]) {
                row.add(Rounding.fixed(100 * e.value(), 1));
            }
            row.add(String.valueOf(events[t]));
            table.row(row.toArray(String[]::new));
        }
        return "confusion of " + model + " on " + on + ": percent of each true class that is taken for\n"
                + table.toString().stripTrailing() + worst(classes);
    }

    /** Tells the pair of classes that is mixed up most. */
    private String worst(List<String> classes) {
        int worst = -1;
        int n = classes.size();
        for (int i = 0; i < n * n; i++) {
            boolean isMistake = i / n != i % n && share[i / n][i % n].value() > 0;
            if (isMistake && (worst < 0 || at(i) > at(worst))) {
                worst = i;
            }
        }
        return worst < 0
                ? ""
                : "\n  most often mistaken: " + classes.get(worst / n) + " for " + classes.get(worst % n) + ", in "
                        + Estimates.withError(percent(share[worst / n][worst % n])) + " %";
    }

    private double at(int i) {
        return share[i / share.length][i % share.length].value();
    }

    private static Estimate percent(Estimate e) {
        return new Estimate(100 * e.value(), 100 * e.error());
    }

    /** Returns colours, and the numbers of those cells that are not empty, if they fit. */
    private List<Layer> layers(double[] edges, double[] z) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Field("share of the true class in %", edges, edges, z, Double.NaN));
        int n = share.length;
        int[] shown = IntStream.range(0, z.length)
                .filter(i -> z[i] != 0 && !Double.isNaN(z[i]))
                .toArray();
        if (n <= MOST_NAMES) {
            layers.add(new Layer.Words(
                    Arrays.stream(shown).mapToDouble(i -> i % n).toArray(),
                    Arrays.stream(shown).map(i -> i / n).asDoubleStream().toArray(),
                    Arrays.stream(shown).mapToObj(i -> cell(z[i])).toList()));
        }
        return layers;
    }

    /** Returns a percentage with one decimal, and without one where that would be wide. */
    private static String cell(double percent) {
        return Rounding.fixed(percent, Math.abs(percent) < 9.95 ? 1 : 0);
    }

    /** Returns the shares as colours; class numbers stand at the middle of their cells. */
    Figure figure(String title, List<String> classes) {
        int n = classes.size();
        double[] edges = new double[n + 1];
        Arrays.setAll(edges, i -> i - 0.5);
        double[] z = new double[n * n];
        for (int i = 0; i < z.length; i++) {
            z[i] = 100 * at(i);
        }
        List<String> notes = new ArrayList<>();
        boolean isNumbered = true;
        for (int k = 0; k < n; k++) {
            isNumbered &= classes.get(k).equals(String.valueOf(k));
        }
        for (int k = 0; k < n && !isNumbered && n <= MOST_NAMES; k++) {
            notes.add(k + ": " + classes.get(k));
        }
        return new Figure(
                title,
                Axis.of("class that the model chooses", "", -0.5, n - 0.5),
                Axis.of("true class", "", -0.5, n - 0.5),
                layers(edges, z),
                notes);
    }
}
