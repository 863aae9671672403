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
        boolean isOneGroup = task == Task.REGRESSION || task == Task.UNSUPERVISED;
        TrainingWeights raw = new TrainingWeights(options.negw(), isOneGroup, new double[0]);
        if (options.negw() == NegativeWeights.ERROR) {
            long negative = Arrays.stream(train.weight()).filter(w -> w < 0).count();
            if (negative > 0) {
                throw UserError.data(
                        negative + " of " + train.size() + " train events have a negative weight",
                        "negw=error refuses them; negw=keep trains with their sign");
            }
        }
        EventTable kept = raw.keep(train);
        int groups = isOneGroup ? 1 : classes.size();
        double[] sums = new double[groups];
        for (int i = 0; i < kept.size(); i++) {
            sums[raw.group(kept, i)] += raw.signed(kept.weight()[i]);
        }
        for (int c = 0; c < groups; c++) {
            if (!(sums[c] > 0)) {
                String what = isOneGroup ? "the train events have" : "class '" + classes.get(c) + "' has";
                throw UserError.data(
                        what + " a sum of weights of " + sums[c] + " in the train part",
                        "a learner needs events of every class, with a positive sum of weights");
            }
        }
        double[] factors = new double[groups];
        double total = Arrays.stream(sums).sum();
        for (int c = 0; c < groups; c++) {
            boolean isEqual = options.balance() == Balance.EQUAL_SUMW;
            factors[c] = isEqual ? kept.size() / (groups * sums[c]) : kept.size() / total;
        }
        return new TrainingWeights(options.negw(), isOneGroup, factors);
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
        double[] out = new double[table.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = signed(table.weight()[i]) * factors[group(table, i)];
        }
        return out;
    }
}
