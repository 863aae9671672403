package hep.winnow.neural.loss;

import hep.winnow.api.learn.Examples;
import hep.winnow.kernels.DoubleMath;

/** What makes scores of the last layer's sums. */
public sealed interface Head {
    /** Returns the word that a kept model has for it. */
    String word();

    /** Returns the number of scores for this number of sums. */
    int outputs(int sums);

    /** Writes the scores of one event to {@code out}, from {@code at} on. */
    void score(float[] sums, int n, double[] out, int at);

    /** Returns the head of a task; for a regression it standardises the target. */
    static Head of(Examples train) {
        return switch (train.task()) {
            case BINARY -> new Sigmoid();
            case MULTICLASS -> new Softmax();
            case REGRESSION -> Linear.fit(train.target(), train.weight());
            case UNSUPERVISED -> throw new IllegalArgumentException("an unsupervised task has no head of its own");
        };
    }

    /** Two classes: the probability of signal is the sigmoid of one sum. */
    record Sigmoid() implements Head {
        @Override
        public String word() {
            return "sigmoid";
        }

        @Override
        public int outputs(int sums) {
            return 1;
        }

        @Override
        public void score(float[] sums, int n, double[] out, int at) {
            out[at] = DoubleMath.sigmoid(sums[0]);
        }
    }

    /** Several classes: probabilities e^z_j / Σ e^z_m. */
    record Softmax() implements Head {
        @Override
        public String word() {
            return "softmax";
        }

        @Override
        public int outputs(int sums) {
            return sums;
        }

        @Override
        public void score(float[] sums, int n, double[] out, int at) {
            double max = sums[0];
            for (int j = 1; j < n; j++) {
                max = Math.max(max, sums[j]);
            }
            double total = 0;
            for (int j = 0; j < n; j++) {
                out[at + j] = DoubleMath.exp(sums[j] - max);
                total += out[at + j];
            }
            for (int j = 0; j < n; j++) {
                out[at + j] /= total;
            }
        }
    }

    /**
     * A number: mean + scale·sum, where mean and scale standardise the targets of the train part.
     *
     * @param mean of the targets
     * @param scale their standard deviation, above 0
     */
    record Linear(double mean, double scale) implements Head {
        @Override
        public String word() {
            return "linear";
        }

        @Override
        public int outputs(int sums) {
            return 1;
        }

        @Override
        public void score(float[] sums, int n, double[] out, int at) {
            out[at] = mean + scale * sums[0];
        }

        /**
         * Returns the head that standardises {@code target} by the weighted mean and standard deviation. Where negative weights leave no positive variance, absolute
         * weights are used; for a constant target the scale is 1.
         */
        public static Linear fit(double[] target, double[] weight) {
            Linear signed = fit(target, weight, false);
            return signed.scale > 0 ? signed : positive(fit(target, weight, true));
        }

        private static Linear positive(Linear fit) {
            return fit.scale > 0 ? fit : new Linear(fit.mean, 1);
        }

        private static Linear fit(double[] target, double[] weight, boolean absolute) {
            double sum = 0;
            double mean = 0;
            for (int i = 0; i < target.length; i++) {
                double w = absolute ? Math.abs(weight[i]) : weight[i];
                sum += w;
                mean += w * target[i];
            }
            mean /= sum;
            double variance = 0;
            for (int i = 0; i < target.length; i++) {
                double w = absolute ? Math.abs(weight[i]) : weight[i];
                double d = target[i] - mean;
                variance += w * d * d;
            }
            return new Linear(mean, Math.sqrt(variance / sum));
        }
    }
}
