package hep.winnow.neural.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.Balance;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.NegativeWeights;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.Tensor;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.neural.TestContext;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Neurons;
import hep.winnow.neural.optimise.Solver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GanTest {
    @Test
    void learnsWhereEventsLie() {
        TestContext context = new TestContext(1);
        GanModel model = (GanModel) gan(64, 40, adam(2e-3)).train(line(1000, 1), line(500, 2), context);
        float[] x = new float[2 * 2000];
        model.generate(new RandomStream(3), 2000, x);

        double distance = 0;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < 2000; i++) {
            distance += Math.abs(x[2 * i + 1] - 0.5 * x[2 * i]) / 2000;
            mean += x[2 * i] / 2000;
            square += x[2 * i] * x[2 * i] / 2000;
        }
        assertThat(distance).isLessThan(0.25);
        assertThat(mean).isCloseTo(1, within(0.25));
        assertThat(Math.sqrt(square - mean * mean)).isCloseTo(1, within(0.3));
        assertThat(context.reports.get(0).validLoss())
                .isGreaterThan(5 * context.reports.get(context.bestEpoch - 1).validLoss());
    }

    @Test
    void keepsTheLastEpochOfTheLeastDistanceAndTellsNoneBelowChance() {
        TestContext context = new TestContext(1);
        Examples valid = line(200, 2);
        gan(64, 30, adam(2e-3)).train(line(1000, 1), valid, context);
        double least = context.reports.stream()
                .mapToDouble(EpochReport::validLoss)
                .min()
                .orElseThrow();
        int last = context.reports.stream()
                .filter(r -> r.validLoss() == least)
                .mapToInt(EpochReport::epoch)
                .max()
                .orElseThrow();

        assertThat(context.reports).hasSize(30);
        assertThat(context.bestEpoch).isEqualTo(last);
        assertThat(least).isGreaterThanOrEqualTo(judge(valid).chance());
    }

    @Test
    void chanceIsTheDistanceOfEqualSamples() {
        double sum = 0;
        EnergyDistance distance = new EnergyDistance(2, Workers.sequential());
        for (int seed = 0; seed < 20; seed++) {
            Examples one = line(100, 2 * seed + 10);
            Examples other = line(100, 2 * seed + 11);
            EnergyDistance.Cloud a = new EnergyDistance.Cloud(one.x(), one.weight());
            EnergyDistance.Cloud b = new EnergyDistance.Cloud(other.x(), other.weight());
            sum += 2 * distance.mean(a, b) - distance.mean(a, a) - distance.mean(b, b);
        }

        assertThat(judge(line(100, 1)).chance()).isCloseTo(sum / 20, within(0.3 * sum / 20));
    }

    private static Judge judge(Examples part) {
        return new Judge(part, new TestContext(1).random().stream("valid judge"), Workers.sequential());
    }

    @Test
    void bitsDoNotDependOnTheNumberOfThreads() {
        Gan gan = new Gan(
                "g",
                training(),
                3,
                List.of(8),
                List.of(8),
                0.1,
                0.9,
                new Neurons(new Activation.Leaky(0.2), 0.1, true),
                adam(1e-3),
                Optional.empty(),
                300,
                3,
                0);
        TestContext one = new TestContext(5);
        List<Tensor> expected =
                gan.train(line(1100, 1), line(300, 2), one).state().tensors();
        for (int threads : new int[] {2, 8}) {
            TestContext many = new TestContext(5, TestContext.threads(threads));
            List<Tensor> found =
                    gan.train(line(1100, 1), line(300, 2), many).state().tensors();
            assertThat(many.reports).isEqualTo(one.reports);
            for (int t = 0; t < expected.size(); t++) {
                assertThat(found.get(t).values()).isEqualTo(expected.get(t).values());
            }
        }
    }

    @Test
    void keptAndReadAgainItMakesAndScoresTheSameBits() {
        Examples data = line(500, 1);
        GanModel model = (GanModel) gan(64, 2, adam(1e-3)).train(data, line(0, 1), new TestContext(1));
        GanModel again = (GanModel) new GanReader().read(model.state());
        float[] made = new float[2 * 600];
        model.generate(new RandomStream(3), 600, made);
        float[] fewer = new float[2 * 300];
        again.generate(new RandomStream(3), 300, fewer);
        double[] expected = new double[500];
        double[] found = new double[500];
        model.score(data.x(), 500, expected);
        again.score(data.x(), 500, found);

        assertThat(fewer).isEqualTo(Arrays.copyOf(made, 600));
        assertThat(found).isEqualTo(expected);
        assertThat(again.parameters()).isEqualTo(model.parameters());
        assertThat(model.describe(List.of("a", "b"))).contains("generator", "discriminator", "inputs: a, b");
    }

    @Test
    void withoutAValidPartTheTrainPartJudges() {
        TestContext context = new TestContext(1);
        Examples train = line(300, 1);
        gan(64, 3, adam(1e-3)).train(train, line(0, 2), context);
        double least = context.reports.stream()
                .mapToDouble(EpochReport::trainLoss)
                .min()
                .orElseThrow();

        assertThat(context.reports.get(0).validLoss()).isNaN();
        assertThat(context.reports.get(context.bestEpoch - 1).trainLoss()).isEqualTo(least);
    }

    @Test
    void energyDistanceIsThatOfItsFormula() {
        EnergyDistance distance = new EnergyDistance(1, Workers.sequential());
        EnergyDistance.Cloud a = new EnergyDistance.Cloud(new float[] {0, 1}, new double[] {1, 3});
        EnergyDistance.Cloud b = new EnergyDistance.Cloud(new float[] {2}, new double[] {5});

        assertThat(distance.mean(a, b)).isEqualTo((1 * 2 + 3 * 1) / 4.0);
        assertThat(distance.mean(a, a)).isEqualTo(2 * 3 / 16.0);
        assertThat(distance.mean(b, b)).isZero();
    }

    @Test
    void refusesASolverThatLooksForAMinimum() {
        assertThatThrownBy(() -> gan(64, 1, new Solver.Lbfgs(10))).hasMessageContaining("take adam");
    }

    private static Gan gan(int batch, int epochs, Solver solver) {
        return new Gan(
                "g",
                training(),
                3,
                List.of(16),
                List.of(16),
                0,
                0.95,
                new Neurons(new Activation.Leaky(0.2), 0, false),
                solver,
                Optional.empty(),
                batch,
                epochs,
                0);
    }

    private static Solver adam(double rate) {
        return new Solver.Adam(rate, 0.5, 0.999, 1e-8);
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

    /** Points round the line y = x/2, of mean 1 and standard deviation 1 in x. */
    private static Examples line(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[2 * n];
        for (int i = 0; i < n; i++) {
            x[2 * i] = (float) (1 + random.nextGaussian());
            x[2 * i + 1] = (float) (0.5 * x[2 * i] + 0.1 * random.nextGaussian());
        }
        double[] weight = new double[n];
        Arrays.fill(weight, 1);
        return new Examples(Task.UNSUPERVISED, 1, 2, x, weight, new int[n], new double[0]);
    }
}
