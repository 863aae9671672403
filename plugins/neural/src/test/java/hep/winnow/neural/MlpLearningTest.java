package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.model.NetworkReader;
import hep.winnow.neural.optimise.Solver;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks on problems whose answer is known. */
class MlpLearningTest {
    private static final Activation TANH = new Activation.Tanh();
    private static final Activation RELU = new Activation.Relu();

    @Test
    void fourTanhNeuronsSolveXor() {
        Mlp mlp = Toys.mlp(List.of(4), TANH, new Solver.Sgd(0.1, 0.9, false, 0), 4, 1000, 0);
        int solved = 0;
        for (int seed = 1; seed <= 100; seed++) {
            Model model = mlp.train(Toys.xor(), Toys.NO_BINARY, new TestContext(seed));
            solved += accuracy(model, Toys.xor()) == 1 ? 1 : 0;
        }
        assertThat(solved).isGreaterThanOrEqualTo(95);
    }

    @Test
    void fourTanhNeuronsLearnNoisyXor() {
        Mlp mlp = Toys.mlp(List.of(4), TANH, new Solver.Sgd(0.1, 0.9, false, 0), 32, 100, 0);
        double mean = 0;
        for (int seed = 1; seed <= 10; seed++) {
            Model model = mlp.train(Toys.noisyXor(400, seed), Toys.NO_BINARY, new TestContext(seed));
            double accuracy = accuracy(model, Toys.noisyXor(1000, seed + 100));
            assertThat(accuracy).isGreaterThan(0.9);
            mean += accuracy / 10;
        }
        assertThat(mean).isGreaterThan(0.97);
    }

    @Test
    void manyNeuronsOvertrainOnNoisyMoons() {
        Mlp mlp = Toys.mlp(List.of(64, 64), RELU, Toys.adam(3e-3), 16, 150, 0);
        Examples train = Toys.moons(200, 0.35, 1);
        TestContext context = new TestContext(1);
        mlp.train(train, Toys.moons(1000, 0.35, 2), context);
        EpochReport last = context.reports.get(149);
        assertThat(last.trainAuc() - last.validAuc()).isGreaterThan(0.03);
        assertThat(last.validLoss()).isGreaterThan(2 * last.trainLoss());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross_entropy", "mse"})
    void tellsFourBlobsApart(String loss) {
        Mlp mlp = Toys.with(
                Toys.mlp(List.of(16), RELU, Toys.adam(0.01), 32, 20, 0),
                Optional.of(loss.equals("mse") ? new Loss.Mse() : new Loss.CrossEntropy()),
                0,
                0,
                0);
        Examples test = Toys.blobs(1000, 4, 2);
        Model model = mlp.train(Toys.blobs(800, 4, 1), Toys.blobs(0, 4, 1), new TestContext(3));
        double[] out = new double[4 * test.size()];
        model.score(test.x(), test.size(), out);
        int right = 0;
        for (int i = 0; i < test.size(); i++) {
            double sum = 0;
            int best = 0;
            for (int j = 0; j < 4; j++) {
                sum += out[4 * i + j];
                best = out[4 * i + j] > out[4 * i + best] ? j : best;
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            right += best == test.label()[i] ? 1 : 0;
        }
        assertThat(right).isGreaterThan(980);
    }

    @Test
    void fitsASineAndTellsItsLossInUnitsOfTheTarget() {
        int n = 1000;
        float[] x = new float[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) ((i - n / 2) / (n / 6.0));
            y[i] = 500 + 30 * StrictMath.sin(x[i]);
        }
        Examples train = Toys.regression(1, x, y);
        Mlp mlp = Toys.mlp(List.of(32, 32), TANH, Toys.adam(0.005), 50, 100, 0);
        TestContext context = new TestContext(1);
        Model model = mlp.train(train, Toys.regression(1, new float[0], new double[0]), context);
        double[] out = new double[n];
        model.score(x, n, out);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (out[i] - y[i]) * (out[i] - y[i]) / n;
        }
        assertThat(Math.sqrt(squares)).isLessThan(1);
        assertThat(context.reports.get(99).trainLoss()).isCloseTo(squares, within(1e-4));
        assertThat(context.reports.get(99).trainAuc()).isNaN();
    }

    @Test
    void aConstantTargetIsLearntAsItIs() {
        Examples train = Toys.regression(1, new float[] {-1, 0, 1, 2}, new double[] {7, 7, 7, 7});
        Mlp mlp = Toys.mlp(List.of(), RELU, Toys.adam(0.05), 0, 400, 0);
        Model model = mlp.train(train, Toys.regression(1, new float[0], new double[0]), new TestContext(1));
        double[] out = new double[1];
        model.score(new float[] {0.5f}, 1, out);
        assertThat(out[0]).isCloseTo(7, within(1e-2));
    }

    @Test
    void pinballFindsQuantilesOfANoisyTarget() {
        int n = 4000;
        RandomStream random = new RandomStream(8);
        float[] x = new float[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextDouble(-1.7, 1.7);
            y[i] = 50 + 10 * x[i] + (2 + x[i]) * random.nextGaussian();
        }
        Loss loss = new Loss.Pinball(List.of(0.025, 0.16, 0.5, 0.84));
        Mlp mlp = Toys.with(Toys.mlp(List.of(16), TANH, Toys.adam(0.003), 100, 80, 0), Optional.of(loss), 0, 0, 0);
        assertThat(mlp.furtherOutputs()).containsExactly("q2_5", "q16", "q50", "q84");
        Examples train = Toys.regression(1, x, y);
        Model model = mlp.train(train, train, new TestContext(1));
        assertThat(model.outputs()).isEqualTo(5);
        double[] out = new double[5 * n];
        model.score(x, n, out);
        double[] below = new double[5];
        for (int i = 0; i < n; i++) {
            assertThat(out[5 * i]).isEqualTo(out[5 * i + 3]);
            for (int q = 1; q < 5; q++) {
                assertThat(out[5 * i + q]).isGreaterThanOrEqualTo(out[5 * i + Math.max(1, q - 1)]);
                below[q] += y[i] < out[5 * i + q] ? 1.0 / n : 0;
            }
        }
        assertThat(below[1]).isCloseTo(0.025, within(0.03));
        assertThat(below[2]).isCloseTo(0.16, within(0.03));
        assertThat(below[3]).isCloseTo(0.5, within(0.03));
        assertThat(below[4]).isCloseTo(0.84, within(0.03));
        double[] again = new double[5 * n];
        new NetworkReader("mlp").read(model.state()).score(x, n, again);
        assertThat(again).isEqualTo(out);
    }

    @Test
    void huberAndMaeHoldOutliersOff() {
        int n = 200;
        float[] x = new float[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (i - n / 2) / 60f;
            y[i] = i % 20 == 7 ? 500 : 3 * x[i];
        }
        Examples train = Toys.regression(1, x, y);
        for (Loss loss : List.of(new Loss.Mse(), new Loss.Huber(0.05), new Loss.Mae())) {
            Mlp mlp = Toys.with(Toys.mlp(List.of(), TANH, Toys.adam(0.03), 0, 400, 0), Optional.of(loss), 0, 0, 0);
            double[] out = new double[1];
            mlp.train(train, train, new TestContext(1)).score(new float[] {0}, 1, out);
            if (loss instanceof Loss.Mse) {
                assertThat(out[0]).isGreaterThan(15);
            } else {
                assertThat(out[0]).isCloseTo(0, within(4.0));
            }
        }
    }

    @Test
    void twoTargetsOfDifferentSizeAreLearntTogether() {
        int n = 300;
        float[] x = new float[n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = (i - n / 2) / 90f;
            y[2 * i] = 1000 + 100 * x[i] * x[i];
            y[2 * i + 1] = 0.001 * StrictMath.sin(x[i]);
        }
        Examples train = new Examples(Task.REGRESSION, 0, 1, x, Toys.ones(n), new int[0], y, 2);
        Model model = Toys.mlp(List.of(16), TANH, Toys.adam(0.01), 30, 150, 0).train(train, train, new TestContext(2));
        assertThat(model.outputs()).isEqualTo(2);
        double[] out = new double[2 * n];
        model.score(x, n, out);
        for (int i = 0; i < n; i++) {
            assertThat(out[2 * i]).isCloseTo(y[2 * i], within(15.0));
            assertThat(out[2 * i + 1]).isCloseTo(y[2 * i + 1], within(1.5e-4));
        }
        double[] again = new double[2 * n];
        new NetworkReader("mlp").read(model.state()).score(x, n, again);
        assertThat(again).isEqualTo(out);
    }

    @Test
    void lbfgsFitsALineInAFewSteps() {
        float[] x = new float[100];
        double[] y = new double[100];
        for (int i = 0; i < 100; i++) {
            x[i] = (i - 50) / 30f;
            y[i] = 7 - 2 * x[i];
        }
        TestContext context = new TestContext(1);
        Mlp mlp = Toys.mlp(List.of(), TANH, new Solver.Lbfgs(10), 32, 100, 0);
        Model model = mlp.train(Toys.regression(1, x, y), Toys.regression(1, x, y), context);
        assertThat(context.reports).hasSizeLessThan(15);
        double[] out = new double[1];
        model.score(new float[] {1}, 1, out);
        assertThat(out[0]).isCloseTo(5, within(1e-4));
    }

    private static double accuracy(Model model, Examples data) {
        double[] out = new double[data.size()];
        model.score(data.x(), data.size(), out);
        int right = 0;
        for (int i = 0; i < out.length; i++) {
            right += (out[i] > model.threshold()) == (data.label()[i] == 1) ? 1 : 0;
        }
        return (double) right / out.length;
    }
}
