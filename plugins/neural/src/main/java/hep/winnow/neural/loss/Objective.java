package hep.winnow.neural.loss;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.kernels.DoubleMath;
import hep.winnow.kernels.FloatMath;
import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * The loss of events, as a function of the last layer's sums z, and its gradient. Computed from z and not from the scores, so that it stays finite where a score saturates. Safe for several threads.
 */
public interface Objective {
    /** Returns the loss of an event, without its weight. */
    double loss(float[] z, int event);

    /** Writes the gradient of factor·loss by z to {@code delta}. */
    void gradient(float[] z, int event, float factor, float[] delta);

    /**
     * Writes the gradients of several events.
     *
     * @param z sums, a row per event
     * @param delta where the gradients go, a row per event
     */
    default void gradients(FloatMatrix z, Pick pick, FloatMatrix delta) {
        for (int i = 0; i < pick.size(); i++) {
            gradient(z.row(i), pick.event(i), pick.factors()[i], delta.row(i));
        }
    }

    /** Returns what the loss is to be multiplied with to be told, in units that the user knows. */
    default double unit() {
        return 1;
    }

    /** Returns what tells it from other objectives of the same events: checkpoints are held to it, so that all settings must stand in it. */
    default String text() {
        return getClass().getSimpleName();
    }

    /** Returns what is added to the mean loss of a batch, if anything couples its events. Each call makes one of its own, for one thread. */
    default Optional<BatchTerm> batchTerm() {
        return Optional.empty();
    }

    /** Returns the objective of a task; several targets are standardised, and so is their loss. */
    static Objective of(Loss loss, Examples examples, Head head) {
        if (head instanceof Head.Several several) {
            return new Rows(
                    Pointwise.of(loss),
                    several.standardised(examples.target()),
                    several.each().size());
        }
        if (examples.task() == Task.REGRESSION) {
            Head.Scaled scaled = (Head.Scaled) head;
            return new Targets(
                    Pointwise.of(loss), scaled.standardised(examples.target()), scaled.sums(), scaled.scale());
        }
        if (examples.task() == Task.BINARY) {
            return loss instanceof Loss.Mse
                    ? new BinarySquares(examples.label())
                    : new BinaryCrossEntropy(examples.label());
        }
        return loss instanceof Loss.Mse
                ? new SoftmaxSquares(examples.label(), examples.classes())
                : new SoftmaxCrossEntropy(examples.label(), examples.classes());
    }

    /** log(1 + e^-z) for signal, log(1 + e^z) for background. */
    record BinaryCrossEntropy(int[] label) implements Objective {
        @Override
        public double loss(float[] z, int event) {
            return DoubleMath.softplus(label[event] == 1 ? -z[0] : z[0]);
        }

        @Override
        public void gradient(float[] z, int event, float factor, float[] delta) {
            boolean signal = label[event] == 1;
            delta[0] = factor * (signal ? -FloatMath.sigmoid(-z[0]) : FloatMath.sigmoid(z[0]));
        }

        /** {@inheritDoc} The sigmoids of all events at once. */
        @Override
        public void gradients(FloatMatrix z, Pick pick, FloatMatrix delta) {
            float[] sigmoid = pick.work();
            for (int i = 0; i < pick.size(); i++) {
                sigmoid[i] = sign(pick.event(i)) * z.row(i)[0];
            }
            FloatMath.sigmoid(sigmoid, sigmoid, pick.size());
            for (int i = 0; i < pick.size(); i++) {
                delta.row(i)[0] = pick.factors()[i] * (sign(pick.event(i)) * sigmoid[i]);
            }
        }

        /** -1 for signal, without a branch that is guessed wrong every other time. */
        private float sign(int event) {
            return 1 - 2 * label[event];
        }
    }

    /** (sigmoid z - label)². */
    record BinarySquares(int[] label) implements Objective {
        @Override
        public double loss(float[] z, int event) {
            double miss = DoubleMath.sigmoid(label[event] == 1 ? -z[0] : z[0]);
            return miss * miss;
        }

        @Override
        public void gradient(float[] z, int event, float factor, float[] delta) {
            boolean signal = label[event] == 1;
            float miss = FloatMath.sigmoid(signal ? -z[0] : z[0]);
            float hit = FloatMath.sigmoid(signal ? z[0] : -z[0]);
            delta[0] = factor * (signal ? -2 : 2) * miss * miss * hit;
        }
    }

    /** log Σ_j e^z_j - z_label. */
    record SoftmaxCrossEntropy(int[] label, int classes) implements Objective {
        @Override
        public double loss(float[] z, int event) {
            double truth = z[label[event]];
            double max = truth;
            for (int j = 0; j < classes; j++) {
                max = Math.max(max, z[j]);
            }
            double sum = 0;
            for (int j = 0; j < classes; j++) {
                sum += DoubleMath.exp(z[j] - max);
            }
            return max - truth + DoubleMath.log(sum);
        }

        @Override
        public void gradient(float[] z, int event, float factor, float[] delta) {
            softmax(z, classes, delta);
            delta[label[event]] -= 1;
            for (int j = 0; j < classes; j++) {
                delta[j] *= factor;
            }
        }
    }

    /** Mean over the classes of (softmax_j - [j is the label])². */
    record SoftmaxSquares(int[] label, int classes) implements Objective {
        @Override
        public double loss(float[] z, int event) {
            double[] p = new double[classes];
            new Head.Softmax().score(z, classes, p, 0);
            p[label[event]] -= 1;
            return Arrays.stream(p).map(d -> d * d).sum() / classes;
        }

        @Override
        public void gradient(float[] z, int event, float factor, float[] delta) {
            softmax(z, classes, delta);
            float mean = -delta[label[event]];
            for (int j = 0; j < classes; j++) {
                mean = Math.fma(delta[j], delta[j], mean);
            }
            for (int j = 0; j < classes; j++) {
                float miss = j == label[event] ? delta[j] - 1 : delta[j];
                delta[j] = factor * 2 / classes * delta[j] * (miss - mean);
            }
        }
    }

    /**
     * One target per event for all outputs: the mean over the outputs of a pointwise loss.
     *
     * @param target of each event, standardised
     * @param outputs how many
     * @param scale what the targets are standardised by
     */
    record Targets(Pointwise pointwise, double[] target, int outputs, double scale) implements Objective {
        @Override
        public double loss(float[] z, int event) {
            double sum = 0;
            for (int j = 0; j < outputs; j++) {
                sum += pointwise.loss(z[j], target[event], j);
            }
            return sum / outputs;
        }

        @Override
        public void gradient(float[] z, int event, float factor, float[] delta) {
            float t = (float) target[event];
            for (int j = 0; j < outputs; j++) {
                delta[j] = factor / outputs * pointwise.slope(z[j], t, j);
            }
        }

        @Override
        public double unit() {
            return pointwise.unit(scale);
        }

        @Override
        public String text() {
            return pointwise.toString();
        }
    }

    /**
     * A target per event and output: the mean over the outputs of a pointwise loss. For several targets.
     *
     * @param target row by row (events x outputs)
     */
    record Rows(Pointwise pointwise, float[] target, int outputs) implements Objective {
        @Override
        public double loss(float[] z, int event) {
            double sum = 0;
            for (int j = 0; j < outputs; j++) {
                sum += pointwise.loss(z[j], target[event * outputs + j], j);
            }
            return sum / outputs;
        }

        @Override
        public void gradient(float[] z, int event, float factor, float[] delta) {
            float part = factor / outputs;
            for (int j = 0; j < outputs; j++) {
                delta[j] = part * pointwise.slope(z[j], target[event * outputs + j], j);
            }
        }

        @Override
        public String text() {
            return pointwise.toString();
        }
    }

    private static void softmax(float[] z, int n, float[] out) {
        float max = z[0];
        for (int j = 1; j < n; j++) {
            max = Math.max(max, z[j]);
        }
        float sum = 0;
        for (int j = 0; j < n; j++) {
            out[j] = FloatMath.exp(z[j] - max);
            sum += out[j];
        }
        for (int j = 0; j < n; j++) {
            out[j] /= sum;
        }
    }
}
