package hep.winnow.kernels.stat;

import java.util.SplittableRandom;

/** Toy samples of two classes: Gaussian scores of width 1, the signal's mean at 1, and weights of some kind. */
final class Toys {
    /** AUC of two Gaussians of width 1 whose means are 1 apart: Φ(1/√2). */
    static final double AUC = 0.760249938906524;

    /** How weights are distributed. */
    enum Weights {
        UNIT,
        /** Positive, log-normal-like: 0.2 to 5. */
        SPREAD,
        NEGATIVE_10,
        NEGATIVE_25;

        double draw(SplittableRandom random) {
            double u = random.nextDouble();
            return switch (this) {
                case UNIT -> 1;
                case SPREAD -> 0.2 + 4.8 * u * u * u;
                case NEGATIVE_10 -> u < 0.10 ? -1 : 1;
                case NEGATIVE_25 -> u < 0.25 ? -1 : 1;
            };
        }
    }

    final double[] score;
    final int[] label;
    final double[] weight;

    Toys(long seed, int signal, int background, Weights weights) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = signal + background;
        score = new double[n];
        label = new int[n];
        weight = new double[n];
        for (int i = 0; i < n; i++) {
            label[i] = i < signal ? 1 : 0;
            score[i] = gaussian(random) + label[i];
            weight[i] = weights.draw(random);
        }
    }

    static double gaussian(SplittableRandom random) {
        double u = random.nextDouble();
        double v = random.nextDouble();
        return StrictMath.sqrt(-2 * StrictMath.log(1 - u)) * StrictMath.cos(2 * StrictMath.PI * v);
    }
}
