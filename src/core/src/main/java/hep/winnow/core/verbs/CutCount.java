package hep.winnow.core.verbs;

import java.util.Map;
import java.util.TreeMap;

/** Events that are left, per sample and class: raw number, Σw and Σw². */
final class CutCount {
    private final Map<HistFill.Key, double[]> counts = new TreeMap<>();

    void add(int sample, int classIndex, double weight) {
        double[] sums = counts.computeIfAbsent(new HistFill.Key(sample, classIndex), k -> new double[3]);
        sums[0]++;
        sums[1] += weight;
        sums[2] += weight * weight;
    }

    void add(CutCount other) {
        other.counts.forEach((key, more) -> {
            double[] sums = counts.computeIfAbsent(key, k -> new double[3]);
            for (int i = 0; i < 3; i++) {
                sums[i] += more[i];
            }
        });
    }

    /** Returns raw number, Σw and Σw² by sample and class. */
    Map<HistFill.Key, double[]> counts() {
        return counts;
    }
}
