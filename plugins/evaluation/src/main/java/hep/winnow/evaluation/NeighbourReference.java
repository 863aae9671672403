package hep.winnow.evaluation;

import hep.winnow.api.run.Workers;

/**
 * A scorer that saw train and test alike: for each event the share of signal among its nearest neighbours in both parts together, itself left out, classes balanced.
 * As the parts take the same role in it, any difference of its areas on train and test comes from the events that happen to be in them, and none from learning.
 *
 * <p>Inputs are scaled to a standard deviation of 1; a missing value counts as the mean. Neighbours weigh (1 − (d/h)²)² up to the distance h of neighbour number 2√n,
 * times the absolute value of their weight. O(n² · inputs).
 */
final class NeighbourReference {
    /** Product of n² and inputs beyond which no reference is made: there the plain gap is sharp enough. */
    private static final double COST_LIMIT = 1e9;

    /** Cost of selecting a neighbour, in inputs. */
    private static final int SELECTION_COST = 8;

    private static final int SHARDS = 32;

    private NeighbourReference() {}

    /** Tells whether a reference of that many events and inputs can be made in about a second. */
    static boolean isAffordable(int n, int inputs) {
        return n >= 20 && (double) n * n * (inputs + SELECTION_COST) <= COST_LIMIT;
    }

    /**
     * Returns the score of each event, from 0 to 1.
     *
     * @param inputs one array per input, with the events of both parts
     * @param label 1 for signal, 0 for background
     * @param weight of each event
     */
    static double[] scores(double[][] inputs, int[] label, double[] weight, Workers workers) {
        int n = label.length;
        double[][] x = rows(inputs, n);
        double[] balanced = balanced(label, weight);
        int neighbours = Math.min(n - 1, (int) (2 * Math.sqrt(n)));
        double[] out = new double[n];
        workers.forEach(SHARDS, shard -> {
            double[] distance = new double[n];
            double[] scratch = new double[n];
            for (int i = shard; i < n; i += SHARDS) {
                out[i] = score(x, i, label, balanced, neighbours, distance, scratch);
            }
        });
        return out;
    }

    private static double score(
            double[][] x, int i, int[] label, double[] weight, int neighbours, double[] distance, double[] scratch) {
        int n = distance.length;
        double[] here = x[i];
        for (int j = 0; j < n; j++) {
            double[] there = x[j];
            double sum = 0;
            for (int k = 0; k < here.length; k++) {
                double d = here[k] - there[k];
                sum += d * d;
            }
            distance[j] = sum;
        }
        distance[i] = Double.POSITIVE_INFINITY;
        System.arraycopy(distance, 0, scratch, 0, n);
        double square = Selection.smallest(scratch, neighbours - 1);
        double[] sums = new double[2];
        for (int j = 0; j < n; j++) {
            if (distance[j] <= square) {
                double u = square > 0 ? 1 - distance[j] / square : 1;
                sums[label[j]] += weight[j] * u * u;
            }
        }
        double all = sums[0] + sums[1];
        return all > 0 ? sums[1] / all : 0.5;
    }

    /** Returns absolute weights with the same sum in both classes. */
    private static double[] balanced(int[] label, double[] weight) {
        double[] sum = new double[2];
        for (int i = 0; i < label.length; i++) {
            sum[label[i]] += Math.abs(weight[i]);
        }
        double[] out = new double[label.length];
        for (int i = 0; i < label.length; i++) {
            out[i] = Math.abs(weight[i]) / sum[label[i]];
        }
        return out;
    }

    /** Returns the inputs row by row, each of mean 0 and standard deviation 1 over its finite values, and 0 where it has none. */
    private static double[][] rows(double[][] inputs, int n) {
        double[][] rows = new double[n][inputs.length];
        for (int k = 0; k < inputs.length; k++) {
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (double v : inputs[k]) {
                if (Double.isFinite(v)) {
                    sum += v;
                    count++;
                }
            }
            double mean = count == 0 ? 0 : sum / count;
            for (double v : inputs[k]) {
                squares += Double.isFinite(v) ? (v - mean) * (v - mean) : 0;
            }
            double deviation = squares > 0 ? Math.sqrt(squares / count) : 1;
            for (int i = 0; i < n; i++) {
                double v = inputs[k][i];
                rows[i][k] = Double.isFinite(v) ? (v - mean) / deviation : 0;
            }
        }
        return rows;
    }
}
