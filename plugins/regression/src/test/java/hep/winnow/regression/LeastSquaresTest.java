package hep.winnow.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LeastSquaresTest {
    private static final Linear LINEAR = new Linear("fit", Training.options());

    @Test
    void agreesWithTheNaiveNormalEquations() {
        for (int seed = 0; seed < 10; seed++) {
            Sample s = new Sample(seed, 60, 0.1);
            LinearModel model = new Training(3).fit(LINEAR, Training.regression(s.x, s.y, s.w));
            assertThat(model.coefficients()).containsExactly(naive(s), within(1e-8));
        }
    }

    @Test
    void errorsCoverTheTruth() {
        int toys = 500;
        int[] covered = new int[4];
        double[] truth = {1, -2, 0.5, 3};
        for (int seed = 0; seed < toys; seed++) {
            Sample s = new Sample(100 + seed, 400, 0.2);
            LinearModel model = new Training(3).fit(LINEAR, Training.regression(s.x, s.y, s.w));
            for (int f = 0; f < 4; f++) {
                covered[f] += Math.abs(model.coefficients()[f] - truth[f]) < 1.96 * model.errors()[f] ? 1 : 0;
            }
        }
        for (int c : covered) {
            assertThat((double) c / toys).isBetween(0.92, 0.975);
        }
    }

    @Test
    void weightOfTwoIsADuplicatedRow() {
        Sample s = new Sample(3, 40, 0);
        double[][] x = Arrays.copyOf(s.x, 41);
        double[] y = Arrays.copyOf(s.y, 41);
        x[40] = s.x[5];
        y[40] = s.y[5];
        s.w[5] = 2;
        LinearModel once = new Training(3).fit(LINEAR, Training.regression(s.x, s.y, s.w));
        LinearModel twice = new Training(3).fit(LINEAR, Training.regression(x, y, Training.ones(41)));
        assertThat(once.coefficients()).containsExactly(twice.coefficients(), within(1e-12));
    }

    @Test
    void negativeTwinCancelsAnEvent() {
        Sample s = new Sample(3, 40, 0);
        double[][] x = Arrays.copyOf(s.x, 42);
        double[] y = Arrays.copyOf(s.y, 42);
        double[] w = Training.ones(42);
        x[40] = new double[] {5, 5, 5};
        x[41] = x[40];
        y[40] = 99;
        y[41] = 99;
        w[41] = -1;
        LinearModel with = new Training(3).fit(LINEAR, Training.regression(x, y, w));
        LinearModel without = new Training(3).fit(LINEAR, Training.regression(s.x, s.y, s.w));
        assertThat(with.coefficients()).containsExactly(without.coefficients(), within(1e-11));
    }

    @Test
    void sameBitsInAnyOrderOfTheWork() {
        Sample s = new Sample(4, 20_000, 0.1);
        LinearModel a = new Training(3).fit(LINEAR, Training.regression(s.x, s.y, s.w));
        LinearModel b = new Training(3, Training.backwards()).fit(LINEAR, Training.regression(s.x, s.y, s.w));
        assertThat(a.coefficients()).isEqualTo(b.coefficients());
        assertThat(a.errors()).isEqualTo(b.errors());
    }

    @Test
    void namesCollinearInputs() {
        Sample s = new Sample(5, 50, 0);
        for (double[] row : s.x) {
            row[2] = 2 * row[0] + 1;
        }
        assertThatThrownBy(() -> new Training(3).fit(LINEAR, Training.regression(s.x, s.y, s.w)))
                .isInstanceOf(UserError.class)
                .hasMessage("input 'x2' follows from 'x0' on the train events: the inputs are collinear");
        LinearModel ridge =
                new Training(3).fit(new Ridge("r", Training.options(), 1e-3), Training.regression(s.x, s.y, s.w));
        assertThat(Arrays.stream(ridge.coefficients()).allMatch(Double::isFinite))
                .isTrue();
    }

    @Test
    void namesConstantInputs() {
        Sample s = new Sample(5, 50, 0);
        for (double[] row : s.x) {
            row[1] = 0.1;
        }
        assertThatThrownBy(() -> new Training(3).fit(LINEAR, Training.regression(s.x, s.y, s.w)))
                .isInstanceOf(UserError.class)
                .hasMessage("input 'x1' is constant on the train events");
    }

    @Test
    void refusesNegativeWeightsThatOutweighTheOthers() {
        Sample s = new Sample(6, 50, 0);
        s.w[0] = -60;
        assertThatThrownBy(() -> new Training(3).fit(LINEAR, Training.regression(s.x, s.y, s.w)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("expected a positive sum");
        s.w[0] = -40;
        s.x[0] = new double[] {30, 0, 0};
        assertThatThrownBy(() -> new Training(3).fit(LINEAR, Training.regression(s.x, s.y, s.w)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("negative weights outweigh the others");
    }

    /** y = x0 − 2 x1 + x2/2 + 3 + noise that grows with |x0|; a share of the weights is negative. */
    private static final class Sample {
        final double[][] x;
        final double[] y;
        final double[] w;

        Sample(long seed, int n, double negative) {
            RandomStream random = new RandomStream(seed);
            x = new double[n][3];
            y = new double[n];
            w = new double[n];
            for (int i = 0; i < n; i++) {
                for (int f = 0; f < 3; f++) {
                    x[i][f] = (float) (random.nextGaussian() + 0.3 * f);
                }
                y[i] = x[i][0]
                        - 2 * x[i][1]
                        + 0.5 * x[i][2]
                        + 3
                        + (0.3 + 0.3 * Math.abs(x[i][0])) * random.nextGaussian();
                w[i] = random.nextDouble() < negative ? -0.5 : 1;
            }
        }
    }

    /** (XᵀWX)⁻¹ XᵀWy by Gauss and Jordan, intercept as a column of ones. */
    private static double[] naive(Sample s) {
        double[][] a = new double[4][5];
        for (int i = 0; i < s.x.length; i++) {
            double[] z = {s.x[i][0], s.x[i][1], s.x[i][2], 1, s.y[i]};
            for (int r = 0; r < 4; r++) {
                for (int c = 0; c < 5; c++) {
                    a[r][c] += s.w[i] * z[r] * z[c];
                }
            }
        }
        for (int k = 0; k < 4; k++) {
            for (int c = 4; c >= k; c--) {
                a[k][c] /= a[k][k];
            }
            for (int r = 0; r < 4; r++) {
                double factor = r == k ? 0 : a[r][k];
                for (int c = k; c < 5; c++) {
                    a[r][c] -= factor * a[k][c];
                }
            }
        }
        return new double[] {a[0][4], a[1][4], a[2][4], a[3][4]};
    }
}
