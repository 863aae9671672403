package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FloatMathTest {
    private static final float INF = Float.POSITIVE_INFINITY;
    private static final float NAN = Float.NaN;

    interface FloatFunction {
        float at(float x);
    }

    /** A function, what it should be in double precision, and how many units in the last place it may be off. */
    record Case(String name, FloatFunction function, DoubleUnaryOperator truth, double ulps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("exp", FloatMath::exp, StrictMath::exp, 1),
                new Case("expm1", FloatMath::expm1, StrictMath::expm1, 1.5),
                new Case("log", FloatMath::log, StrictMath::log, 1),
                new Case("log1p", FloatMath::log1p, StrictMath::log1p, 1),
                new Case("tanh", FloatMath::tanh, StrictMath::tanh, 2),
                new Case("sigmoid", FloatMath::sigmoid, DoubleMath::sigmoid, 2.5),
                new Case("softplus", FloatMath::softplus, DoubleMath::softplus, 2));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void staysWithinItsErrorOverAllFloats(Case c) {
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += 20_011) {
            float x = Float.intBitsToFloat((int) bits);
            double truth = c.truth.applyAsDouble(x);
            float found = c.function.at(x);
            if (Double.isNaN(truth) || Double.isInfinite((float) truth)) {
                assertThat(found).as("%s(%s)", c.name, x).isEqualTo(Float.valueOf((float) truth));
            } else {
                assertThat(Math.abs(found - truth) / Math.ulp((float) truth))
                        .as("%s(%s) = %s, true %s", c.name, x, found, truth)
                        .isLessThanOrEqualTo(c.ulps);
            }
        }
    }

    @Test
    void keepsSpecialValues() {
        assertThat(map(FloatMath::exp)).containsExactly(NAN, INF, 0f, 1f, 1f, 1f);
        assertThat(map(FloatMath::expm1)).containsExactly(NAN, INF, -1f, 0f, -0f, Float.MIN_VALUE);
        assertThat(map(FloatMath::log)).containsExactly(NAN, INF, NAN, -INF, -INF, -103.27893f);
        assertThat(map(FloatMath::log1p)).containsExactly(NAN, INF, NAN, 0f, -0f, Float.MIN_VALUE);
        assertThat(map(FloatMath::tanh)).containsExactly(NAN, 1f, -1f, 0f, -0f, Float.MIN_VALUE);
        assertThat(map(FloatMath::sigmoid)).containsExactly(NAN, 1f, 0f, 0.5f, 0.5f, 0.5f);
        assertThat(map(FloatMath::softplus)).containsExactly(NAN, INF, 0f, 0.6931472f, 0.6931472f, 0.6931472f);
    }

    @Test
    void edgesOfTheDomainAreExact() {
        assertThat(FloatMath.log1p(-1)).isEqualTo(-INF);
        assertThat(FloatMath.log(-1)).isNaN();
        assertThat(FloatMath.exp(-104)).isZero();
        assertThat(FloatMath.exp(-103.9f)).isEqualTo(Float.MIN_VALUE);
        assertThat(FloatMath.exp(88.73f)).isEqualTo(INF);
        assertThat(FloatMath.sigmoid(-90)).isPositive();
    }

    @Test
    void bulkFormsGiveTheSameBits() {
        float[] x = {-3, -0.2f, 0, 0.7f, 12, NAN};
        float[] out = new float[x.length];
        FloatMath.exp(x, out, x.length);
        assertThat(out).containsExactly(each(x, FloatMath::exp));
        FloatMath.log(x, out, x.length);
        assertThat(out).containsExactly(each(x, FloatMath::log));
        FloatMath.log1p(x, out, x.length);
        assertThat(out).containsExactly(each(x, FloatMath::log1p));
        FloatMath.tanh(x, out, x.length);
        assertThat(out).containsExactly(each(x, FloatMath::tanh));
        FloatMath.sigmoid(x, out, x.length);
        assertThat(out).containsExactly(each(x, FloatMath::sigmoid));
    }

    @Test
    void doubleFormsSaturateWithoutOverflow() {
        assertThat(DoubleMath.sigmoid(800)).isEqualTo(1);
        assertThat(DoubleMath.sigmoid(-700)).isPositive();
        assertThat(DoubleMath.sigmoid(Double.NaN)).isNaN();
        assertThat(DoubleMath.softplus(1e300)).isEqualTo(1e300);
        assertThat(DoubleMath.softplus(-800)).isZero();
        double[] out = {0, 1, -1};
        DoubleMath.sigmoid(out, out, 3);
        assertThat(out).containsExactly(0.5, 0.7310585786300049, 0.2689414213699951);
    }

    private static float[] map(FloatFunction f) {
        return each(new float[] {NAN, INF, -INF, 0f, -0f, Float.MIN_VALUE}, f);
    }

    private static float[] each(float[] x, FloatFunction f) {
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = f.at(x[i]);
        }
        return out;
    }
}
