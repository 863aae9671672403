package hep.winnow.neural.loss;

import hep.winnow.kernels.DoubleMath;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A loss of two classes with strength·dCorr²(score, column) over the background added. Events count by the absolute value of their weight: with signed ones a distance variance could be negative, and a score that is independent
 * of the column for all events is so for any weights of them.
 */
public final class Decorrelated implements Objective {
    /** Most events that the term is told by after an epoch, evenly spread over the part. */
    private static final int MOST = 1000;

    private final Objective loss;
    private final int[] label;
    private final double[] weight;
    private final double[] column;
    private final double strength;

    /**
     * Makes one; arrays have a number per event.
     *
     * @param loss of each event
     * @param label 0 for background
     */
    public Decorrelated(Objective loss, int[] label, double[] weight, double[] column, double strength) {
        this.loss = loss;
        this.label = label;
        this.weight = weight;
        this.column = column;
        this.strength = strength;
    }

    @Override
    public double loss(float[] z, int event) {
        return loss.loss(z, event);
    }

    @Override
    public void gradient(float[] z, int event, float factor, float[] delta) {
        loss.gradient(z, event, factor, delta);
    }

    @Override
    public double unit() {
        return loss.unit();
    }

    @Override
    public String text() {
        return loss.text() + " decorrelated(" + strength + ", " + Arrays.hashCode(column) + ")";
    }

    @Override
    public Optional<BatchTerm> batchTerm() {
        return Optional.of(new Term());
    }

    private final class Term implements BatchTerm {
        private final DistanceCorrelation correlation = new DistanceCorrelation();

        @Override
        public double of(float[] z, int[] events, int first, int end, double[] slope) {
            Arrays.fill(slope, 0, end - first, 0);
            int[] at = IntStream.range(0, end - first)
                    .filter(i -> label[events[first + i]] == 0)
                    .toArray();
            double[] score = new double[at.length];
            int[] chosen = new int[at.length];
            for (int k = 0; k < at.length; k++) {
                score[k] = DoubleMath.sigmoid(z[at[k]]);
                chosen[k] = events[first + at[k]];
            }
            double[] byScore = new double[at.length];
            double found = correlation(score, chosen, byScore);
            for (int k = 0; k < at.length; k++) {
                slope[at[k]] = strength * byScore[k] * score[k] * (1 - score[k]);
            }
            return strength * found;
        }

        @Override
        public double ofAll(double[] score) {
            int[] background =
                    IntStream.range(0, label.length).filter(i -> label[i] == 0).toArray();
            int n = Math.min(MOST, background.length);
            int[] chosen = new int[n];
            double[] scores = new double[n];
            for (int k = 0; k < n; k++) {
                chosen[k] = background[(int) ((long) k * background.length / n)];
                scores[k] = score[chosen[k]];
            }
            return strength * correlation(scores, chosen, new double[n]);
        }

        private double correlation(double[] score, int[] chosen, double[] slope) {
            double[] y = new double[chosen.length];
            double[] p = new double[chosen.length];
            double sum = 0;
            for (int k = 0; k < chosen.length; k++) {
                y[k] = column[chosen[k]];
                p[k] = Math.abs(weight[chosen[k]]);
                sum += p[k];
            }
            if (!(sum > 0)) {
                return 0;
            }
            for (int k = 0; k < p.length; k++) {
                p[k] /= sum;
            }
            return correlation.of(score, y, p, p.length, slope);
        }
    }
}
