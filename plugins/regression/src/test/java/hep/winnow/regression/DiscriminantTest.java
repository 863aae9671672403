package hep.winnow.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DiscriminantTest {
    private static final Lda LDA = new Lda("ld", Training.options(), Priors.WEIGHTED);
    private static final Fisher FISHER = new Fisher("fi", Training.options());
    private final double[][] x = new double[400][2];
    private final int[] label = new int[400];

    DiscriminantTest() {
        RandomStream random = new RandomStream(12);
        for (int i = 0; i < 400; i++) {
            label[i] = i % 2;
            double a = random.nextGaussian();
            x[i][0] = a + 2 * label[i];
            x[i][1] = 0.7 * a + random.nextGaussian();
        }
    }

    @Test
    void fisherIsScaledToTheSpreadWithinTheClasses() {
        LinearModel model = new Training(2).fit(FISHER, Training.classes(2, x, label, Training.ones(400)));
        double[] score = score(model);
        double[] mean = new double[2];
        for (int i = 0; i < 400; i++) {
            mean[label[i]] += score[i] / 200;
        }
        double variance = 0;
        for (int i = 0; i < 400; i++) {
            variance += (score[i] - mean[label[i]]) * (score[i] - mean[label[i]]) / 400;
        }
        assertThat(variance).isCloseTo(1, within(1e-6));
        assertThat(mean[0] + mean[1]).isCloseTo(0, within(1e-6));
        assertThat(mean[1]).isPositive();
        assertThat(model.threshold()).isZero();
        assertThat(model.notes().get(1))
                .contains(CoefficientTable.number(mean[1] - mean[0]).substring(0, 4));
    }

    @Test
    void ldaAndFisherOrderEventsAlike() {
        Examples train = Training.classes(2, x, label, Training.ones(400));
        double[] a = score(new Training(2).fit(LDA, train));
        double[] b = score(new Training(2).fit(FISHER, train));
        for (int i = 1; i < 400; i++) {
            assertThat(a[i] > a[i - 1]).isEqualTo(b[i] > b[i - 1]);
        }
    }

    @Test
    void priorsMoveTheProbabilityAndNotTheDirection() {
        double[] w = Training.ones(400);
        for (int i = 0; i < 400; i++) {
            w[i] = label[i] == 1 ? 0.1 : 1;
        }
        Examples train = Training.classes(2, x, label, w);
        double[] weighted = new Training(2).fit(LDA, train).coefficients();
        double[] equal = new Training(2)
                .fit(new Lda("ld", Training.options(), Priors.EQUAL), train)
                .coefficients();
        assertThat(Arrays.copyOf(weighted, 2)).isEqualTo(Arrays.copyOf(equal, 2));
        assertThat(weighted[2] - equal[2]).isCloseTo(StrictMath.log(0.1), within(1e-9));
    }

    @Test
    void negativeTwinCancelsAnEvent() {
        double[][] more = Arrays.copyOf(x, 402);
        int[] labels = Arrays.copyOf(label, 402);
        double[] w = Training.ones(402);
        more[400] = new double[] {20, -20};
        more[401] = more[400];
        w[401] = -1;
        double[] with =
                new Training(2).fit(LDA, Training.classes(2, more, labels, w)).coefficients();
        double[] without = new Training(2)
                .fit(LDA, Training.classes(2, x, label, Training.ones(400)))
                .coefficients();
        assertThat(with).containsExactly(without, within(1e-9));
    }

    @Test
    void namesCollinearAndConstantInputs() {
        double[][] three = new double[400][];
        for (int i = 0; i < 400; i++) {
            three[i] = new double[] {x[i][0], x[i][1], x[i][0] - 3 * x[i][1]};
        }
        assertThatThrownBy(() -> new Training(3).fit(LDA, Training.classes(2, three, label, Training.ones(400))))
                .isInstanceOf(UserError.class)
                .hasMessage("input 'x2' follows from 'x0', 'x1' on the train events: the inputs are collinear");
        for (int i = 0; i < 400; i++) {
            three[i][2] = label[i] + 0.1;
        }
        assertThatThrownBy(() -> new Training(3).fit(FISHER, Training.classes(2, three, label, Training.ones(400))))
                .isInstanceOf(UserError.class)
                .hasMessage("input 'x2' is constant on the train events of each class");
    }

    @Test
    void refusesAClassWithoutWeight() {
        double[] w = Training.ones(400);
        for (int i = 0; i < 400; i++) {
            w[i] = label[i] == 1 ? -1 : 1;
        }
        assertThatThrownBy(() -> new Training(2).fit(LDA, Training.classes(2, x, label, w)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("class 1 sum to -200");
    }

    @Test
    void fisherRefusesEqualMeans() {
        double[][] same = {{1, 0}, {0, 1}, {-1, -1}, {1, 0}, {0, 1}, {-1, -1}};
        assertThatThrownBy(() -> new Training(2)
                        .fit(FISHER, Training.classes(2, same, new int[] {0, 0, 0, 1, 1, 1}, Training.ones(6))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("same mean");
    }

    @Test
    void eachLearnerSupportsItsTasks() {
        assertThat(LDA.supports(Task.MULTICLASS)).isTrue();
        assertThat(LDA.supports(Task.REGRESSION)).isFalse();
        assertThat(FISHER.supports(Task.MULTICLASS)).isFalse();
        assertThat(Training.logistic(0).supports(Task.BINARY)).isTrue();
        assertThat(new Linear("l", Training.options()).supports(Task.BINARY)).isFalse();
        assertThat(new Ridge("l", Training.options(), 1).supports(Task.REGRESSION))
                .isTrue();
    }

    private double[] score(LinearModel model) {
        float[] flat = new float[800];
        for (int i = 0; i < 800; i++) {
            flat[i] = (float) x[i / 2][i % 2];
        }
        double[] out = new double[400];
        model.score(flat, 400, out);
        return out;
    }
}
