package hep.winnow.neural.loss;

import hep.winnow.api.learn.Task;
import hep.winnow.api.step.Choice;
import hep.winnow.api.step.Option;
import java.util.List;

/** What training makes small. */
public sealed interface Loss {
    /** Returns the word of the macro language. */
    String word();

    /** Returns whether it is for a task. */
    boolean fits(Task task);

    /** Returns the loss of a task for which the macro names none. */
    static Loss habitOf(Task task) {
        return task == Task.BINARY || task == Task.MULTICLASS ? new CrossEntropy() : new Mse();
    }

    /** -log of the probability of the true class: of a sigmoid output for two classes, of softmax outputs for more. */
    @Choice(value = "cross_entropy", doc = "-log of the probability of the true class; for classes")
    record CrossEntropy() implements Loss {
        @Override
        public String word() {
            return "cross_entropy";
        }

        @Override
        public boolean fits(Task task) {
            return task == Task.BINARY || task == Task.MULTICLASS;
        }
    }

    /** Mean over the outputs of (output - target)², with targets 0 and 1 for classes. */
    @Choice(value = "mse", doc = "(output - target)^2, with targets 0 and 1 for classes; predicts the mean")
    record Mse() implements Loss {
        @Override
        public String word() {
            return "mse";
        }

        @Override
        public boolean fits(Task task) {
            return true;
        }
    }

    /** |output - target|. */
    @Choice(value = "mae", doc = "|output - target|; predicts the median")
    record Mae() implements Loss {
        @Override
        public String word() {
            return "mae";
        }

        @Override
        public boolean fits(Task task) {
            return task == Task.REGRESSION || task == Task.UNSUPERVISED;
        }
    }

    /** Half the square of the miss where it is small, and straight beyond (Huber 1964). */
    @Choice(value = "huber", doc = "d^2/2 of a miss d up to delta, delta*(|d| - delta/2) beyond; outliers pull less")
    record Huber(
            @Option(
                    doc = "where it turns straight, in standard deviations of the target",
                    value = "1",
                    min = 0,
                    aboveMin = true)
            double delta)
            implements Loss {
        @Override
        public String word() {
            return "huber";
        }

        @Override
        public boolean fits(Task task) {
            return task == Task.REGRESSION || task == Task.UNSUPERVISED;
        }
    }

    /** Predicts quantiles, one output each (Koenker and Bassett 1978). */
    @Choice(
            value = "pinball",
            doc =
                    "predicts quantiles of the target: the one next to 0.5 is the model's value, and NAME.q16 that of 0.16")
    record Pinball(
            @Option(doc = "which, rising", value = "[0.16, 0.5, 0.84]", min = 0)
            List<Double> quantiles) implements Loss {
        public Pinball {
            quantiles = List.copyOf(quantiles);
            double last = 0;
            for (double q : quantiles) {
                if (!(q > last && q < 1)) {
                    throw new IllegalArgumentException(
                            "quantiles must rise between 0 and 1, found " + quantiles + ": such as [0.16, 0.5, 0.84]");
                }
                last = q;
            }
            if (quantiles.isEmpty()) {
                throw new IllegalArgumentException("loss=pinball needs at least one quantile, such as [0.5]");
            }
        }

        @Override
        public String word() {
            return "pinball";
        }

        @Override
        public boolean fits(Task task) {
            return task == Task.REGRESSION;
        }

        /** Returns the index of the quantile next to the median. */
        public int middle() {
            int best = 0;
            for (int j = 1; j < quantiles.size(); j++) {
                if (Math.abs(quantiles.get(j) - 0.5) < Math.abs(quantiles.get(best) - 0.5)) {
                    best = j;
                }
            }
            return best;
        }

        /** Returns the name of each quantile's output: {@code q16} for 0.16, {@code q2_5} for 0.025. */
        public List<String> names() {
            return quantiles.stream().map(Pinball::name).toList();
        }

        private static String name(double quantile) {
            return "q"
                    + new java.math.BigDecimal(Double.toString(quantile))
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString()
                            .replace('.', '_');
        }
    }
}
