package hep.winnow.perceptron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.Balance;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.NegativeWeights;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PerceptronTest {
    private static final Examples NONE = examples(new float[0], new double[0], new int[0]);

    @ParameterizedTest
    @EnumSource(names = {"ROSENBLATT", "POCKET"})
    void separatesWhatAStraightLineCan(Variant variant) {
        Examples train = separable(500, 1);
        TestContext context = new TestContext(1);
        Model model = perceptron(variant, 1000).train(train, separable(100, 2), context);
        assertThat(accuracy(model, train)).isEqualTo(1);
        assertThat(context.warnings).isEmpty();
        assertThat(context.reports.size()).isLessThan(1000);
        assertThat(context.reports.get(context.reports.size() - 1).trainLoss()).isZero();
        assertThat(context.reports.get(context.bestEpoch - 1).trainAuc()).isEqualTo(1);
    }

    @Test
    void averagingComesCloseToTheBorderToo() {
        Examples train = separable(500, 1);
        Model model = perceptron(Variant.AVERAGED, 100).train(train, NONE, new TestContext(1));
        assertThat(accuracy(model, train)).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @EnumSource
    void cannotSolveXor(Variant variant) {
        for (int seed = 1; seed <= 20; seed++) {
            Examples train = xor(400, seed);
            TestContext context = new TestContext(seed);
            Model model = perceptron(variant, 50).train(train, NONE, context);
            double accuracy = accuracy(model, train);
            assertThat(accuracy).isLessThan(0.8);
            if (variant == Variant.POCKET) {
                assertThat(accuracy).isGreaterThan(0.5);
            }
            if (variant == Variant.ROSENBLATT) {
                assertThat(context.warnings).singleElement().asString().contains("not linearly separable");
            } else {
                assertThat(context.warnings).isEmpty();
            }
        }
    }

    @Test
    void thePocketFindsALineForThreeOfTheFourCorners() {
        Examples corners = examples(new float[] {-1, -1, -1, 1, 1, -1, 1, 1}, ones(4), new int[] {0, 1, 1, 0});
        for (int seed = 1; seed <= 1000; seed++) {
            Model model = perceptron(Variant.POCKET, 100).train(corners, NONE, new TestContext(seed));
            assertThat(accuracy(model, corners)).as("seed " + seed).isEqualTo(0.75);
        }
    }

    @Test
    void thePocketHoldsTheSmallestErrorSoFar() {
        Examples train = overlapping(400, 3);
        TestContext context = new TestContext(1);
        Model model = perceptron(Variant.POCKET, 40).train(train, NONE, context);
        double last = Double.POSITIVE_INFINITY;
        for (var report : context.reports) {
            assertThat(report.trainLoss()).isLessThanOrEqualTo(last);
            last = report.trainLoss();
        }
        assertThat(1 - accuracy(model, train)).isCloseTo(last, within(1e-12));
        assertThat(context.reports.get(context.bestEpoch - 1).trainLoss()).isEqualTo(last);
    }

    @Test
    void averagingIsBetterThanTheLastWeightsWhereClassesOverlap() {
        double averaged = 0;
        double last = 0;
        Examples test = overlapping(5000, 99);
        for (int seed = 1; seed <= 10; seed++) {
            Examples train = overlapping(400, seed);
            averaged += accuracy(perceptron(Variant.AVERAGED, 10).train(train, NONE, new TestContext(seed)), test);
            last += accuracy(perceptron(Variant.ROSENBLATT, 10).train(train, NONE, new TestContext(seed)), test);
        }
        assertThat(averaged).isGreaterThan(last + 0.1);
    }

    @Test
    void firstCorrectionIsRosenblatts() {
        Examples one = examples(new float[] {3, 4}, new double[] {2}, new int[] {0});
        Model model = perceptron(Variant.ROSENBLATT, 1).train(one, NONE, new TestContext(1));
        // w = -2·(3, 4), b = -2: at the origin the distance is -2/10.
        double[] out = new double[1];
        model.score(new float[] {0, 0}, 1, out);
        assertThat(out[0]).isCloseTo(-0.2, within(1e-15));
        assertThat(model.threshold()).isZero();
    }

    @Test
    void theRateSetsNoMoreThanTheLength() {
        Examples train = overlapping(100, 1);
        double[] one = scores(new Perceptron("p", training(), Variant.AVERAGED, 5, 1), train);
        double[] eighth = scores(new Perceptron("p", training(), Variant.AVERAGED, 5, 0.125), train);
        assertThat(eighth).containsExactly(one, within(1e-12));
    }

    @Test
    void errorCountsWeights() {
        // One event of weight 3 and one of weight 1 at the same place: one of them is wrong.
        Examples clash = examples(new float[] {1, 1, 1, 1}, new double[] {1.5, 0.5}, new int[] {1, 0});
        TestContext context = new TestContext(1);
        perceptron(Variant.POCKET, 10).train(clash, NONE, context);
        assertThat(context.reports.get(9).trainLoss()).isEqualTo(0.25);
        assertThat(context.reports.get(9).validLoss()).isNaN();
    }

    @Test
    void readAgainItScoresWithTheSameBitsForAnyCut() {
        Examples data = overlapping(50, 1);
        Model model = perceptron(Variant.AVERAGED, 3).train(data, NONE, new TestContext(1));
        Model again = new PerceptronReader().read(model.state());
        double[] whole = new double[50];
        model.score(data.x(), 50, whole);
        for (int i = 0; i < 50; i++) {
            double[] one = new double[1];
            again.score(Arrays.copyOfRange(data.x(), 2 * i, 2 * i + 2), 1, one);
            assertThat(one[0]).isEqualTo(whole[i]);
        }
    }

    @Test
    void theSeedDecidesTheOrder() {
        Perceptron step = perceptron(Variant.ROSENBLATT, 3);
        Examples train = overlapping(100, 1);
        assertThat(scores(step, train)).isEqualTo(scores(step, train));
        double[] other = new double[100];
        step.train(train, NONE, new TestContext(2)).score(train.x(), 100, other);
        assertThat(other).isNotEqualTo(scores(step, train));
    }

    @Test
    void describesItsWeights() {
        Examples one = examples(new float[] {3, 4}, new double[] {1}, new int[] {1});
        Model model = perceptron(Variant.ROSENBLATT, 1).train(one, NONE, new TestContext(1));
        assertThat(model.describe(List.of("pt", "eta")).lines())
                .containsExactly(
                        "input             weight",
                        "pt              0.600000",
                        "eta             0.800000",
                        "bias            0.200000");
        assertThat(model.parameters()).isEqualTo(3);
    }

    @Test
    void learnsTwoClassesAndNothingElse() {
        Perceptron step = perceptron(Variant.ROSENBLATT, 1);
        assertThat(step.supports(Task.BINARY)).isTrue();
        assertThat(step.supports(Task.MULTICLASS)).isFalse();
        assertThat(step.supports(Task.REGRESSION)).isFalse();
    }

    private static double[] scores(Perceptron step, Examples data) {
        double[] out = new double[data.size()];
        step.train(data, NONE, new TestContext(1)).score(data.x(), data.size(), out);
        return out;
    }

    private static double accuracy(Model model, Examples data) {
        double[] out = new double[data.size()];
        model.score(data.x(), data.size(), out);
        int right = 0;
        for (int i = 0; i < out.length; i++) {
            right += (out[i] > 0) == (data.label()[i] == 1) ? 1 : 0;
        }
        return (double) right / out.length;
    }

    private static Perceptron perceptron(Variant variant, int epochs) {
        return new Perceptron("p", training(), variant, epochs, 1);
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

    private static Examples examples(float[] x, double[] weight, int[] label) {
        return new Examples(Task.BINARY, 2, 2, x, weight, label, new double[0]);
    }

    /** Events at a distance of at least 0.05 from the line x + 2y = 0.3. */
    private static Examples separable(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[2 * n];
        int[] label = new int[n];
        for (int i = 0; i < n; ) {
            double a = random.nextDouble(-1.7, 1.7);
            double b = random.nextDouble(-1.7, 1.7);
            double side = (a + 2 * b - 0.3) / Math.sqrt(5);
            if (Math.abs(side) >= 0.05) {
                x[2 * i] = (float) a;
                x[2 * i + 1] = (float) b;
                label[i++] = side > 0 ? 1 : 0;
            }
        }
        return examples(x, ones(n), label);
    }

    private static Examples xor(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[2 * n];
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            int right = random.nextDouble() < 0.5 ? -1 : 1;
            int up = random.nextDouble() < 0.5 ? -1 : 1;
            x[2 * i] = (float) (right * random.nextDouble(0, 1.7));
            x[2 * i + 1] = (float) (up * random.nextDouble(0, 1.7));
            label[i] = right == up ? 0 : 1;
        }
        return examples(x, ones(n), label);
    }

    /** Two Gaussian blobs that overlap: the best error is 16 %. */
    private static Examples overlapping(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[2 * n];
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            label[i] = i % 2;
            x[2 * i] = (float) (2 * label[i] - 1 + random.nextGaussian());
            x[2 * i + 1] = (float) random.nextGaussian();
        }
        return examples(x, ones(n), label);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
