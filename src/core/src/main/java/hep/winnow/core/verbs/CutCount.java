package hep.winnow.core.verbs;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.step.PartForm;
import hep.winnow.core.hist.FillKey;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Events that are left, per sample and class: raw number, Σw and Σw². */
public final class CutCount {
    /** How counts are kept in a file. */
    public static final PartForm<CutCount> FORM = new Form();

    private final Map<FillKey, double[]> counts = new TreeMap<>();

    /** Returns the count of all events of a block. */
    public static CutCount of(EventTable block) {
        CutCount count = new CutCount();
        count.add(block);
        return count;
    }

    /** Neighbours are mostly of one class, so that the last sums are looked at first. */
    private void add(EventTable block) {
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

    /** Adds what another holds. */
    public void add(CutCount other) {
        other.counts.forEach((key, more) -> {
            double[] sums = counts.computeIfAbsent(key, k -> new double[3]);
            for (int i = 0; i < 3; i++) {
                sums[i] += more[i];
            }
        });
    }

    /** Returns raw number, Σw and Σw² by sample and class. */
    public Map<FillKey, double[]> counts() {
        return counts;
    }

    private static final class Form implements PartForm<CutCount> {
        @Override
        public void write(CutCount part, DataOutput out) throws IOException {
            out.writeInt(part.counts.size());
            for (Map.Entry<FillKey, double[]> entry : part.counts.entrySet()) {
                entry.getKey().write(out);
                for (double sum : entry.getValue()) {
                    out.writeDouble(sum);
                }
            }
        }

        @Override
        public CutCount read(DataInput in) throws IOException {
            CutCount count = new CutCount();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                FillKey key = FillKey.read(in);
                count.counts.put(key, new double[] {in.readDouble(), in.readDouble(), in.readDouble()});
            }
            return count;
        }

        @Override
        public CutCount scaled(CutCount part, IntToDoubleFunction factor) {
            part.counts.forEach((key, sums) -> {
                double f = factor.applyAsDouble(key.sample());
                sums[1] *= f;
                sums[2] *= f * f;
            });
            return part;
        }
    }
}
