package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both kinds of comparisons against the operators of Java, number by number. */
final class ComparisonsTest {
    private static final double[] ODD = {
        0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE
    };

    private interface Operator {
        boolean holds(double a, double b);
    }

    private interface WithNumber {
        boolean apply(double[] a, double b, int n, boolean[] out);
    }

    private interface WithArray {
        boolean apply(double[] a, double[] b, int n, boolean[] out);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 31, 64, 265, 1000})
    void agreeWithTheOperatorsOfJava(int n) {
        for (ComparisonKernel kernel :
                List.of(KernelSet.scalar().comparisons(), VectorKernels.set().comparisons())) {
            for (boolean isOdd : new boolean[] {false, true}) {
                double[] a = numbers(n, isOdd, 1);
                double[] b = numbers(n, isOdd, 2);
                check(kernel::less, kernel::less, (x, y) -> x < y, a, b, n);
                check(kernel::lessEqual, kernel::lessEqual, (x, y) -> x <= y, a, b, n);
                check(kernel::equal, kernel::equal, (x, y) -> x == y, a, b, n);
                check(kernel::notEqual, kernel::notEqual, (x, y) -> x < y || x > y, a, b, n);
                check(kernel::greater, kernel::less, (x, y) -> x > y, (x, y) -> x < y, a, b, n);
                check(kernel::greaterEqual, kernel::lessEqual, (x, y) -> x >= y, (x, y) -> x <= y, a, b, n);
            }
        }
    }

    private static void check(WithNumber one, WithArray all, Operator operator, double[] a, double[] b, int n) {
        check(one, all, operator, operator, a, b, n);
    }

    private static void check(
            WithNumber one, WithArray all, Operator ofNumber, Operator ofArray, double[] a, double[] b, int n) {
        for (double number : ODD) {
            double[] same = new double[a.length];
            Arrays.fill(same, number);
            boolean[] out = new boolean[a.length];
            assertThat(one.apply(a, number, n, out)).as("NaN").isEqualTo(hasNan(a, same, n));
            assertThat(out).isEqualTo(expected(ofNumber, a, same, n));
        }
        boolean[] out = new boolean[a.length];
        assertThat(all.apply(a, b, n, out)).as("NaN").isEqualTo(hasNan(a, b, n));
        assertThat(out).isEqualTo(expected(ofArray, a, b, n));
    }

    private static boolean[] expected(Operator operator, double[] a, double[] b, int n) {
        boolean[] out = new boolean[a.length];
        for (int i = 0; i < n; i++) {
            out[i] = operator.holds(a[i], b[i]);
        }
        return out;
    }

    private static boolean hasNan(double[] a, double[] b, int n) {
        boolean found = false;
        for (int i = 0; i < n; i++) {
            found |= Double.isNaN(a[i]) || Double.isNaN(b[i]);
        }
        return found;
    }

    /** Returns three numbers more than {@code n}, which nobody may touch. */
    private static double[] numbers(int n, boolean isOdd, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] out = new double[n + 3];
        for (int i = 0; i < out.length; i++) {
            boolean fromOdd = isOdd && random.nextInt(3) == 0;
            out[i] = fromOdd ? ODD[random.nextInt(ODD.length)] : random.nextInt(-3, 4) / 2.0;
        }
        return out;
    }
}
