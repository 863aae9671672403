package hep.winnow.neural.loss;

import hep.winnow.api.graph.Function;
import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.Examples;
import hep.winnow.kernels.DoubleMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What makes scores of the last layer's sums. */
public sealed interface Head {
    /** Returns the word that a kept model has for it. */
    String word();

    /** Returns the number of scores for this number of sums. */
    int outputs(int sums);

    /** Returns how many of them are the main ones, which come first. */
    default int mainOutputs(int sums) {
        return outputs(sums);
    }

    /** Writes the scores of one event to {@code out}, from {@code at} on. */
    void score(float[] sums, int n, double[] out, int at);

    /** Adds what makes scores of node {@code sums}, and returns its index. */
    int add(Graph.Builder graph, int sums);

    /** Returns the head of a task and loss; for a regression it standardises the target. */
    static Head of(Examples train, Loss loss) {
        return switch (train.task()) {
            case BINARY -> new Sigmoid();
            case MULTICLASS -> new Softmax();
            case REGRESSION -> train.targets() > 1 ? Several.fit(train) : regression(Linear.fit(train, 0), loss);
            case UNSUPERVISED -> throw new IllegalArgumentException("an unsupervised task has no head of its own");
        };
    }

    private static Head regression(Linear linear, Loss loss) {
        return loss instanceof Loss.Pinball pinball
                ? new Quantiles(linear.mean, linear.scale, pinball.quantiles().size(), pinball.middle())
                : linear;
    }

    /** A head that makes numbers of standardised ones. */
    sealed interface Scaled extends Head {
        /** Returns what is standardised to 0. */
        double mean();

        /** Returns what is standardised to 1, above 0. */
        double scale();

        /** Returns the number of sums that it takes. */
        int sums();

        /** Returns the targets standardised. */
        default double[] standardised(double[] target) {
            double[] out = new double[target.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = (target[i] - mean()) / scale();
            }
            return out;
        }
    }

    /**
     * Several numbers: each mean_j + scale_j·sum_j.
     *
     * @param each what standardises each target
     */
    record Several(List<Linear> each) implements Head {
        public Several {
            each = List.copyOf(each);
        }

        /** Returns the head that standardises each target for itself, like {@link Linear#fit}. */
        static Several fit(Examples train) {
            List<Linear> each = new ArrayList<>();
            for (int j = 0; j < train.targets(); j++) {
                each.add(Linear.fit(train, j));
            }
            return new Several(each);
        }

        /** Returns targets, row by row, standardised. */
        float[] standardised(double[] target) {
            float[] out = new float[target.length];
            for (int i = 0; i < out.length; i++) {
                Linear linear = each.get(i % each.size());
                out[i] = (float) ((target[i] - linear.mean) / linear.scale);
            }
            return out;
        }

        @Override
        public int add(Graph.Builder graph, int sums) {
            return graph.add(
                    new Operation.Scale(
                            new double[each.size()],
                            each.stream().mapToDouble(Linear::scale).toArray(),
                            each.stream().mapToDouble(Linear::mean).toArray()),
                    Precision.DOUBLE,
                    sums);
        }

        @Override
        public String word() {
            return "several";
        }

        @Override
        public int outputs(int sums) {
            return sums;
        }

        @Override
        public void score(float[] z, int n, double[] out, int at) {
            for (int j = 0; j < n; j++) {
                out[at + j] = each.get(j).mean + each.get(j).scale * z[j];
            }
        }
    }

    /**
     * Quantiles of a number: first the middle one, then all of them, rising. Each is mean + scale·sum, and then they are sorted, as estimates may cross (Chernozhukov, Fernandez-Val and Galichon 2010).
     *
     * @param mean of the targets
     * @param scale their standard deviation, above 0
     * @param sums number of quantiles
     * @param middle index of the one that comes first
     */
    record Quantiles(double mean, double scale, int sums, int middle) implements Scaled {
        @Override
        public int add(Graph.Builder graph, int given) {
            int all = graph.add(Operation.Scale.of(scale, mean), Precision.DOUBLE, given);
            int sorted = graph.add(new Operation.Sort(), Precision.DOUBLE, all);
            int first = graph.add(new Operation.Select(new int[] {middle}), Precision.DOUBLE, sorted);
            return graph.add(new Operation.Join(), Precision.DOUBLE, first, sorted);
        }

        @Override
        public String word() {
            return "quantiles";
        }

        @Override
        public int outputs(int given) {
            return given + 1;
        }

        @Override
        public int mainOutputs(int given) {
            return 1;
        }

        @Override
        public void score(float[] z, int n, double[] out, int at) {
            for (int j = 0; j < n; j++) {
                out[at + 1 + j] = mean + scale * z[j];
            }
            Arrays.sort(out, at + 1, at + 1 + n);
            out[at] = out[at + 1 + middle];
        }
    }

    /** Two classes: the probability of signal is the sigmoid of one sum. */
    record Sigmoid() implements Head {
        @Override
        public int add(Graph.Builder graph, int sums) {
            return graph.add(new Operation.Apply(Function.SIGMOID, 0), Precision.DOUBLE, sums);
        }

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
        public int add(Graph.Builder graph, int sums) {
            return graph.add(new Operation.Softmax(graph.width(sums)), Precision.DOUBLE, sums);
        }

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
    record Linear(double mean, double scale) implements Scaled {
        @Override
        public int sums() {
            return 1;
        }

        @Override
        public int add(Graph.Builder graph, int sums) {
            return graph.add(Operation.Scale.of(scale, mean), Precision.DOUBLE, sums);
        }

        @Override
        public String word() {
            return "linear";
        }

        @Override
        public int outputs(int given) {
            return 1;
        }

        @Override
        public void score(float[] z, int n, double[] out, int at) {
            out[at] = mean + scale * z[0];
        }

        /**
         * Returns the head that standardises target {@code which} of some events by the weighted mean and standard deviation. Where negative weights leave no positive variance, absolute
         * weights are used; for a constant target the scale is 1.
         */
        public static Linear fit(Examples events, int which) {
            Linear signed = fit(events, which, false);
            return signed.scale > 0 ? signed : positive(fit(events, which, true));
        }

        private static Linear positive(Linear fit) {
            return fit.scale > 0 ? fit : new Linear(fit.mean, 1);
        }

        private static Linear fit(Examples events, int which, boolean absolute) {
            double[] sums = new double[3];
            events.forEachPart(part -> {
                for (int i = 0; i < part.size(); i++) {
                    double w = absolute ? Math.abs(part.weight()[i]) : part.weight()[i];
                    sums[0] += w;
                    sums[1] += w * part.target()[i * part.targets() + which];
                }
            });
            double mean = sums[1] / sums[0];
            events.forEachPart(part -> {
                for (int i = 0; i < part.size(); i++) {
                    double w = absolute ? Math.abs(part.weight()[i]) : part.weight()[i];
                    double d = part.target()[i * part.targets() + which] - mean;
                    sums[2] += w * d * d;
                }
            });
            return new Linear(mean, Math.sqrt(sums[2] / sums[0]));
        }
    }
}
