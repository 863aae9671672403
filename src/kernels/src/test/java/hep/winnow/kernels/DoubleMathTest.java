package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleMathTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 10, 40, 699})
    void softplusAndSigmoidAreThoseOfThePower(double scale) {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 100_000; i++) {
            double x = random.nextDouble(-scale, scale);
            checkSoftplus(x);
            checkSigmoid(x);
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                0.8813735870195429,
                0.8813735870195432,
                -0.88137358701954,
                36.7,
                -36.7,
                1e-300,
                -1e-17,
                -699.99,
                -700,
                -708.5,
                -740,
                1e300,
                -1e300
            })
    void softplusAndSigmoidAreRightWhereTheFormulaChanges(double x) {
        checkSoftplus(x);
        checkSigmoid(x);
    }

    private static void checkSigmoid(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        double expected = (x < 0 ? e : 1) / (1 + e);
        assertThat(DoubleMath.sigmoid(x)).as("sigmoid(%s)", x).isCloseTo(expected, within(4 * Math.ulp(expected)));
    }

    private static void checkSoftplus(double x) {
        double expected = Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
        assertThat(DoubleMath.softplus(x)).as("softplus(%s)", x).isCloseTo(expected, within(4 * Math.ulp(expected)));
    }

    @Test
    void softplusKeepsInfinityAndNaN() {
        assertThat(DoubleMath.softplus(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(DoubleMath.softplus(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(DoubleMath.softplus(Double.NaN)).isNaN();
    }
}
