package hep.winnow.evaluation;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;

/**
 * A scorer that saw train and test alike: for each event the share of signal among its nearest neighbours in both parts together, itself left out, classes balanced.
 * As the parts take the same role in it, any difference of its areas on train and test comes from the events that happen to be in them, and none from learning.
 *
 * <p>Neighbours are sought among all events or, if there are many, among {@value #MOST_CANDIDATES} of them, spread evenly over both parts. Inputs are scaled to a standard
 * deviation of 1; a missing value counts as the mean. With m candidates a neighbour at distance d weighs (1 − (d/h)²)² up to the distance h of neighbour number 2√m,
 * times the absolute value of its weight. O(events · candidates · inputs).
 */
final class NeighbourReference {
    /** Events times candidates times inputs: a few seconds on one thread. Beyond it the plain gap is sharp enough. */
    private static final double COST_LIMIT = 3e9;

    /** Cost of selecting a neighbour, in inputs. */
    private static final int SELECTION_COST = 8;

    private static final int LEAST_EVENTS = 20;
    private static final int MOST_CANDIDATES = 2000;
    private static final int SHARDS = 32;

    private NeighbourReference() {}

    /** Tells whether a reference of that many events and inputs can be made in a few seconds. */
    static boolean isAffordable(int n, int inputs) {
        double candidates = Math.min(n, MOST_CANDIDATES);
        return n >= LEAST_EVENTS && n * candidates * (inputs + SELECTION_COST) <= COST_LIMIT;
    }

    /** Returns how many neighbours each of {@code n} events is given. */
    static int neighbours(int n) {
        int candidates = Math.min(n, MOST_CANDIDATES);
        return Math.min(candidates - 1, (int) (2 * Math.sqrt(candidates)));
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
        int[] candidates = candidates(n);
        double[][] x = rows(inputs, n);
        double[] balanced = balanced(label, weight);
        int neighbours = neighbours(n);
        double[] out = new double[n];
        workers.forEach(SHARDS, shard -> {
            double[] distance = new double[candidates.length];
            double[] scratch = new double[candidates.length];
            for (int i = shard; i < n; i += SHARDS) {
                measure(x, i, candidates, distance);
                System.arraycopy(distance, 0, scratch, 0, distance.length);
                double square = Selection.smallest(scratch, neighbours - 1);
                out[i] = share(distance, square, candidates, label, balanced);
            }
        });
        return out;
    }

    /** Returns one event out of each of equal stretches, at a place that no period in the order of the events can follow. */
    private static int[] candidates(int n) {
        int[] out = new int[Math.min(n, MOST_CANDIDATES)];
        for (int k = 0; k < out.length; k++) {
            int from = (int) ((long) k * n / out.length);
            int to = (int) ((k + 1L) * n / out.length);
            out[k] = from + (int) Long.remainderUnsigned(RandomStream.mix(k), to - from);
        }
        return out;
    }

    /** Writes the squares of the distances of event {@code i} to all candidates; to itself it is infinite. */
    private static void measure(double[][] x, int i, int[] candidates, double[] distance) {
        double[] here = x[i];
        for (int j = 0; j < candidates.length; j++) {
            double[] there = x[candidates[j]];
            double sum = 0;
            for (int k = 0; k < here.length; k++) {
                double d = here[k] - there[k];
                sum += d * d;
            }
            distance[j] = candidates[j] == i ? Double.POSITIVE_INFINITY : sum;
        }
    }

    /** Returns the share of signal among candidates nearer than the root of {@code square}; 0.5 if there are none. */
    private static double share(double[] distance, double square, int[] candidates, int[] label, double[] weight) {
        double[] sums = new double[2];
        for (int j = 0; j < distance.length; j++) {
            if (distance[j] <= square) {
                double u = square > 0 ? 1 - distance[j] / square : 1;
                sums[label[candidates[j]]] += weight[candidates[j]] * u * u;
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
