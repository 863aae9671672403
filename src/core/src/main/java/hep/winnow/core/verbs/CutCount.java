package hep.winnow.core.verbs;

import hep.winnow.api.event.EventTable;
import hep.winnow.core.hist.FillKey;
import java.util.Map;
import java.util.TreeMap;

/** Events that are left, per sample and class: raw number, Σw and Σw². */
final class CutCount {
    private final Map<FillKey, double[]> counts = new TreeMap<>();

    /** Adds all events of a block. Neighbours are mostly of one class, so that the last sums are looked at first. */
    void add(EventTable block) {
        int[] samples = block.sampleIndex();
        int[] classes = block.classIndex();
        double[] weights = block.weight();
        double[] sums = {};
        for (int i = 0; i < weights.length; i++) {
            if (i == 0 || samples[i] != samples[i - 1] || classes[i] != classes[i - 1]) {
                sums = counts.computeIfAbsent(new FillKey(samples[i], classes[i]), k -> new double[3]);
            }
            sums[0]++;
            sums[1] += weights[i];
            sums[2] += weights[i] * weights[i];
        }
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
    Map<FillKey, double[]> counts() {
        return counts;
    }
}
