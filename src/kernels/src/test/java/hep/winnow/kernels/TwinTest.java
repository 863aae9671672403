package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions and steps of descent by vectors and by plain loops give the same bits, whatever the length and the numbers. */
class TwinTest {
    private static final int[] LENGTHS = {0, 1, 2, 3, 7, 8, 15, 16, 17, 28, 31, 63, 64, 65, 300};
    private static final float[] SPECIAL = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        1e-40f,
        -1e-40f,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        88.72284f,
        88.8f,
        -103.9f,
        -104f,
        -87.4f,
        40f,
        40.1f,
        -30.5f,
        0.625f,
        -0.625f,
        0.29f,
        -0.29f,
        -1f,
        1f,
        -0.9999999f
    };

    /** Changes {@code a} and {@code b}, or {@code a} alone, by what {@code c} and {@code d} hold. */
    interface Operation {
        void run(KernelSet set, float[] a, float[] b, float[] c, float[] d, int n);
    }

    record Case(String name, Operation operation) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        List<Case> out = new ArrayList<>();
        out.add(new Case("exp", (s, a, b, c, d, n) -> s.functions().exp(a, a, n)));
        out.add(new Case("exp elsewhere", (s, a, b, c, d, n) -> s.functions().exp(a, b, n)));
        out.add(new Case("expm1", (s, a, b, c, d, n) -> s.functions().expm1(a, a, n)));
        out.add(new Case("log", (s, a, b, c, d, n) -> s.functions().log(a, a, n)));
        out.add(new Case("log1p", (s, a, b, c, d, n) -> s.functions().log1p(a, a, n)));
        out.add(new Case("tanh", (s, a, b, c, d, n) -> s.functions().tanh(a, a, n)));
        out.add(new Case("sigmoid", (s, a, b, c, d, n) -> s.functions().sigmoid(a, a, n)));
        out.add(new Case("softplus", (s, a, b, c, d, n) -> s.functions().softplus(a, a, n)));
        out.add(new Case("relu", (s, a, b, c, d, n) -> s.rectifiers().relu(a, n)));
        out.add(new Case("leaky", (s, a, b, c, d, n) -> s.rectifiers().leaky(a, n, 0.1f)));
        out.add(new Case("elu", (s, a, b, c, d, n) -> s.functions().elu(a, n, 1.67f, 1.05f)));
        out.add(new Case("swish", (s, a, b, c, d, n) -> s.functions().swish(a, n)));
        out.add(new Case("sigmoid'", (s, a, b, c, d, n) -> s.functions().sigmoidSlope(a, b, n)));
        out.add(new Case("tanh'", (s, a, b, c, d, n) -> s.functions().tanhSlope(a, b, n)));
        out.add(new Case("relu'", (s, a, b, c, d, n) -> s.rectifiers().multiplyReluSlope(a, b, n)));
        out.add(new Case("leaky'", (s, a, b, c, d, n) -> s.rectifiers().leakySlope(a, b, n, 0.1f)));
        out.add(new Case("elu'", (s, a, b, c, d, n) -> s.functions().eluSlope(a, b, n, 1.67f, 1.05f)));
        out.add(new Case("softplus'", (s, a, b, c, d, n) -> s.functions().softplusSlope(a, b, n)));
        out.add(new Case("swish'", (s, a, b, c, d, n) -> s.functions().swishSlope(a, b, n)));
        out.add(new Case("add", (s, a, b, c, d, n) -> s.descent().add(a, b, n)));
        out.add(new Case("multiply", (s, a, b, c, d, n) -> s.descent().multiply(a, b, n)));
        out.add(new Case("penalise", (s, a, b, c, d, n) -> s.descent().penalise(a, b, n, 0.01f, 0.02f)));
        out.add(new Case("penalise l2", (s, a, b, c, d, n) -> s.descent().penalise(a, b, n, 0, 0.02f)));
        out.add(new Case("sgd", (s, a, b, c, d, n) -> s.descent().sgd(a, b, n, 0.1f)));
        out.add(new Case("momentum", (s, a, b, c, d, n) -> s.descent().momentum(a, c, b, n, 0.1f, 0.9f)));
        out.add(new Case("nesterov", (s, a, b, c, d, n) -> s.descent().nesterov(a, c, b, n, 0.1f, 0.9f)));
        out.add(new Case("rmsprop", (s, a, b, c, d, n) -> s.descent().rmsprop(a, c, b, n, 0.1f, 0.9f, 1e-7f)));
        Descent.AdamStep step = Descent.AdamStep.of(1e-3, 0.9, 0.999, 1e-8, 3);
        out.add(new Case("adam", (s, a, b, c, d, n) -> s.descent().adam(a, c, b, d, n, step, 1f)));
        out.add(new Case("adamw", (s, a, b, c, d, n) -> s.descent().adam(a, c, d, b, n, step, 0.999f)));
        return out.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void vectorsGiveTheBitsOfPlainLoops(Case c) {
        KernelSet plain = KernelSet.scalar();
        KernelSet vector = VectorKernels.set();
        for (int n : LENGTHS) {
            for (double scale : new double[] {1, 30, 1e-3, 1e30}) {
                float[][] expected = numbers(n, scale);
                float[][] found = numbers(n, scale);
                c.operation.run(plain, expected[0], expected[1], expected[2], expected[3], n);
                c.operation.run(vector, found[0], found[1], found[2], found[3], n);
                for (int k = 0; k < found.length; k++) {
                    for (int i = 0; i < n; i++) {
                        if (Float.floatToIntBits(found[k][i]) != Float.floatToIntBits(expected[k][i])) {
                            float[][] start = numbers(n, scale);
                            assertThat(found[k][i])
                                    .as(
                                            "%s, array %d, number %d of %d, of %s, %s, %s, %s",
                                            c, k, i, n, start[0][i], start[1][i], start[2][i], start[3][i])
                                    .isEqualTo(expected[k][i]);
                        }
                    }
                }
            }
        }
    }

    /** Over a sweep of all floats, one function after the other. */
    @ParameterizedTest
    @MethodSource("cases")
    void vectorsGiveTheBitsOfPlainLoopsOverAllFloats(Case c) {
        int n = 1 << 12;
        float[][] x = new float[4][n];
        float[][] y = new float[4][n];
        long bits = Integer.MIN_VALUE;
        while (bits <= Integer.MAX_VALUE) {
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < 4; k++) {
                    x[k][i] = Float.intBitsToFloat((int) (bits + k * 77_777_777L));
                    y[k][i] = x[k][i];
                }
                bits += 9_973;
            }
            c.operation.run(KernelSet.scalar(), x[0], x[1], x[2], x[3], n);
            c.operation.run(VectorKernels.set(), y[0], y[1], y[2], y[3], n);
            for (int k = 0; k < 4; k++) {
                assertThat(y[k]).as("array %d", k).isEqualTo(x[k]);
            }
        }
    }

    /** Random numbers, one in four a special one, with some padding. */
    private static float[][] numbers(int n, double scale) {
        SplittableRandom random = new SplittableRandom(n);
        float[][] out = new float[4][n + n % 3 * 8];
        for (float[] x : out) {
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextInt(4) == 0
                        ? SPECIAL[random.nextInt(SPECIAL.length)]
                        : (float) (scale * random.nextDouble(-3, 3));
            }
        }
        return out;
    }
}
