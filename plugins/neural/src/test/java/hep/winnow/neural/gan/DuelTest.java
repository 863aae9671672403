package hep.winnow.neural.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares both gradients with central differences of the losses, written down plainly in double precision. */
class DuelTest {
    private static final double SMOOTH = 0.1;
    private static final int LATENT = 2;
    private static final int FEATURES = 3;
    private static final int HIDDEN = 4;
    private static final double STEP = 1e-5;

    private final Network generator = network(LATENT, FEATURES);
    private final Network discriminator = network(FEATURES, 1);
    private final Parameters making = random(generator, 1);
    private final Parameters judging = random(discriminator, 2);

    @ParameterizedTest
    @ValueSource(ints = {7, 300})
    void gradientsAgreeWithCentralDifferences(int rows) {
        Examples real = real(rows);
        Duel duel = new Duel(generator, discriminator, real, SMOOTH, Workers.sequential(), new RandomStream(5));
        duel.begin(making, IntStream.range(0, rows).toArray(), 0, rows);
        double[] ofJudge = flatten(duel.discriminatorGradient(judging));
        double[] ofMaker = flatten(duel.generatorGradient(judging));
        double[][] noise = noise(rows);
        double[] g = flatten(making);
        double[] d = flatten(judging);

        for (int k = 0; k < d.length; k++) {
            double value = d[k];
            d[k] = value + STEP;
            double up = judgeLoss(g, d, real, noise);
            d[k] = value - STEP;
            double slope = (up - judgeLoss(g, d, real, noise)) / (2 * STEP);
            d[k] = value;
            assertThat(ofJudge[k]).as("discriminator %d", k).isCloseTo(slope, within(5e-6));
        }
        for (int k = 0; k < g.length; k++) {
            double value = g[k];
            g[k] = value + STEP;
            double up = makerLoss(g, d, noise);
            g[k] = value - STEP;
            double slope = (up - makerLoss(g, d, noise)) / (2 * STEP);
            g[k] = value;
            assertThat(ofMaker[k]).as("generator %d", k).isCloseTo(slope, within(5e-6));
        }
    }

    private static double judgeLoss(double[] g, double[] d, Examples real, double[][] noise) {
        double sum = 0;
        int n = real.size();
        for (int i = 0; i < n; i++) {
            double[] x = new double[FEATURES];
            for (int f = 0; f < FEATURES; f++) {
                x[f] = real.x()[i * FEATURES + f];
            }
            double a = forward(d, x, 1)[0];
            sum += real.weight()[i] * ((1 - SMOOTH) * softplus(-a) + SMOOTH * softplus(a));
            sum += softplus(forward(d, forward(g, noise[i], FEATURES), 1)[0]);
        }
        return sum / (2 * n);
    }

    private static double makerLoss(double[] g, double[] d, double[][] noise) {
        double sum = 0;
        for (double[] z : noise) {
            sum += softplus(-forward(d, forward(g, z, FEATURES), 1)[0]);
        }
        return sum / noise.length;
    }

    private static double softplus(double a) {
        return StrictMath.log1p(StrictMath.exp(a));
    }

    /** One hidden layer of tanh; numbers are weights and biases of both layers. */
    private static double[] forward(double[] w, double[] x, int outputs) {
        double[] h = new double[HIDDEN];
        int biases = x.length * HIDDEN;
        for (int j = 0; j < HIDDEN; j++) {
            h[j] = w[biases + j];
            for (int k = 0; k < x.length; k++) {
                h[j] += x[k] * w[k * HIDDEN + j];
            }
            h[j] = StrictMath.tanh(h[j]);
        }
        double[] out = new double[outputs];
        int second = biases + HIDDEN;
        for (int j = 0; j < outputs; j++) {
            out[j] = w[second + HIDDEN * outputs + j];
            for (int k = 0; k < HIDDEN; k++) {
                out[j] += h[k] * w[second + k * outputs + j];
            }
        }
        return out;
    }

    /** The noise that the duel draws for its first batch. */
    private static double[][] noise(int rows) {
        RandomStream draws = new RandomStream(5).stream(0).stream("noise");
        double[][] noise = new double[rows][LATENT];
        for (double[] z : noise) {
            for (int k = 0; k < LATENT; k++) {
                z[k] = (float) draws.nextGaussian();
            }
        }
        return noise;
    }

    private static Examples real(int rows) {
        RandomStream random = new RandomStream(9);
        float[] x = new float[rows * FEATURES];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        double[] weight = new double[rows];
        for (int i = 0; i < rows; i++) {
            weight[i] = i % 4 == 3 ? -0.5 : 1.5;
        }
        return new Examples(Task.UNSUPERVISED, 1, FEATURES, x, weight, new int[rows], new double[0]);
    }

    private static Network network(int inputs, int outputs) {
        return new Network(
                Shape.flat(inputs),
                List.of(new Dense(HIDDEN, new Activation.Tanh()), new Dense(outputs, new Activation.Identity())));
    }

    private static Parameters random(Network network, long seed) {
        RandomStream random = new RandomStream(seed);
        Parameters p = network.zeros();
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.length(i); j++) {
                p.row(i)[j] = (float) random.nextDouble(-1, 1);
            }
        }
        return p;
    }

    private static double[] flatten(Parameters p) {
        return IntStream.range(0, p.rows())
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, p.length(i)).mapToDouble(j -> p.row(i)[j]))
                .toArray();
    }
}
