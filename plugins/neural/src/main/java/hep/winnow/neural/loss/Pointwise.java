package hep.winnow.neural.loss;

import hep.winnow.kernels.DoubleMath;
import hep.winnow.kernels.FloatMath;
import java.util.List;

/** A loss of one output z and its target t. */
public interface Pointwise {
    /** Returns the loss. {@code output} is the index of the output. */
    double loss(double z, double t, int output);

    /** Returns its derivative by z; from the left where it has a kink. */
    float slope(float z, float t, int output);

    /** Returns what it is to be multiplied with where z and t are in units of {@code scale}. */
    double unit(double scale);

    /** Returns the loss of that word; for cross entropy, targets are from 0 to 1 and z stands for the probability 1/(1 + e^-z). */
    static Pointwise of(Loss loss) {
        if (loss instanceof Loss.Mae) {
            return new Absolute();
        }
        if (loss instanceof Loss.Huber huber) {
            return new Huber(huber.delta());
        }
        if (loss instanceof Loss.Pinball pinball) {
            return new Quantiles(pinball.quantiles());
        }
        return loss instanceof Loss.CrossEntropy ? new Bernoulli() : new Square();
    }

    /** (z - t)². */
    record Square() implements Pointwise {
        @Override
        public double loss(double z, double t, int output) {
            return (z - t) * (z - t);
        }

        @Override
        public float slope(float z, float t, int output) {
            return 2 * (z - t);
        }

        @Override
        public double unit(double scale) {
            return scale * scale;
        }
    }

    /** |z - t|. */
    record Absolute() implements Pointwise {
        @Override
        public double loss(double z, double t, int output) {
            return Math.abs(z - t);
        }

        @Override
        public float slope(float z, float t, int output) {
            return Math.signum(z - t);
        }

        @Override
        public double unit(double scale) {
            return scale;
        }
    }

    /** Half the square up to delta, straight beyond. */
    record Huber(double delta) implements Pointwise {
        @Override
        public double loss(double z, double t, int output) {
            double d = Math.abs(z - t);
            return d <= delta ? d * d / 2 : delta * (d - delta / 2);
        }

        @Override
        public float slope(float z, float t, int output) {
            float limit = (float) delta;
            return Math.max(-limit, Math.min(limit, z - t));
        }

        @Override
        public double unit(double scale) {
            return scale * scale;
        }
    }

    /** q·(t - z) where z is below t, (1 - q)·(z - t) above, with a q of each output. */
    record Quantiles(List<Double> quantiles) implements Pointwise {
        @Override
        public double loss(double z, double t, int output) {
            double q = quantiles.get(output);
            return z < t ? q * (t - z) : (1 - q) * (z - t);
        }

        @Override
        public float slope(float z, float t, int output) {
            double q = quantiles.get(output);
            return (float) (z < t ? -q : z > t ? 1 - q : 0);
        }

        @Override
        public double unit(double scale) {
            return scale;
        }
    }

    /** -t·log p - (1 - t)·log(1 - p) with p = 1/(1 + e^-z), for t from 0 to 1. */
    record Bernoulli() implements Pointwise {
        @Override
        public double loss(double z, double t, int output) {
            return DoubleMath.softplus(z) - t * z;
        }

        @Override
        public float slope(float z, float t, int output) {
            return FloatMath.sigmoid(z) - t;
        }

        @Override
        public double unit(double scale) {
            return 1;
        }
    }
}
