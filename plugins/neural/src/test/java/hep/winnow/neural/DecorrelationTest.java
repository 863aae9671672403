package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Tensor;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.EventExpression;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.loss.Decorrelation;
import hep.winnow.neural.train.Course;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecorrelationTest {
    @Test
    void scoreKnowsLessOfTheColumnWithIt() {
        Examples data = events(1500, 1);

        assertThat(correlation(mlp(0, 256, 20), data)).isGreaterThan(0.5);
        assertThat(correlation(mlp(20, 256, 20), data)).isLessThan(0.15);
    }

    @Test
    void withoutStrengthItIsThePlainNetwork() {
        Examples data = events(300, 1);
        Mlp with = mlp(0, 100, 3);
        Mlp without = new Mlp(
                with.name(),
                with.training(),
                with.layers(),
                with.neurons(),
                new Goal(Optional.empty(), 1),
                with.course());
        double[] plain = weights(without.train(data, empty(), new TestContext(1)));

        assertThat(weights(with.train(data, empty(), new TestContext(1)))).isEqualTo(plain);
        assertThat(weights(mlp(1, 100, 3).train(data, empty(), new TestContext(1))))
                .isNotEqualTo(plain);
    }

    @Test
    void bitsDoNotDependOnTheNumberOfThreads() {
        Examples data = events(1200, 1);
        TestContext one = new TestContext(5);
        List<Tensor> expected =
                mlp(10, 600, 3).train(data, events(200, 2), one).state().tensors();
        TestContext many = new TestContext(5, TestContext.threads(3));
        List<Tensor> found =
                mlp(10, 600, 3).train(data, events(200, 2), many).state().tensors();

        assertThat(many.reports).isEqualTo(one.reports);
        for (int t = 0; t < expected.size(); t++) {
            assertThat(found.get(t).values()).isEqualTo(expected.get(t).values());
        }
    }

    @Test
    void asksForItsColumn() {
        assertThat(mlp(1, 10, 1).spectators()).extracting(EventExpression::text).containsExactly("mass");
    }

    @Test
    void isForTwoClassesAlone() {
        Examples blobs = Toys.blobs(60, 3, 1);
        assertThatThrownBy(() -> mlp(1, 10, 1).train(blobs, blobs, new TestContext(1)))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.message()).contains("for two classes, found 3"));
    }

    private static Mlp mlp(double strength, int batch, int epochs) {
        Mlp plain = Toys.mlp(List.of(12), new Activation.Tanh(), Toys.adam(0.01), batch, epochs, 0);
        return new Mlp(
                plain.name(),
                plain.training(),
                plain.layers(),
                plain.neurons(),
                new Goal(Optional.empty(), 1, Optional.of(new Decorrelation.Disco(new Column("mass"), strength))),
                Course.of(Toys.adam(0.01), batch, epochs, 0));
    }

    private static double[] weights(Model model) {
        return model.state().tensor("layer1.weights").values();
    }

    /** Returns the greatest difference of the mean score in halves of the mass, in units of its spread over the background. */
    private static double correlation(Mlp mlp, Examples data) {
        Model model = mlp.train(data, empty(), new TestContext(1));
        double[] score = new double[data.size()];
        model.score(data.x(), data.size(), score);
        double[] mean = new double[2];
        int[] count = new int[2];
        for (int i = 0; i < score.length; i++) {
            if (data.label()[i] == 0) {
                int half = data.spectator(0)[i] > 0 ? 1 : 0;
                mean[half] += score[i];
                count[half]++;
            }
        }
        double low = mean[0] / count[0];
        double high = mean[1] / count[1];
        double square = 0;
        for (int i = 0; i < score.length; i++) {
            square += data.label()[i] == 0 ? (score[i] - (low + high) / 2) * (score[i] - (low + high) / 2) : 0;
        }
        return Math.abs(high - low) / Math.sqrt(square / (count[0] + count[1]));
    }

    private static Examples empty() {
        return Toys.NO_BINARY.withSpectators(new double[][] {{}});
    }

    /** Signal has a large mass and a large second input; the first input is the mass with noise. */
    private static Examples events(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[2 * n];
        int[] label = new int[n];
        double[] mass = new double[n];
        for (int i = 0; i < n; i++) {
            label[i] = i % 2;
            mass[i] = label[i] == 1 ? 1 + 0.2 * random.nextGaussian() : random.nextGaussian();
            x[2 * i] = (float) (mass[i] + 0.2 * random.nextGaussian());
            x[2 * i + 1] = (float) (label[i] + 0.8 * random.nextGaussian());
        }
        return Toys.binary(2, x, Toys.ones(n), label).withSpectators(new double[][] {mass});
    }
}
