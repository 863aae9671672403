package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.learn.Balance;
import hep.winnow.api.learn.NegativeWeights;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns physical weights into training weights: negative ones treated as the macro says, classes balanced, mean 1 over the train part. The factors are found on
 * the train part and used on both.
 */
final class TrainingWeights {
    private final NegativeWeights policy;
    private final boolean isOneGroup;
    private final double[] factors;

    private TrainingWeights(NegativeWeights policy, boolean isOneGroup, double[] factors) {
        this.policy = policy;
        this.isOneGroup = isOneGroup;
        this.factors = factors;
    }

    static TrainingWeights of(EventTable train, Task task, List<String> classes, TrainingOptions options) {
        Gathering gathering = new Gathering(task, classes, options);
        gathering.add(train);
        return gathering.weights();
    }

    /** The weights of a train part, that may come block by block. */
    static final class Gathering {
        private final List<String> classes;
        private final TrainingOptions options;
        private final TrainingWeights raw;
        private final double[] sums;
        private long events;
        private long negative;
        private long kept;

        Gathering(Task task, List<String> classes, TrainingOptions options) {
            this.classes = classes;
            this.options = options;
            boolean isOneGroup = task == Task.REGRESSION || task == Task.UNSUPERVISED;
            this.raw = new TrainingWeights(options.negw(), isOneGroup, new double[0]);
            this.sums = new double[isOneGroup ? 1 : classes.size()];
        }

        /** Adds a block, and returns those of its events that take part. */
        EventTable add(EventTable block) {
            events += block.size();
            for (double w : block.weight()) {
                negative += w < 0 ? 1 : 0;
            }
            EventTable part = raw.keep(block);
            for (int i = 0; i < part.size(); i++) {
                sums[raw.group(part, i)] += raw.signed(part.weight()[i]);
            }
            kept += part.size();
            return part;
        }

        /** Returns how many events were left out. */
        long dropped() {
            return events - kept;
        }

        TrainingWeights weights() {
            if (options.negw() == NegativeWeights.ERROR && negative > 0) {
                throw UserError.data(
                        negative + " of " + events + " train events have a negative weight",
                        "negw=error refuses them; negw=keep trains with their sign");
            }
            for (int c = 0; c < sums.length; c++) {
                if (!(sums[c] > 0)) {
                    String what = raw.isOneGroup ? "the train events have" : "class '" + classes.get(c) + "' has";
                    throw UserError.data(
                            what + " a sum of weights of " + sums[c] + " in the train part",
                            "a learner needs events of every class, with a positive sum of weights");
                }
            }
            double[] factors = new double[sums.length];
            double total = Arrays.stream(sums).sum();
            for (int c = 0; c < sums.length; c++) {
                boolean isEqual = options.balance() == Balance.EQUAL_SUMW;
                factors[c] = isEqual ? kept / (sums.length * sums[c]) : kept / total;
            }
            return new TrainingWeights(options.negw(), raw.isOneGroup, factors);
        }
    }

    private int group(EventTable table, int i) {
        return isOneGroup ? 0 : table.classIndex()[i];
    }

    private double signed(double weight) {
        return policy == NegativeWeights.ABS ? Math.abs(weight) : weight;
    }

    /** Returns the events that take part. */
    EventTable keep(EventTable table) {
        if (policy != NegativeWeights.IGNORE) {
            return table;
        }
        int[] rows = IntStream.range(0, table.size())
                .filter(i -> table.weight()[i] >= 0)
                .toArray();
        return Tables.rows(table, rows);
    }

    /** Returns the training weights of events. */
    double[] of(EventTable table) {
        return of(table.weight(), table.classIndex());
    }

    /** As {@link #of(EventTable)}, of physical weights and classes. */
    double[] of(double[] weight, int[] classIndex) {
        double[] out = new double[weight.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = signed(weight[i]) * factors[isOneGroup ? 0 : classIndex[i]];
        }
        return out;
    }
}
