package hep.winnow.core.model.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.Transform;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransformFitterTest {
    private static final int N = 4000;

    /** Three columns that hang together, of widths that differ by a thousand; the third is skewed. */
    private static final double[][] X = columns();

    /** One weight in ten is negative. */
    private static final double[] W = weights();

    private static double[][] columns() {
        RandomStream random = new RandomStream(3);
        double[][] x = new double[3][N];
        for (int i = 0; i < N; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            x[0][i] = 50 + 100 * a;
            x[1][i] = 0.1 * (a + 0.5 * b);
            x[2][i] = StrictMath.exp(0.7 * random.nextGaussian() + 0.5 * b);
        }
        return x;
    }

    private static double[] weights() {
        RandomStream random = new RandomStream(4);
        double[] w = new double[N];
        for (int i = 0; i < N; i++) {
            w[i] = (i % 10 == 3 ? -0.5 : 1) * (0.5 + random.nextDouble());
        }
        return w;
    }

    private static TransformFitter.Fit fit(Transform transform, double[][] x, double... w) {
        return new TransformFitter(Workers.sequential()).fit(transform, TransformFitter.columns(x, w, w.length));
    }

    private static double[][] made(Transform transform, double[][] x, double... w) {
        return fit(transform, x, w).transform().apply(x, w.length);
    }

    private static double[] ones(int n) {
        double[] w = new double[n];
        Arrays.fill(w, 1);
        return w;
    }

    /** Σ w (x - mean x)(y - mean y) / Σ w, with means by the same weights: the naive reference. */
    private static double covariance(double[] x, double[] y, double[] w) {
        double total = 0;
        double mx = 0;
        double my = 0;
        for (int i = 0; i < w.length; i++) {
            total += w[i];
            mx += w[i] * x[i];
            my += w[i] * y[i];
        }
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * (x[i] - mx / total) * (y[i] - my / total);
        }
        return sum / total;
    }

    static List<Transform> all() {
        return List.of(
                new Transform.Standard(),
                new Transform.MinMax(),
                new Transform.Decorrelate(),
                new Transform.Pca(Optional.empty()),
                new Transform.Gauss(),
                new Transform.Uniform());
    }

    @Test
    void decorrelatedInputsHaveUnitCovarianceBySignedWeights() {
        double[][] y = made(new Transform.Decorrelate(), X, W);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertThat(covariance(y[a], y[b], W)).isCloseTo(a == b ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void decorrelatesByTheSymmetricRootOfTheInverseCovariance() {
        double[][] x = {Arrays.copyOf(X[1], N), X[2]};
        double[] m = ((Rotation) fit(new Transform.Decorrelate(), x, W).transform()).forward();
        double c00 = covariance(x[0], x[0], W);
        double c01 = covariance(x[0], x[1], W);
        double c11 = covariance(x[1], x[1], W);
        // M symmetric and M C M = 1.
        assertThat(m[1]).isCloseTo(m[2], within(1e-12));
        double r0 = m[0] * c00 + m[1] * c01;
        double r1 = m[0] * c01 + m[1] * c11;
        assertThat(r0 * m[0] + r1 * m[1]).isCloseTo(1, within(1e-10));
        assertThat(r0 * m[1] + r1 * m[3]).isCloseTo(0, within(1e-10));
        assertThat(m[0]).isPositive();
        assertThat(m[0] * m[3] - m[1] * m[2]).isPositive();
    }

    @Test
    void leavesDirectionsWithoutSpreadAsTheyAre() {
        double[] twice = Arrays.stream(X[1]).map(v -> 2 * v).toArray();
        double[] constant = new double[N];
        Arrays.fill(constant, 7);
        double[][] x = {X[1], twice, constant};
        TransformFitter.Fit fit = fit(new Transform.Decorrelate(), x, ones(N));
        assertThat(fit.note()).isEqualTo("2 of 3 directions have no spread and are left as they are");
        double[][] y = fit.transform().apply(x, N);
        double total = covariance(y[0], y[0], ones(N)) + covariance(y[1], y[1], ones(N));
        assertThat(total).isCloseTo(1, within(1e-9));
        assertThat(y[2]).containsOnly(0.0);
    }

    @Test
    void principalComponentsAreUncorrelatedAndFallInVariance() {
        double[][] y = made(new Transform.Pca(Optional.empty()), X, W);
        double[] variance = new double[3];
        for (int a = 0; a < 3; a++) {
            variance[a] = covariance(y[a], y[a], W);
            for (int b = 0; b < a; b++) {
                assertThat(covariance(y[a], y[b], W)).isCloseTo(0, within(1e-8));
            }
        }
        assertThat(variance[0]).isGreaterThan(variance[1]);
        assertThat(variance[1]).isGreaterThan(variance[2]);
        double sum = covariance(X[0], X[0], W) + covariance(X[1], X[1], W) + covariance(X[2], X[2], W);
        assertThat(variance[0] + variance[1] + variance[2]).isCloseTo(sum, within(1e-8 * sum));
    }

    @Test
    void keepsTheFirstComponents() {
        double[][] all = made(new Transform.Pca(Optional.empty()), X, W);
        TransformFitter.Fit fit = fit(new Transform.Pca(Optional.of(2)), X, W);
        double[][] two = fit.transform().apply(X, N);
        assertThat(two).hasNumberOfRows(2);
        assertThat(two[0]).containsExactly(all[0]);
        assertThat(two[1]).containsExactly(all[1]);
        assertThat(fit.note()).contains("2 of 3 components hold 100.0 % of the variance");
        assertThatThrownBy(() -> fit(new Transform.Pca(Optional.of(4)), X, W))
                .hasMessageContaining("pca(keep=4) keeps more components than there are inputs: 3");
    }

    @Test
    void gaussMakesANormalDistribution() {
        double[][] y = made(new Transform.Gauss(), X, ones(N));
        for (double[] column : y) {
            double mean = Arrays.stream(column).sum() / N;
            assertThat(mean).isCloseTo(0, within(1e-3));
            assertThat(covariance(column, column, ones(N))).isCloseTo(1, within(5e-3));
            double[] sorted = column.clone();
            Arrays.sort(sorted);
            double distance = 0;
            for (int i = 0; i < N; i++) {
                distance = Math.max(distance, Math.abs((i + 0.5) / N - normal(sorted[i])));
            }
            // The 95 % point of the one-sample test is 1.36/√n.
            assertThat(distance).isLessThan(0.1 * 1.36 / Math.sqrt(N));
        }
    }

    /** Φ by Simpson's rule. */
    private static double normal(double x) {
        int steps = 400;
        double h = x / steps;
        double sum = density(0) + density(x);
        for (int k = 1; k < steps; k++) {
            sum += (k % 2 == 0 ? 2 : 4) * density(k * h);
        }
        return 0.5 + sum * h / 3;
    }

    private static double density(double x) {
        return StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void uniformIsFlatByAbsoluteWeights() {
        TransformFitter.Fit fit = fit(new Transform.Uniform(), X, W);
        double[][] y = fit.transform().apply(X, N);
        double total = Arrays.stream(W).map(Math::abs).sum();
        double[] bins = new double[20];
        for (int i = 0; i < N; i++) {
            assertThat(y[2][i]).isBetween(0.0, 1.0);
            bins[(int) (20 * y[2][i])] += Math.abs(W[i]) / total;
        }
        for (double share : bins) {
            assertThat(share).isCloseTo(0.05, within(1.5e-3));
        }
        assertThat(fit.note()).isEqualTo("400 of 4000 weights are negative and count with their absolute value");
    }

    @Test
    void distributionsAreHalfWayWhereEventsAreEqual() {
        double[][] y = made(new Transform.Uniform(), new double[][] {{1, 1, 2, 5}}, 1, 1, 4, 2);
        // Half of 2, then 2 and half of 4, then 6 and half of 2, all of 8.
        assertThat(y[0]).containsExactly(0.125, 0.125, 0.5, 0.875);
    }

    @Test
    void distributionsRiseAndStayAtTheirEnds() {
        FittedTransform gauss =
                fit(new Transform.Gauss(), new double[][] {X[2]}, ones(N)).transform();
        double[] probe = new double[3001];
        for (int i = 0; i < probe.length; i++) {
            probe[i] = -5 + 0.01 * i;
        }
        double[] y = gauss.apply(new double[][] {probe}, probe.length)[0];
        for (int i = 1; i < y.length; i++) {
            assertThat(y[i]).isGreaterThanOrEqualTo(y[i - 1]);
        }
        assertThat(y[0]).isEqualTo(NormalQuantile.of(0.5 / N));
        assertThat(y[y.length - 1]).isEqualTo(-y[0], within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("all")
    void canBeUndone(Transform transform) {
        FittedTransform fitted = fit(transform, X, W).transform();
        double[][] back = fitted.invert(fitted.apply(X, N), N);
        double[] width = {100, 0.1, 1};
        for (int f = 0; f < 3; f++) {
            double off = 0;
            for (int i = 0; i < N; i++) {
                off = Math.max(off, Math.abs(back[f][i] - X[f][i]));
            }
            assertThat(off).isLessThan(1e-9 * width[f]);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void makesOfAnEventWhatItMakesOfItAlone(Transform transform) {
        FittedTransform fitted = fit(transform, X, W).transform();
        double[][] all = fitted.apply(X, N);
        for (int i = 0; i < N; i += 97) {
            double[][] alone = fitted.apply(new double[][] {{X[0][i]}, {X[1][i]}, {X[2][i]}}, 1);
            for (int f = 0; f < 3; f++) {
                assertThat(alone[f][0]).isEqualTo(all[f][i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepsNaN(Transform transform) {
        double[][] y = fit(transform, X, W).transform().apply(new double[][] {{Double.NaN}, {0.1}, {1}}, 1);
        assertThat(y[0][0]).isNaN();
    }

    @Test
    void takesAbsoluteWeightsWhereSignedOnesLeaveNoVariance() {
        double[][] x = {{0, 1, 10}};
        double[] w = {3, 3, -1};
        for (Transform transform : List.of(new Transform.Standard(), new Transform.Decorrelate())) {
            TransformFitter.Fit fit = fit(transform, x, w);
            assertThat(fit.note())
                    .isEqualTo("with their sign the weights leave no positive variance: 1 of 3 weights are negative"
                            + " and count with their absolute value");
            double[][] y = fit.transform().apply(x, 3);
            assertThat(covariance(y[0], y[0], new double[] {3, 3, 1})).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void minmaxGoesFromNoughtToOne() {
        double[][] y = made(new Transform.MinMax(), new double[][] {{-2, 6, 0}, {3, 3, 3}}, 1, -1, 0);
        assertThat(y[0]).containsExactly(0, 1, 0.25);
        assertThat(y[1]).containsExactly(0, 0, 0);
    }

    @Test
    void keepsFewKnotsOfManyEvents() {
        int n = 200_000;
        RandomStream random = new RandomStream(8);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i % 3 == 0 ? 0 : random.nextGaussian();
        }
        Quantiles gauss = (Quantiles)
                fit(new Transform.Gauss(), new double[][] {x}, ones(n)).transform();
        assertThat(gauss.from()[0].length).isLessThan(3000);
        Quantiles flat = (Quantiles)
                fit(new Transform.Uniform(), new double[][] {x}, ones(n)).transform();
        assertThat(flat.from()[0].length).isLessThan(2200);
        // A third of all is 0: it lies between those below and those above.
        assertThat(flat.apply(new double[][] {{0}}, 1)[0][0]).isCloseTo(0.5, within(2e-3));
        assertThat(flat.apply(new double[][] {{1e-3}}, 1)[0][0]).isCloseTo(2.0 / 3, within(3e-3));
    }
}
