package hep.winnow.core.expr.function;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.function.EventFunction;
import hep.winnow.api.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FunctionsTest {
    private static final double[] NASTY = {
        0,
        -0.0,
        0.5,
        -0.5,
        1,
        -1,
        1.5,
        2.5,
        -2.5,
        3,
        1e-20,
        -1e-20,
        1e300,
        4.9e-324,
        710,
        0.49999999999999994,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    static double call(String name, double... arguments) {
        double[][] columns = new double[arguments.length][1];
        for (int k = 0; k < arguments.length; k++) {
            columns[k][0] = arguments[k];
        }
        double[] out = {-99};
        find(name).apply(columns, 1, out);
        return out[0];
    }

    static EventFunction find(String name) {
        return Functions.all().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> oracles() {
        return Stream.of(
                oracle("sqrt", a -> StrictMath.sqrt(a[0])),
                oracle("cbrt", a -> StrictMath.cbrt(a[0])),
                oracle("exp", a -> StrictMath.exp(a[0])),
                oracle("expm1", a -> StrictMath.expm1(a[0])),
                oracle("log", a -> StrictMath.log(a[0])),
                oracle("log10", a -> StrictMath.log10(a[0])),
                oracle("log1p", a -> StrictMath.log1p(a[0])),
                oracle("sin", a -> StrictMath.sin(a[0])),
                oracle("cos", a -> StrictMath.cos(a[0])),
                oracle("tan", a -> StrictMath.tan(a[0])),
                oracle("asin", a -> StrictMath.asin(a[0])),
                oracle("acos", a -> StrictMath.acos(a[0])),
                oracle("atan", a -> StrictMath.atan(a[0])),
                oracle("atan2", a -> StrictMath.atan2(a[0], a[1])),
                oracle("sinh", a -> StrictMath.sinh(a[0])),
                oracle("cosh", a -> StrictMath.cosh(a[0])),
                oracle("tanh", a -> StrictMath.tanh(a[0])),
                oracle("hypot", a -> StrictMath.hypot(a[0], a[1])),
                oracle("abs", a -> a[0] < 0 || 1 / a[0] < 0 ? -a[0] : a[0]),
                oracle("sign", a -> a[0] > 0 ? 1 : a[0] < 0 ? -1 : a[0]),
                oracle("floor", a -> StrictMath.floor(a[0])),
                oracle("ceil", a -> StrictMath.ceil(a[0])),
                oracle("min", a -> StrictMath.min(a[0], a[1])),
                oracle("max", a -> StrictMath.max(a[0], a[1])),
                oracle("isnan", a -> Double.isNaN(a[0]) ? 1 : 0));
    }

    private static Arguments oracle(String name, ToDoubleFunction<double[]> oracle) {
        return Arguments.of(name, oracle);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oracles")
    void agreesWithTheOracleBitForBit(String name, ToDoubleFunction<double[]> oracle) {
        int count = find(name).minArguments();
        for (double[] arguments : samples(count)) {
            assertThat(Double.doubleToLongBits(call(name, arguments)))
                    .as("%s of %s", name, arguments)
                    .isEqualTo(Double.doubleToLongBits(oracle.applyAsDouble(arguments)));
        }
    }

    private static List<double[]> samples(int count) {
        RandomStream random = new RandomStream(count);
        List<double[]> samples = new ArrayList<>();
        for (double x : NASTY) {
            for (double y : NASTY) {
                samples.add(count == 1 ? new double[] {x} : new double[] {x, y});
            }
        }
        for (int i = 0; i < 200; i++) {
            double x = 10 * random.nextGaussian();
            samples.add(count == 1 ? new double[] {x} : new double[] {x, random.nextGaussian()});
        }
        return samples;
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 3",
        "-2.5, -3",
        "3.5, 4",
        "0.49999999999999994, 0",
        "-0.4, -0.0",
        "4503599627370497, 4503599627370497",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void roundsHalvesAwayFromZero(double x, double expected) {
        assertThat(call("round", x)).isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 1, 1", "-5, 0, 1, 0", "0.5, 0, 1, 0.5", "NaN, 0, 1, NaN", "0.5, 1, 0, NaN", "0.5, NaN, 1, NaN"})
    void clampsToLimits(double x, double low, double high, double expected) {
        assertThat(call("clamp", x, low, high)).isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 10, 1", "0, 0, 10, 1", "10, 0, 10, 1", "11, 0, 10, 0", "NaN, 0, 10, NaN", "5, NaN, 10, NaN"})
    void betweenIncludesItsLimits(double x, double low, double high, double expected) {
        assertThat(call("between", x, low, high)).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void minAndMaxTakeAnyNumberOfArguments() {
        assertThat(call("min", 3, 1, 2, 5)).isEqualTo(1);
        assertThat(call("max", 3, 1, 9, 5)).isEqualTo(9);
        assertThat(call("max", 3, Double.NaN, 9, 5)).isNaN();
    }

    @Test
    void countsConditionsThatHold() {
        assertThat(call("count_true", 1, 0, 1, 1)).isEqualTo(3);
        assertThat(call("count_true", 0)).isEqualTo(0);
        assertThat(call("count_true", Double.NaN, 1)).isEqualTo(1);
        assertThat(find("count_true").takesConditions()).isTrue();
    }

    @Test
    void uniformIsToldByItsArgumentsAlone() {
        assertThat(call("uniform", 0.0)).isEqualTo(call("uniform", -0.0));
        assertThat(call("uniform", 1, 2)).isEqualTo(call("uniform", 1, 2)).isNotEqualTo(call("uniform", 2, 1));
        assertThat(call("uniform", 1, Double.NaN)).isNaN();
    }

    @Test
    void uniformIsEven() {
        int[] count = new int[10];
        for (int i = 0; i < 10_000; i++) {
            count[(int) (10 * call("uniform", i, 0.5))]++;
        }
        // 1,000 each, with a standard deviation of 30.
        assertThat(java.util.Arrays.stream(count)).allMatch(c -> c > 880 && c < 1120);
    }

    @Test
    void wholePowersAreProducts() {
        for (double x : new double[] {0, -0.0, 3, -1.1, 0.7, 1e100, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThat(call("pow", x, 2)).isEqualTo(Double.valueOf(x * x));
            assertThat(call("pow", x, 3)).isEqualTo(Double.valueOf(x * (x * x)));
            assertThat(call("pow", x, 4)).isEqualTo(Double.valueOf((x * x) * (x * x)));
            assertThat(call("pow", x, -1)).isEqualTo(Double.valueOf(1 / x));
            assertThat(call("pow", x, 0)).isEqualTo(1);
            assertThat(call("pow", x, 0.5)).isEqualTo(Double.valueOf(StrictMath.pow(x, 0.5)));
        }
        for (int k = -40; k <= 40; k++) {
            double exact = StrictMath.pow(1.1, k);
            assertThat(call("pow", 1.1, k)).isBetween(exact * (1 - 1e-15), exact * (1 + 1e-15));
        }
    }

    @Test
    void powerOfAConstantHasTheBitsOfPowerOfAColumn() {
        RandomStream random = new RandomStream(7);
        for (int k = -20; k <= 20; k++) {
            double[] x = {random.nextGaussian(), -0.0, Double.NaN, Double.NEGATIVE_INFINITY};
            double[] y = {k / 2.0, k / 2.0, k / 2.0, k / 2.0};
            double[] one = new double[4];
            double[] other = new double[4];
            Power.power(x, y, 4, one);
            Power.power(x, k / 2.0, 4, other);
            assertThat(one).isEqualTo(other);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-10", "1e-3", "0.5", "1", "7", "300", "1e10", "1e200"})
    void inverseHyperbolicSineUndoesTheSine(double x) {
        double asinh = call("asinh", x);
        double expected = x < 700 ? x : StrictMath.log(x) + StrictMath.log(2);
        double back = x < 700 ? StrictMath.sinh(asinh) : asinh;
        assertThat(back).isBetween(expected * (1 - 2e-13), expected * (1 + 2e-13));
        assertThat(call("asinh", -x)).isEqualTo(-asinh);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, -0.0", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
    void inverseHyperbolicSineAtTheEdges(double x, double expected) {
        assertThat(call("asinh", x)).isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, Infinity", "-1, -Infinity", "1.5, NaN", "NaN, NaN"})
    void inverseHyperbolicTangentAtTheEdges(double x, double expected) {
        assertThat(call("atanh", x)).isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({"1e-10", "0.1", "0.5", "0.999"})
    void inverseHyperbolicTangentUndoesTheTangent(double x) {
        assertThat(StrictMath.tanh(call("atanh", x))).isBetween(x * (1 - 1e-14), x * (1 + 1e-14));
    }

    /** The contract lets an engine write results over an argument. */
    @Test
    void resultsMayBeWrittenOverAnyArgument() {
        RandomStream random = new RandomStream(3);
        for (EventFunction function : Functions.all()) {
            int count = function.maxArguments() == Integer.MAX_VALUE
                    ? function.minArguments() * (function.checkArguments(3).isEmpty() ? 3 : 2)
                    : function.maxArguments();
            double[][] arguments = new double[count][5];
            for (double[] argument : arguments) {
                for (int i = 0; i < 5; i++) {
                    argument[i] = i == 0 ? NASTY[random.nextInt(NASTY.length)] : random.nextGaussian();
                }
            }
            double[] expected = new double[5];
            function.apply(copy(arguments), 5, expected);
            for (int k = 0; k < count; k++) {
                double[][] shared = copy(arguments);
                function.apply(shared, 5, shared[k]);
                assertThat(shared[k])
                        .as(function.usage() + " over argument " + k)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void onlyTheFirstEventsCount() {
        for (EventFunction function : Functions.all()) {
            double[][] arguments = new double[function.minArguments()][4];
            double[] out = {-99, -99, -99, -99};
            function.apply(arguments, 2, out);
            assertThat(out[1]).as(function.usage()).isNotEqualTo(-99);
            assertThat(out[2]).as(function.usage()).isEqualTo(-99);
            function.apply(new double[function.minArguments()][0], 0, new double[0]);
        }
    }

    @Test
    void nanGivesNanUnlessTheFunctionSaysOtherwise() {
        for (EventFunction function : Functions.all()) {
            if (List.of("isnan", "count_true", "pow").contains(function.name())) {
                continue;
            }
            for (int k = 0; k < function.minArguments(); k++) {
                double[] arguments = new double[function.minArguments()];
                java.util.Arrays.fill(arguments, 0.5);
                arguments[k] = Double.NaN;
                assertThat(call(function.name(), arguments))
                        .as(function.usage() + ", argument " + k)
                        .isNaN();
            }
        }
    }

    private static double[][] copy(double[][] arrays) {
        return Stream.of(arrays).map(double[]::clone).toArray(double[][]::new);
    }
}
