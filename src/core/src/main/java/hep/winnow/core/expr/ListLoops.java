package hep.winnow.core.expr;

import java.util.Arrays;

/** Loops over the elements {@code from} to {@code to - 1} of flat arrays: the list of one event. */
final class ListLoops {
    private static final int SHORT = 24;

    private ListLoops() {}

    /** What a list comes down to. */
    interface Reduction {
        double of(double[] values, int from, int to);
    }

    static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    static double mean(double[] values, int from, int to) {
        return sum(values, from, to) / (to - from);
    }

    static double min(double[] values, int from, int to) {
        double best = from < to ? values[from] : Double.NaN;
        for (int i = from + 1; i < to; i++) {
            best = Math.min(best, values[i]);
        }
        return best;
    }

    static double max(double[] values, int from, int to) {
        double best = from < to ? values[from] : Double.NaN;
        for (int i = from + 1; i < to; i++) {
            best = Math.max(best, values[i]);
        }
        return best;
    }

    static double indexOfMin(double[] values, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(values[i])) {
                return Double.NaN;
            }
            best = values[i] < values[best] ? i : best;
        }
        return from < to ? best - from : Double.NaN;
    }

    static double indexOfMax(double[] values, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(values[i])) {
                return Double.NaN;
            }
            best = values[i] > values[best] ? i : best;
        }
        return from < to ? best - from : Double.NaN;
    }

    /** Returns the place of element {@code index} of a list, counted from its end if it is negative; -1 if there is none. */
    static int place(double index, int from, int to) {
        double place = (index < 0 ? to : from) + index;
        return index == Math.rint(index) && place >= from && place < to ? (int) place : -1;
    }

    /** Writes the places of a list's elements in the order of their keys: NaN last, equal keys as they stood. */
    static void order(double[] keys, boolean isDescending, int from, int to, int[] out) {
        for (int i = from; i < to; i++) {
            out[i] = i;
        }
        if (to - from > SHORT) {
            Integer[] places = new Integer[to - from];
            Arrays.setAll(places, i -> from + i);
            Arrays.sort(places, (a, b) -> compare(keys[a], keys[b], isDescending));
            for (int i = from; i < to; i++) {
                out[i] = places[i - from];
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int k = i;
            while (k > from && compare(keys[out[k - 1]], keys[i], isDescending) > 0) {
                out[k] = out[k - 1];
                k--;
            }
            out[k] = i;
        }
    }

    private static int compare(double a, double b, boolean isDescending) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
        }
        return isDescending ? Double.compare(b, a) : Double.compare(a, b);
    }
}
