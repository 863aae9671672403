package hep.winnow.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LogisticTest {
    private final Reference reference = new Reference();

    @Test
    void derivativesAgreeWithFiniteDifferences() {
        for (Examples train : new Examples[] {reference.binary(reference.weight), reference.three(reference.weight)}) {
            for (double l2 : new double[] {0, 0.3}) {
                LogisticObjective objective = new LogisticObjective(train, 100, l2, Workers.sequential());
                int m = objective.size();
                double[] theta = new double[m];
                for (int i = 0; i < m; i++) {
                    theta[i] = 0.3 * Math.sqrt(i + 1) - 0.5;
                }
                LogisticObjective.Value value = objective.at(theta, true);
                for (int i = 0; i < m; i++) {
                    double h = 1e-5;
                    double[] up = theta.clone();
                    double[] down = theta.clone();
                    up[i] += h;
                    down[i] -= h;
                    LogisticObjective.Value above = objective.at(up, false);
                    LogisticObjective.Value below = objective.at(down, false);
                    assertThat((above.loss - below.loss) / (2 * h)).isCloseTo(value.gradient[i], within(1e-8));
                    for (int k = 0; k < m; k++) {
                        assertThat((above.gradient[k] - below.gradient[k]) / (2 * h))
                                .isCloseTo(value.curvature[i * m + k], within(1e-8));
                    }
                }
            }
        }
    }

    @Test
    void errorsCoverTheTruth() {
        int toys = 300;
        int[] covered = new int[2];
        for (int seed = 0; seed < toys; seed++) {
            RandomStream random = new RandomStream(seed);
            int n = 600;
            double[][] x = new double[n][1];
            int[] label = new int[n];
            double[] weight = new double[n];
            for (int i = 0; i < n; i++) {
                x[i][0] = random.nextGaussian();
                label[i] = random.nextDouble() < Link.sigmoid(0.8 * x[i][0] - 0.3) ? 1 : 0;
                weight[i] = random.nextDouble() < 0.1 ? -1 : 1.5;
            }
            LinearModel model = new Training(1).fit(Training.logistic(0), Training.classes(2, x, label, weight));
            covered[0] += Math.abs(model.coefficients()[0] - 0.8) < 1.96 * model.errors()[0] ? 1 : 0;
            covered[1] += Math.abs(model.coefficients()[1] + 0.3) < 1.96 * model.errors()[1] ? 1 : 0;
        }
        assertThat(covered[0] / (double) toys).isBetween(0.91, 0.98);
        assertThat(covered[1] / (double) toys).isBetween(0.91, 0.98);
    }

    @Test
    void errorsOfSeveralClassesCoverTheTruth() {
        int toys = 300;
        double[] slope = {-0.5, 0, 0.5};
        int covered = 0;
        for (int seed = 0; seed < toys; seed++) {
            RandomStream random = new RandomStream(1000 + seed);
            int n = 600;
            double[][] x = new double[n][1];
            int[] label = new int[n];
            for (int i = 0; i < n; i++) {
                x[i][0] = random.nextGaussian();
                double[] p = {slope[0] * x[i][0], slope[1] * x[i][0], slope[2] * x[i][0]};
                Link.softmax(p);
                double u = random.nextDouble();
                label[i] = u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
            }
            LinearModel model =
                    new Training(1).fit(Training.logistic(0), Training.classes(3, x, label, Training.ones(n)));
            for (int c = 0; c < 3; c++) {
                covered += Math.abs(model.coefficients()[2 * c] - slope[c]) < 1.96 * model.errors()[2 * c] ? 1 : 0;
            }
        }
        assertThat(covered / (3.0 * toys)).isBetween(0.92, 0.975);
    }

    @Test
    void coefficientsOfSeveralClassesSumToZero() {
        for (double l2 : new double[] {0, 0.01}) {
            LinearModel model = new Training(3).fit(Training.logistic(l2), reference.three(reference.weight));
            double[] c = model.coefficients();
            for (int f = 0; f < 4; f++) {
                assertThat(c[f] + c[4 + f] + c[8 + f]).isCloseTo(0, within(1e-12));
            }
        }
    }

    @Test
    void probabilitiesSumToOne() {
        Examples train = reference.three(reference.weight);
        LinearModel model = new Training(3).fit(Training.logistic(0), train);
        double[] out = new double[30];
        model.score(train.x(), 10, out);
        for (int i = 0; i < 10; i++) {
            assertThat(out[3 * i] + out[3 * i + 1] + out[3 * i + 2]).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void tellsOfPerfectSeparation() {
        double[][] x = {{-2, 0.3}, {-1, -1}, {1, 0.5}, {2, -0.2}};
        Training training = new Training(2);
        LinearModel model =
                training.fit(Training.logistic(0), Training.classes(2, x, new int[] {0, 0, 1, 1}, Training.ones(4)));
        assertThat(training.warnings)
                .singleElement()
                .asString()
                .contains("separates the train events perfectly", "l2=");
        double[] out = new double[4];
        model.score(new float[] {-2, 0.3f, -1, -1, 1, 0.5f, 2, -0.2f}, 4, out);
        assertThat(out[0]).isLessThan(0.01);
        assertThat(out[3]).isGreaterThan(0.99);
        assertThat(model.errors()).isEmpty();
        Training penalised = new Training(2);
        penalised.fit(Training.logistic(1e-3), Training.classes(2, x, new int[] {0, 0, 1, 1}, Training.ones(4)));
        assertThat(penalised.warnings).isEmpty();
    }

    @Test
    void tellsOfSeparationInPart() {
        // x0 = 1 only ever in signal: its coefficient runs away, though the classes overlap.
        double[][] x = new double[80][2];
        int[] label = new int[80];
        RandomStream random = new RandomStream(4);
        for (int i = 0; i < 80; i++) {
            label[i] = i % 2;
            x[i][0] = label[i] == 1 && i % 4 == 1 ? 1 : 0;
            x[i][1] = random.nextGaussian();
        }
        Training training = new Training(2);
        training.fit(Training.logistic(0), Training.classes(2, x, label, Training.ones(80)));
        assertThat(training.warnings).singleElement().asString().contains("separates a part");
    }

    @Test
    void weightOfTwoIsADuplicatedRow() {
        int n = reference.x.length;
        double[][] x = Arrays.copyOf(reference.x, n + 1);
        int[] label = Arrays.copyOf(reference.signal(), n + 1);
        x[n] = x[7];
        label[n] = label[7];
        double[] w = reference.ones();
        w[7] = 2;
        LinearModel once = new Training(3).fit(Training.logistic(0), reference.binary(w));
        LinearModel twice =
                new Training(3).fit(Training.logistic(0), Training.classes(2, x, label, Training.ones(n + 1)));
        assertThat(once.coefficients()).containsExactly(twice.coefficients(), within(1e-9));
    }

    @Test
    void negativeTwinCancelsAnEvent() {
        int n = reference.x.length;
        double[][] x = Arrays.copyOf(reference.x, n + 2);
        int[] label = Arrays.copyOf(reference.signal(), n + 2);
        double[] w = Training.ones(n + 2);
        x[n] = new double[] {4, -4, 1};
        x[n + 1] = x[n];
        w[n + 1] = -1;
        LinearModel with = new Training(3).fit(Training.logistic(0), Training.classes(2, x, label, w));
        LinearModel without = new Training(3).fit(Training.logistic(0), reference.binary(reference.ones()));
        assertThat(with.coefficients()).containsExactly(without.coefficients(), within(1e-9));
    }

    @Test
    void refusesALossWithoutAMinimum() {
        double[] w = reference.ones();
        int[] signal = reference.signal();
        for (int i = 0; i < w.length; i++) {
            // All signal at large x0 counts negative: the loss falls for ever.
            w[i] = signal[i] == 1 && reference.x[i][0] > 1.2 ? -1.2 : 1;
        }
        Training training = new Training(3);
        assertThatThrownBy(() -> training.fit(Training.logistic(0), reference.binary(w)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("negative weights outweigh the others");
    }

    @Test
    void sameBitsInAnyOrderOfTheWork() {
        RandomStream random = new RandomStream(3);
        double[][] x = new double[6000][2];
        int[] label = new int[6000];
        for (int i = 0; i < 6000; i++) {
            label[i] = i % 2;
            x[i][0] = random.nextGaussian() + label[i];
            x[i][1] = random.nextGaussian();
        }
        Examples train = Training.classes(2, x, label, Training.ones(6000));
        LinearModel a = new Training(2).fit(Training.logistic(0), train);
        LinearModel b = new Training(2, Training.backwards()).fit(Training.logistic(0), train);
        assertThat(a.coefficients()).isEqualTo(b.coefficients());
        assertThat(a.errors()).isEqualTo(b.errors());
    }

    @Test
    void namesConstantInputs() {
        double[][] x = {{1, 0}, {2, 0}, {1, 0}, {0, 0}};
        assertThatThrownBy(() -> new Training(2)
                        .fit(Training.logistic(0), Training.classes(2, x, new int[] {1, 0, 0, 1}, Training.ones(4))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'x1' is constant");
    }
}
