package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import hep.winnow.kernels.stat.RocArea;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Neurons;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.model.NetworkReader;
import hep.winnow.neural.optimise.Solver;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlpTest {
    private static final Activation TANH = new Activation.Tanh();
    private static final Activation RELU = new Activation.Relu();

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 200, 512, 0})
    void bitsDoNotDependOnTheNumberOfThreads(int batch) {
        Mlp mlp = Toys.with(
                Toys.mlp(List.of(9, 7), TANH, Toys.adam(0.01), batch, batch == 1 ? 1 : 4, 0),
                Optional.empty(),
                1e-4,
                1e-4,
                0.2);
        Examples train = Toys.moons(1111, 0.3, 1);
        Examples valid = Toys.moons(700, 0.3, 2);
        TestContext one = new TestContext(5);
        List<Tensor> expected = mlp.train(train, valid, one).state().tensors();
        for (int threads : new int[] {2, 3, 8}) {
            TestContext many = new TestContext(5, TestContext.threads(threads));
            List<Tensor> found = mlp.train(train, valid, many).state().tensors();
            assertThat(many.reports).isEqualTo(one.reports);
            for (int t = 0; t < expected.size(); t++) {
                assertThat(found.get(t).values()).isEqualTo(expected.get(t).values());
            }
        }
    }

    @Test
    void tellsWhatItsNumbersTakeInTraining() {
        Mlp adam = Toys.mlp(List.of(9, 7), TANH, Toys.adam(0.01), 32, 1, 0);
        Mlp lbfgs = Toys.mlp(List.of(9, 7), TANH, new Solver.Lbfgs(10), 32, 1, 0);
        long numbers = 2 * 9 + 9 + 9 * 7 + 7 + 7 * 3 + 3;

        assertThat(adam.modelBytes(2, 3)).hasValue(numbers * 5 * 4);
        assertThat(Toys.ensemble(adam, 4).modelBytes(2, 3)).hasValue(4 * numbers * 5 * 4);
        assertThat(lbfgs.modelBytes(2, 3)).hasValue(numbers * (3 * 4 + 2 * 10 * 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {37, 512, 0})
    void bitsOfBatchNormalisationDoNotDependOnThreadsEither(int batch) {
        Mlp plain = Toys.mlp(List.of(9, 8), new Activation.MaxoutOf(2), Toys.adam(0.01), batch, 3, 0);
        Mlp mlp = new Mlp(
                "nn",
                plain.training(),
                plain.layers(),
                new Neurons(plain.neurons().activation(), 0.2, true),
                plain.goal(),
                plain.course());
        Examples train = Toys.moons(1111, 0.3, 1);
        List<Tensor> expected =
                mlp.train(train, Toys.NO_BINARY, new TestContext(5)).state().tensors();
        for (int threads : new int[] {2, 3, 8}) {
            TestContext many = new TestContext(5, TestContext.threads(threads));
            List<Tensor> found = mlp.train(train, Toys.NO_BINARY, many).state().tensors();
            for (int t = 0; t < expected.size(); t++) {
                assertThat(found.get(t).values()).isEqualTo(expected.get(t).values());
            }
        }
    }

    @Test
    void anEnsembleTellsMeanAndSpreadOfItsMembers() {
        Mlp one = Toys.mlp(List.of(5), TANH, Toys.adam(0.02), 32, 6, 0);
        Mlp three = Toys.ensemble(one, 3);
        assertThat(three.furtherOutputs()).containsExactly("spread");
        Examples data = Toys.moons(300, 0.3, 1);
        TestContext context = new TestContext(5);
        Model model = three.train(data, data, context);
        TestContext threads = new TestContext(5, TestContext.threads(3));
        double[] out = new double[600];
        double[] parallel = new double[600];
        model.score(data.x(), 300, out);
        three.train(data, data, threads).score(data.x(), 300, parallel);
        assertThat(parallel).isEqualTo(out);
        assertThat(threads.reports).isEqualTo(context.reports);
        double[][] members = new double[3][300];
        for (int k = 0; k < 3; k++) {
            String prefix = "member" + (k + 1) + ".";
            List<Tensor> tensors = model.state().tensors().stream()
                    .filter(t -> t.name().startsWith(prefix))
                    .map(t -> Tensor.floats(t.name().substring(prefix.length()), t.shape(), t.toFloats()))
                    .toList();
            ModelState whole = one.train(data, data, new TestContext(1)).state();
            new NetworkReader("mlp")
                    .read(new ModelState("mlp", whole.settings(), tensors))
                    .score(data.x(), 300, members[k]);
        }
        double[] single = new double[300];
        one.train(data, data, new TestContext(5)).score(data.x(), 300, single);
        assertThat(members[0]).isEqualTo(single);
        for (int i = 0; i < 300; i++) {
            double mean = (members[0][i] + members[1][i] + members[2][i]) / 3;
            double squares = 0;
            for (double[] member : members) {
                squares += (member[i] - mean) * (member[i] - mean);
            }
            assertThat(out[2 * i]).isCloseTo(mean, within(1e-12));
            assertThat(out[2 * i + 1]).isCloseTo(Math.sqrt(squares / 2), within(1e-12));
        }
        double[] again = new double[600];
        new NetworkReader("mlp").read(model.state()).score(data.x(), 300, again);
        assertThat(again).isEqualTo(out);
    }

    @Test
    void modelsOfTheFirstFormatAreStillRead() {
        ModelState old = new ModelState(
                "mlp",
                Map.of(
                        "layers",
                        2L,
                        "activation",
                        "leaky",
                        "activation_parameter",
                        0.5,
                        "output",
                        "linear",
                        "target_mean",
                        10.0,
                        "target_scale",
                        2.0),
                List.of(
                        Tensor.floats("layer1.weights", List.of(1, 2), new float[] {1, -1}),
                        Tensor.floats("layer1.biases", List.of(2), new float[] {0, 1}),
                        Tensor.floats("layer2.weights", List.of(2, 1), new float[] {3, 4}),
                        Tensor.floats("layer2.biases", List.of(1), new float[] {0.5f})));
        double[] out = new double[1];
        new NetworkReader("mlp").read(old).score(new float[] {3}, 1, out);
        // 10 + 2*(3*3 + 4*0.5*(1 - 3) + 0.5)
        assertThat(out[0]).isEqualTo(21);
    }

    @Test
    void earlyStoppingRestoresTheBestEpoch() {
        Mlp mlp = Toys.mlp(List.of(32, 32), RELU, Toys.adam(5e-3), 16, 300, 7);
        Examples valid = Toys.moons(500, 0.4, 2);
        TestContext context = new TestContext(1);
        Model model = mlp.train(Toys.moons(100, 0.4, 1), valid, context);
        int best = context.reports.stream()
                .min(Comparator.comparingDouble(EpochReport::validLoss))
                .orElseThrow()
                .epoch();
        assertThat(context.bestEpoch).isEqualTo(best);
        assertThat(context.reports).hasSize(best + 7);
        double[] out = new double[valid.size()];
        model.score(valid.x(), valid.size(), out);
        EpochReport report = context.reports.get(best - 1);
        assertThat(RocArea.of(out, valid.label(), valid.weight())).isEqualTo(report.validAuc());
        assertThat(crossEntropy(out, valid)).isCloseTo(report.validLoss(), within(1e-9));
    }

    @Test
    void withoutPatienceTheLastEpochIsKept() {
        Examples valid = Toys.moons(300, 0.4, 2);
        TestContext context = new TestContext(1);
        Model model =
                Toys.mlp(List.of(32), RELU, Toys.adam(0.02), 16, 60, 0).train(Toys.moons(60, 0.4, 1), valid, context);
        assertThat(context.reports).hasSize(60);
        assertThat(context.bestEpoch).isEqualTo(60);
        double[] out = new double[valid.size()];
        model.score(valid.x(), valid.size(), out);
        assertThat(crossEntropy(out, valid)).isCloseTo(context.reports.get(59).validLoss(), within(1e-9));
    }

    @Test
    void withoutAValidPartAllEpochsAreRun() {
        TestContext context = new TestContext(1);
        Toys.mlp(List.of(4), RELU, Toys.adam(1e-3), 32, 20, 1).train(Toys.moons(60, 0.4, 1), Toys.NO_BINARY, context);
        assertThat(context.reports).hasSize(20);
        assertThat(context.bestEpoch).isEqualTo(20);
        assertThat(context.reports.get(0).validLoss()).isNaN();
    }

    @Test
    void warnsWhereValidWeightsCannotJudge() {
        Examples valid = Toys.binary(2, new float[] {0, 0, 1, 1}, new double[] {1, -2}, new int[] {0, 1});
        TestContext context = new TestContext(1);
        Toys.mlp(List.of(4), RELU, Toys.adam(1e-3), 32, 3, 1).train(Toys.moons(60, 0.4, 1), valid, context);
        assertThat(context.bestEpoch).isEqualTo(3);
        assertThat(context.warnings).singleElement().asString().contains("sum to -1.0");
    }

    @Test
    void keptAndReadAgainItScoresWithTheSameBitsForAnyCut() {
        Examples data = Toys.moons(700, 0.3, 1);
        Model model = Toys.mlp(List.of(9, 5), new Activation.Leaky(0.2), Toys.adam(0.01), 64, 3, 0)
                .train(data, Toys.NO_BINARY, new TestContext(9));
        double[] whole = new double[700];
        model.score(data.x(), 700, whole);
        Model again = new NetworkReader("mlp").read(model.state());
        assertThat(again.inputs()).isEqualTo(2);
        assertThat(again.parameters()).isEqualTo(3 * 9 + 10 * 5 + 6);
        for (int i = 0; i < 700; i++) {
            double[] one = new double[1];
            again.score(new float[] {data.x()[2 * i], data.x()[2 * i + 1]}, 1, one);
            assertThat(one[0]).isEqualTo(whole[i]);
        }
    }

    @Test
    void aRegressionAndSeveralClassesAreReadAgainToo() {
        Examples sine = Toys.regression(1, new float[] {0, 1, 2}, new double[] {3, 5, 9});
        Examples blobs = Toys.blobs(60, 3, 1);
        Mlp mlp = Toys.mlp(List.of(3), new Activation.Elu(0.7), Toys.adam(0.01), 0, 3, 0);
        sameAfterReading(mlp.train(sine, sine, new TestContext(1)), sine);
        sameAfterReading(mlp.train(blobs, blobs, new TestContext(1)), blobs);
    }

    private static void sameAfterReading(Model model, Examples data) {
        double[] expected = new double[data.size() * model.outputs()];
        double[] found = new double[expected.length];
        model.score(data.x(), data.size(), expected);
        new NetworkReader("mlp").read(model.state()).score(data.x(), data.size(), found);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void doubledEventsTrainLikeWeights() {
        Examples plain = Toys.moons(50, 0.3, 1);
        double[] weight = new double[50];
        float[] x = new float[75 * 2];
        int[] label = new int[75];
        int at = 0;
        for (int i = 0; i < 50; i++) {
            int copies = i % 2 == 0 ? 2 : 1;
            weight[i] = copies / 1.5;
            for (int c = 0; c < copies; c++, at++) {
                System.arraycopy(plain.x(), 2 * i, x, 2 * at, 2);
                label[at] = plain.label()[i];
            }
        }
        Mlp mlp = Toys.mlp(List.of(6), TANH, new Solver.Sgd(0.1, 0.9, true, 0.01), 0, 50, 0);
        Model weighted =
                mlp.train(Toys.binary(2, plain.x(), weight, plain.label()), Toys.NO_BINARY, new TestContext(4));
        Model doubled = mlp.train(Toys.binary(2, x, Toys.ones(75), label), Toys.NO_BINARY, new TestContext(4));
        double[] expected = new double[50];
        double[] found = new double[50];
        doubled.score(plain.x(), 50, expected);
        weighted.score(plain.x(), 50, found);
        for (int i = 0; i < 50; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-5));
        }
    }

    @Test
    void seedsDecideTheNetwork() {
        Mlp mlp = Toys.mlp(List.of(4), RELU, new Solver.RmsProp(1e-3, 0.9, 1e-8), 16, 2, 0);
        Examples train = Toys.moons(64, 0.3, 1);
        double[] first = weights(mlp, train, 1);
        assertThat(weights(mlp, train, 1)).isEqualTo(first);
        assertThat(weights(mlp, train, 2)).isNotEqualTo(first);
    }

    private static double[] weights(Mlp mlp, Examples train, long seed) {
        return mlp.train(train, Toys.NO_BINARY, new TestContext(seed))
                .state()
                .tensor("layer1.weights")
                .values();
    }

    @Test
    void dropoutChangesTrainingButNotScoring() {
        Mlp plain = Toys.mlp(List.of(8), RELU, Toys.adam(0.01), 16, 5, 0);
        Mlp dropping = Toys.with(plain, Optional.empty(), 0, 0, 0.5);
        Examples train = Toys.moons(64, 0.3, 1);
        Model model = dropping.train(train, Toys.NO_BINARY, new TestContext(1));
        assertThat(model.state().tensor("layer1.weights").values()).isNotEqualTo(weights(plain, train, 1));
        double[] first = new double[64];
        double[] second = new double[64];
        model.score(train.x(), 64, first);
        model.score(train.x(), 64, second);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void penaltiesMakeWeightsSmaller() {
        Mlp plain = Toys.mlp(List.of(8), TANH, Toys.adam(0.01), 16, 30, 0);
        Examples train = Toys.moons(64, 0.3, 1);
        double free = length(plain, train);
        assertThat(length(Toys.with(plain, Optional.empty(), 0, 0.1, 0), train)).isLessThan(0.7 * free);
        assertThat(length(Toys.with(plain, Optional.empty(), 0.05, 0, 0), train))
                .isLessThan(0.7 * free);
    }

    private static double length(Mlp mlp, Examples train) {
        double sum = 0;
        for (double w : weights(mlp, train, 1)) {
            sum += w * w;
        }
        return Math.sqrt(sum);
    }

    @Test
    void divergenceIsToldWithItsEpochAndItsCure() {
        Mlp mlp = Toys.mlp(List.of(8), RELU, new Solver.Sgd(1e6, 0, false, 0), 16, 50, 0);
        Examples train = Toys.regression(1, new float[] {-1, 0, 1, 2}, new double[] {1, 2, 1, 5});
        assertThatThrownBy(() -> mlp.train(train, Toys.regression(1, new float[0], new double[0]), new TestContext(1)))
                .isInstanceOfSatisfying(UserError.class, e -> {
                    assertThat(e.message()).contains("'nn' diverged: after epoch ");
                    assertThat(e.help()).contains("lower the rate of the solver, which is 1000000.0");
                });
    }

    @Test
    void scoresAreNumbersWhereverTheInputsLie() {
        Model model = Toys.mlp(List.of(4), RELU, Toys.adam(0.01), 16, 30, 0)
                .train(Toys.moons(64, 0.3, 1), Toys.NO_BINARY, new TestContext(1));
        double[] out = new double[4];
        model.score(new float[] {1e30f, 1e30f, -1e30f, 1e30f, 0, 0, -1e20f, -1e20f}, 4, out);
        assertThat(Arrays.stream(out)).allMatch(p -> p >= 0 && p <= 1);
    }

    @Test
    void describesItsLayers() {
        Model model = Toys.mlp(List.of(4), RELU, Toys.adam(0.01), 16, 1, 0)
                .train(Toys.moons(64, 0.3, 1), Toys.NO_BINARY, new TestContext(1));
        assertThat(model.describe(List.of("pt", "eta")).lines())
                .containsExactly(
                        "layer                                            output  parameters",
                        "inputs                                                2           0",
                        "dense(4, relu)                                        4          12",
                        "dense(1, identity)                                    1           5",
                        "output: sigmoid",
                        "total                                                            17",
                        "inputs: pt, eta");
    }

    @Test
    void refusesCrossEntropyForATarget() {
        assertThatThrownBy(() -> new Mlp(
                        "nn",
                        Toys.regressing(),
                        List.of(4),
                        new Neurons(RELU, 0, false),
                        new Goal(Optional.of(new Loss.CrossEntropy()), 1),
                        Toys.mlp(List.of(), RELU, Toys.adam(1), 1, 1, 0).course()))
                .hasMessageContaining("loss=cross_entropy is for classes");
    }

    @Test
    void refusesLossesOfTargetsForClasses() {
        Mlp mlp = Toys.mlp(List.of(), RELU, Toys.adam(1), 1, 1, 0);
        assertThatThrownBy(() -> new Mlp(
                        "nn",
                        mlp.training(),
                        List.of(),
                        mlp.neurons(),
                        new Goal(Optional.of(new Loss.Mae()), 1),
                        mlp.course()))
                .hasMessageContaining("loss=mae is for a regression with target=");
        assertThatThrownBy(() -> new Loss.Pinball(List.of(0.5, 0.4))).hasMessageContaining("must rise");
    }

    @Test
    void refusesDropoutWithLbfgs() {
        Mlp mlp = Toys.mlp(List.of(4), RELU, new Solver.Lbfgs(5), 1, 1, 0);
        assertThatThrownBy(() -> Toys.with(mlp, Optional.empty(), 0, 0, 0.1)).hasMessageContaining("dropout");
    }

    @Test
    void nesterovNeedsMomentum() {
        assertThatThrownBy(() -> new Solver.Sgd(0.1, 0, true, 0)).hasMessageContaining("needs a momentum");
    }

    private static double crossEntropy(double[] p, Examples data) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum -= StrictMath.log(data.label()[i] == 1 ? p[i] : 1 - p[i]);
        }
        return sum / p.length;
    }
}
