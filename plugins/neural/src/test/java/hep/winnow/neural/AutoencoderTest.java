package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.Balance;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.NegativeWeights;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.Tensor;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.autoencoder.Autoencoder;
import hep.winnow.neural.autoencoder.AutoencoderReader;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Neurons;
import hep.winnow.neural.train.Course;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoencoderTest {
    @Test
    void findsPointsBesideACurveStrange() {
        Model model = autoencoder(1, 0, 60).train(parabola(600, 0.05, 1), parabola(300, 0.05, 2), new TestContext(3));
        double usual = meanError(model, parabola(300, 0.05, 7).x());
        float[] strange = {0, 1.5f, 0, 1, -0.5f, -1};

        assertThat(usual).isLessThan(0.03);
        assertThat(meanError(model, strange)).isGreaterThan(10 * usual);
    }

    @Test
    void tellsTheErrorAndTheBottleneck() {
        Autoencoder step = autoencoder(2, 0, 3);
        Examples train = square(40, 1);
        Model model = step.train(train, square(0, 1), new TestContext(3));

        assertThat(step.furtherOutputs()).containsExactly("z1", "z2");
        assertThat(model.outputs()).isEqualTo(3);
        assertThat(model.describe(List.of("a", "b", "c")))
                .contains("dense(2, identity)", "bottleneck: 2 of 3 dimensions", "inputs: a, b, c");
    }

    @Test
    void lossIsTheMeanOfTheScore() {
        TestContext context = new TestContext(3);
        Examples valid = square(300, 2);
        Model model = autoencoder(1, 0.3, 4).train(square(200, 1), valid, context);
        double best = context.reports.get(context.bestEpoch - 1).validLoss();

        assertThat(meanError(model, valid.x())).isCloseTo(best, within(1e-9));
    }

    @Test
    void anInputOfNoImportanceIsNotLearnt() {
        TestContext context = new TestContext(3);
        Autoencoder even = autoencoder(1, 0, 40);
        Autoencoder uneven = with(even, List.of(1.0, 0.0, 0.0));
        double[] error = {0, 0};
        Examples data = square(400, 1);
        Model model = uneven.train(data, square(0, 1), context);
        double[] out = new double[2 * 400];
        model.score(data.x(), 400, out);
        for (int i = 0; i < 400; i++) {
            error[0] += out[2 * i] / 400;
        }
        even.train(data, square(0, 1), context);

        assertThat(error[0]).isLessThan(0.01);
        assertThat(context.reports.get(context.reports.size() - 1).trainLoss()).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 600, 0})
    void bitsDoNotDependOnTheNumberOfThreads(int batch) {
        Autoencoder step = new Autoencoder(
                "ae", training(3), List.of(7), 2, 0.2, List.of(), new Neurons(TANH, 0.1, true), course(batch, 3));
        TestContext one = new TestContext(5);
        List<Tensor> expected =
                step.train(square(1300, 1), square(500, 2), one).state().tensors();
        for (int threads : new int[] {2, 8}) {
            TestContext many = new TestContext(5, TestContext.threads(threads));
            List<Tensor> found =
                    step.train(square(1300, 1), square(500, 2), many).state().tensors();
            assertThat(many.reports).isEqualTo(one.reports);
            for (int t = 0; t < expected.size(); t++) {
                assertThat(found.get(t).values()).isEqualTo(expected.get(t).values());
            }
        }
    }

    @Test
    void keptAndReadAgainItScoresWithTheSameBitsForAnyCut() {
        Autoencoder step = new Autoencoder(
                "ae",
                training(3),
                List.of(7),
                2,
                0.2,
                List.of(1.0, 2.0, 0.5),
                new Neurons(TANH, 0.1, true),
                course(64, 2));
        Examples data = square(700, 1);
        Model model = step.train(data, square(0, 1), new TestContext(9));
        double[] whole = new double[3 * 700];
        model.score(data.x(), 700, whole);
        Model again = new AutoencoderReader().read(model.state());

        assertThat(again.parameters()).isEqualTo(model.parameters());
        for (int i = 0; i < 700; i++) {
            double[] one = new double[3];
            again.score(new float[] {data.x()[3 * i], data.x()[3 * i + 1], data.x()[3 * i + 2]}, 1, one);
            assertThat(one).containsExactly(whole[3 * i], whole[3 * i + 1], whole[3 * i + 2]);
        }
    }

    @Test
    void noiseKeepsAWideBottleneckFromCopying() {
        TestContext context = new TestContext(3);
        autoencoder(3, 0, 1).train(square(50, 1), square(0, 1), context);
        assertThat(context.warnings).singleElement().asString().contains("the bottleneck is as wide as the inputs");

        TestContext noisy = new TestContext(3);
        autoencoder(3, 0.5, 1).train(square(50, 1), square(0, 1), noisy);
        assertThat(noisy.warnings).isEmpty();
        assertThat(noisy.reports.get(0)).isNotEqualTo(context.reports.get(0));
    }

    @Test
    void refusesAnImportanceThatFitsNoVars() {
        Autoencoder step = autoencoder(1, 0, 1);
        assertThatThrownBy(() -> new Autoencoder(
                        "ae", training(0), List.of(4), 1, 0, List.of(1.0), step.neurons(), step.course()))
                .hasMessageContaining("importance= has 1 numbers, expected one for each of the 0 vars");
        assertThatThrownBy(() -> with(step, List.of(0.0, 0.0, 0.0))).hasMessageContaining("nothing is left to learn");
    }

    private static final Activation TANH = new Activation.Tanh();

    private static Autoencoder autoencoder(int bottleneck, double noise, int epochs) {
        return new Autoencoder(
                "ae",
                training(3),
                List.of(12),
                bottleneck,
                noise,
                List.of(),
                new Neurons(TANH, 0, false),
                course(32, epochs));
    }

    private static Autoencoder with(Autoencoder a, List<Double> importance) {
        return new Autoencoder(
                a.name(), a.training(), a.layers(), a.bottleneck(), a.noise(), importance, a.neurons(), a.course());
    }

    private static TrainingOptions training(int vars) {
        return new TrainingOptions(
                Optional.empty(),
                Collections.nCopies(vars, new Column("x")),
                Optional.empty(),
                Optional.empty(),
                Balance.EQUAL_SUMW,
                NegativeWeights.KEEP);
    }

    private static Course course(int batch, int epochs) {
        return Course.of(Toys.adam(0.01), batch, epochs, 0);
    }

    private static double meanError(Model model, float[] x) {
        int rows = x.length / model.inputs();
        double[] out = new double[rows * model.outputs()];
        model.score(x, rows, out);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += out[i * model.outputs()];
        }
        return sum / rows;
    }

    /** Points along a parabola, with a little noise. */
    private static Examples parabola(int n, double noise, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[2 * n];
        for (int i = 0; i < n; i++) {
            double t = random.nextDouble(-1.5, 1.5);
            x[2 * i] = (float) (t + noise * random.nextGaussian());
            x[2 * i + 1] = (float) (t * t - 0.75 + noise * random.nextGaussian());
        }
        return unsupervised(2, x);
    }

    /** Three numbers of mean 0 and variance 1 that know nothing of each other. */
    private static Examples square(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[3 * n];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble(-1.7, 1.7);
        }
        return unsupervised(3, x);
    }

    private static Examples unsupervised(int features, float[] x) {
        int n = x.length / features;
        return new Examples(Task.UNSUPERVISED, 1, features, x, Toys.ones(n), new int[n], new double[0]);
    }
}
