package hep.winnow.neural.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistanceCorrelationTest {
    @Test
    void agreesWithItsDefinitionByFourPoints() {
        // A and B as matrices, for equal weights: see Székely, Rizzo and Bakirov, definition 4.
        double[] x = {1, 2, 4, 8};
        double[] y = {3, 1, 4, 1};
        double[] p = {0.25, 0.25, 0.25, 0.25};
        double[][] a = centred(x);
        double[][] b = centred(y);

        assertThat(of(x, y, p)).isCloseTo(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)), within(1e-14));
    }

    @Test
    void isOneForALineAndLittleForIndependentNumbers() {
        double[] x = random(500, 1);
        double[] line = Arrays.stream(x).map(v -> 3 - 2 * v).toArray();
        double[] p = even(500);

        assertThat(of(x, line, p)).isCloseTo(1, within(1e-12));
        assertThat(of(x, random(500, 2), p)).isLessThan(0.02);
        assertThat(of(x, new double[500], p)).isZero();
    }

    @Test
    void seesADependenceThatIsNoCorrelation() {
        double[] x = random(500, 1);
        double[] square = Arrays.stream(x).map(v -> v * v).toArray();

        assertThat(of(x, square, even(500))).isGreaterThan(0.15);
    }

    @Test
    void aWeightCountsLikeAsManyEvents() {
        double[] x = {1, 2, 4, 8};
        double[] y = {3, 1, 4, 1};
        double[] many = {1, 2, 2, 4, 8, 8};
        double[] ofMany = {3, 1, 1, 4, 1, 1};

        assertThat(of(x, y, new double[] {1 / 6.0, 2 / 6.0, 1 / 6.0, 2 / 6.0}))
                .isCloseTo(of(many, ofMany, even(6)), within(1e-14));
    }

    @Test
    void gradientAgreesWithCentralDifferences() {
        int n = 30;
        double[] x = random(n, 3);
        double[] y =
                IntStream.range(0, n).mapToDouble(i -> x[i] * x[i] + 0.3 * i).toArray();
        double[] p = IntStream.range(0, n)
                .mapToDouble(i -> (1 + i % 3) / 60.0 / 0.9833333333333333)
                .toArray();
        double sum = Arrays.stream(p).sum();
        Arrays.setAll(p, i -> p[i] / sum);
        double[] slope = new double[n];
        new DistanceCorrelation().of(x, y, p, n, slope);
        for (int k = 0; k < n; k++) {
            double value = x[k];
            x[k] = value + 1e-6;
            double up = of(x, y, p);
            x[k] = value - 1e-6;
            double difference = (up - of(x, y, p)) / 2e-6;
            x[k] = value;
            assertThat(slope[k]).isCloseTo(difference, within(1e-8));
        }
    }

    @Test
    void termOfABatchAgreesWithCentralDifferences() {
        int[] label = {0, 1, 0, 0, 1, 0, 0};
        double[] weight = {1, 1, 2, -0.5, 1, 1, 3};
        double[] column = {1, 9, 3, 2, 9, 7, 4};
        Objective objective = new Decorrelated(new Objective.BinaryCrossEntropy(label), label, weight, column, 5);
        BatchTerm term = objective.batchTerm().orElseThrow();
        int[] events = {6, 5, 4, 3, 2, 1, 0};
        float[] z = {0.5f, -1, 0.25f, 2, -0.75f, 1, 0};
        double[] slope = new double[6];
        term.of(z, events, 1, 7, slope);
        for (int k = 0; k < 6; k++) {
            float value = z[k];
            z[k] = value + 0x1p-10f;
            double up = term.of(z, events, 1, 7, new double[6]);
            z[k] = value - 0x1p-10f;
            double difference = (up - term.of(z, events, 1, 7, new double[6])) / 0x1p-9;
            z[k] = value;
            assertThat(slope[k]).isCloseTo(difference, within(1e-5));
        }
        assertThat(slope[1]).as("a signal event").isZero();
    }

    private static double of(double[] x, double[] y, double[] p) {
        return new DistanceCorrelation().of(x, y, p, x.length, new double[x.length]);
    }

    private static double[][] centred(double[] x) {
        int n = x.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = Math.abs(x[i] - x[j]);
            }
        }
        double[] mean =
                Arrays.stream(a).mapToDouble(r -> Arrays.stream(r).sum() / n).toArray();
        double all = Arrays.stream(mean).sum() / n;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] += all - mean[i] - mean[j];
            }
        }
        return a;
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += a[i][j] * b[i][j];
            }
        }
        return sum;
    }

    private static double[] even(int n) {
        double[] p = new double[n];
        Arrays.fill(p, 1.0 / n);
        return p;
    }

    private static double[] random(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }
}
