package hep.winnow.neural;

import hep.winnow.api.learn.Balance;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.NegativeWeights;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Neurons;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.optimise.Solver;
import hep.winnow.neural.train.Course;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Small problems, and networks to solve them. */
final class Toys {
    /** No events at all. */
    static final Examples NO_BINARY =
            new Examples(Task.BINARY, 2, 2, new float[0], new double[0], new int[0], new double[0]);

    private Toys() {}

    /** Returns a network with the defaults of the macro language, but for these. */
    static Mlp mlp(List<Integer> layers, Activation activation, Solver solver, int batch, int epochs, int patience) {
        return new Mlp(
                "nn",
                training(),
                layers,
                new Neurons(activation, 0, false),
                new Goal(Optional.empty(), 1),
                Course.of(solver, batch, epochs, patience));
    }

    static Mlp with(Mlp mlp, Optional<Loss> loss, double l1, double l2, double dropout) {
        boolean isRegression = loss.filter(l -> !l.fits(Task.BINARY)).isPresent();
        return new Mlp(
                mlp.name(),
                isRegression ? regressing() : mlp.training(),
                mlp.layers(),
                new Neurons(mlp.neurons().activation(), dropout, mlp.neurons().batchnorm()),
                new Goal(loss, mlp.goal().ensemble()),
                mlp.course().withPenalties(l1, l2));
    }

    /** Returns the same as an ensemble of {@code n}. */
    static Mlp ensemble(Mlp mlp, int n) {
        return new Mlp(
                mlp.name(),
                mlp.training(),
                mlp.layers(),
                mlp.neurons(),
                new Goal(mlp.goal().loss(), n),
                mlp.course());
    }

    static Solver.Adam adam(double rate) {
        return new Solver.Adam(rate, 0.9, 0.999, 1e-8);
    }

    private static TrainingOptions training() {
        return new TrainingOptions(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Balance.EQUAL_SUMW,
                NegativeWeights.KEEP);
    }

    /** Returns the options of a regression. */
    static TrainingOptions regressing() {
        return new TrainingOptions(
                Optional.empty(),
                List.of(),
                Optional.of(new Column("y")),
                Optional.empty(),
                Balance.NONE,
                NegativeWeights.KEEP);
    }

    static Examples binary(int features, float[] x, double[] weight, int[] label) {
        return new Examples(Task.BINARY, 2, features, x, weight, label, new double[0]);
    }

    static Examples regression(int features, float[] x, double[] target) {
        double[] weight = new double[target.length];
        Arrays.fill(weight, 1);
        return new Examples(Task.REGRESSION, 0, features, x, weight, new int[0], target);
    }

    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The four points of XOR, standardised: (±1, ±1), signal where the signs differ. */
    static Examples xor() {
        return binary(2, new float[] {-1, -1, -1, 1, 1, -1, 1, 1}, ones(4), new int[] {0, 1, 1, 0});
    }

    /** XOR of the signs of two numbers, uniform in ±1 but for a gap round 0, scaled to a standard deviation of about 1. */
    static Examples noisyXor(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[2 * n];
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            boolean right = random.nextDouble() < 0.5;
            boolean up = random.nextDouble() < 0.5;
            x[2 * i] = (float) ((right ? 1 : -1) * random.nextDouble(0.15, 1) * 1.6);
            x[2 * i + 1] = (float) ((up ? 1 : -1) * random.nextDouble(0.15, 1) * 1.6);
            label[i] = right == up ? 0 : 1;
        }
        return binary(2, x, ones(n), label);
    }

    /** Two interleaved half circles with Gaussian noise, roughly standardised. */
    static Examples moons(int n, double noise, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[2 * n];
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            label[i] = i % 2;
            double phi = StrictMath.PI * random.nextDouble();
            double a = label[i] == 0 ? StrictMath.cos(phi) : 1 - StrictMath.cos(phi);
            double b = label[i] == 0 ? StrictMath.sin(phi) : 0.5 - StrictMath.sin(phi);
            x[2 * i] = (float) ((a + noise * random.nextGaussian() - 0.5) / 0.93);
            x[2 * i + 1] = (float) ((b + noise * random.nextGaussian() - 0.25) / 0.6);
        }
        return binary(2, x, ones(n), label);
    }

    /** Gaussian blobs in four dimensions, one per class. */
    static Examples blobs(int n, int classes, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[4 * n];
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            label[i] = i % classes;
            for (int f = 0; f < 4; f++) {
                double centre = ((label[i] >> (f % 2)) & 1) * 2 - 1;
                x[4 * i + f] = (float) (centre + 0.5 * random.nextGaussian());
            }
        }
        return new Examples(Task.MULTICLASS, classes, 4, x, ones(n), label, new double[0]);
    }
}
