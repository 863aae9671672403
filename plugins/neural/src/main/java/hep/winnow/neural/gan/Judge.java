package hep.winnow.neural.gan;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.stat.RocArea;
import java.util.Arrays;

/** Compares made events with a part of the real ones, at most {@value #MOST} of them, chosen at random once and for all. */
final class Judge {
    private static final int MOST = 500;

    private final EnergyDistance distance;
    private final EnergyDistance.Cloud real;
    private final double within;
    private final int[] label;
    private final double[] weight;

    /** Makes one for a part with a positive sum of weights among the chosen events; see {@link #canJudge}. */
    Judge(Examples part, RandomStream random, Workers workers) {
        int[] order = new int[part.size()];
        Arrays.setAll(order, i -> i);
        random.shuffle(order);
        int n = Math.min(MOST, order.length);
        int features = part.features();
        float[] x = new float[n * features];
        weight = new double[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(part.x(), order[i] * features, x, i * features, features);
            weight[i] = part.weight()[order[i]];
        }
        this.real = new EnergyDistance.Cloud(x, weight);
        this.distance = new EnergyDistance(features, workers);
        this.within = canJudge() ? distance.mean(real, real) : Double.NaN;
        this.label = new int[2 * n];
        Arrays.fill(label, 0, n, 1);
    }

    /** Tells whether there are events with a positive sum of weights. */
    boolean canJudge() {
        return real.sum() > 0;
    }

    /** Returns the mean energy distance between two samples of this size that follow one distribution: (1/n + 1/m)·E|X - X'|, with n the effective number of real events and m of made ones. */
    double chance() {
        double squares = 0;
        for (double w : weight) {
            squares += w * w;
        }
        return (squares / (real.sum() * real.sum()) + 1.0 / size()) * within;
    }

    /** Returns how many made events it wants to see. */
    int size() {
        return weight.length;
    }

    /**
     * What it finds.
     *
     * @param distance the energy distance, but no less than {@link #chance}: below it nothing is known
     * @param auc area under the ROC curve of the discriminator, real against made
     */
    record Verdict(double distance, double auc) {}

    /** Compares with the made events {@code x}, as many as {@link #size}. */
    Verdict of(GanModel model, float[] x) {
        if (!canJudge()) {
            return new Verdict(Double.NaN, Double.NaN);
        }
        int n = size();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        EnergyDistance.Cloud made = new EnergyDistance.Cloud(x, ones);
        double found = 2 * distance.mean(real, made) - within - distance.mean(made, made);
        double[] score = new double[n];
        double[] isReal = new double[2 * n];
        model.score(real.x(), n, score);
        for (int i = 0; i < n; i++) {
            isReal[i] = -score[i];
        }
        model.score(x, n, score);
        for (int i = 0; i < n; i++) {
            isReal[n + i] = -score[i];
        }
        double[] all = Arrays.copyOf(weight, 2 * n);
        Arrays.fill(all, n, 2 * n, 1);
        return new Verdict(Math.max(found, chance()), RocArea.of(isReal, label, all));
    }
}
