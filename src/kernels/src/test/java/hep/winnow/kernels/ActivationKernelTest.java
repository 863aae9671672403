package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationKernelTest {
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_SCALE = 1.0507009873554805;

    record Case(ActivationKernel kernel, DoubleUnaryOperator truth) {
        @Override
        public String toString() {
            return kernel.toString();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(ActivationKernel.identity(), z -> z),
                new Case(ActivationKernel.sigmoid(), DoubleMath::sigmoid),
                new Case(ActivationKernel.tanh(), StrictMath::tanh),
                new Case(ActivationKernel.relu(), z -> Math.max(z, 0)),
                new Case(ActivationKernel.leaky(0.1), z -> z > 0 ? z : (double) 0.1f * z),
                new Case(ActivationKernel.elu(1.5, 1), z -> z > 0 ? z : 1.5 * StrictMath.expm1(z)),
                new Case(
                        ActivationKernel.elu(SELU_ALPHA, SELU_SCALE),
                        z -> SELU_SCALE * (z > 0 ? z : SELU_ALPHA * StrictMath.expm1(z))),
                new Case(ActivationKernel.softplus(), DoubleMath::softplus),
                new Case(ActivationKernel.swish(), z -> z * DoubleMath.sigmoid(z)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithItsFormulaAndItsDerivativeWithDifferences(Case c) {
        int n = 401;
        float[] z = new float[n];
        for (int i = 0; i < n; i++) {
            z[i] = (i - 200) / 10f + 0.01f;
        }
        float[] plain = z.clone();
        float[] value = z.clone();
        float[] slope = new float[n];
        c.kernel.apply(plain, n);
        c.kernel.apply(value, slope, n);
        for (int i = 0; i < n; i++) {
            double h = 1e-6;
            double truth = c.truth.applyAsDouble(z[i]);
            double difference = (c.truth.applyAsDouble(z[i] + h) - c.truth.applyAsDouble(z[i] - h)) / (2 * h);
            assertThat((double) value[i])
                    .as("f(%s)", z[i])
                    .isCloseTo(truth, within(4e-7 * Math.max(1, Math.abs(truth))));
            assertThat((double) slope[i]).as("f'(%s)", z[i]).isCloseTo(difference, within(1e-6));
            assertThat(Math.abs(plain[i] - value[i])).isLessThanOrEqualTo(Math.ulp(value[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsNaNAndNeverMakesOneOfAnInfinity(Case c) {
        float[] z = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1000, 1000, -0f, Float.MIN_VALUE};
        c.kernel.apply(z, z.length);
        assertThat(z[0]).isNaN();
        for (int i = 1; i < z.length; i++) {
            assertThat(z[i]).isNotNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesTheRestOfTheArrayAlone(Case c) {
        float[] z = {1, 2, 3, 4};
        float[] slope = {9, 9, 9, 9};
        c.kernel.apply(z, slope, 2);
        assertThat(z[2]).isEqualTo(3);
        assertThat(slope[2]).isEqualTo(9);
    }
}
