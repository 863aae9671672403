package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with triple loops in the promised order, bit by bit. */
class ProductsTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(11);
    private final Products products = Products.scalar();

    record Shape(int rows, int inputs, int outputs) {}

    static Stream<Shape> shapes() {
        int[] sizes = {1, 2, 3, 4, 5, 7, 8, 16, 17, 33};
        return Arrays.stream(sizes)
                .boxed()
                .flatMap(r -> Stream.of(1, 3, 4, 9, 28, 64)
                        .flatMap(k -> Stream.of(1, 2, 3, 4, 5, 15, 16, 17, 64).map(n -> new Shape(r, k, n))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void forwardAddsInOrderOfInputs(Shape s) {
        FloatMatrix x = random(s.rows + 2, s.inputs);
        FloatMatrix w = random(s.inputs, s.outputs);
        float[] bias = random(1, s.outputs).toArray();
        FloatMatrix out = random(s.rows + 2, s.outputs);
        float[] untouched = out.row(s.rows).clone();
        products.forward(x, s.rows, w, bias, out);
        for (int i = 0; i < s.rows; i++) {
            for (int j = 0; j < s.outputs; j++) {
                float sum = bias[j];
                for (int k = 0; k < s.inputs; k++) {
                    sum = Math.fma(x.row(i)[k], w.row(k)[j], sum);
                }
                assertThat(out.row(i)[j]).isEqualTo(sum);
            }
        }
        assertThat(out.row(s.rows)).isEqualTo(untouched);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void weightGradientAddsInOrderOfRows(Shape s) {
        FloatMatrix x = random(s.rows + 1, s.inputs);
        FloatMatrix delta = random(s.rows, s.outputs);
        FloatMatrix gradient = random(s.inputs, s.outputs);
        products.weightGradient(x, delta, s.rows, gradient);
        for (int k = 0; k < s.inputs; k++) {
            for (int j = 0; j < s.outputs; j++) {
                float sum = 0;
                for (int i = 0; i < s.rows; i++) {
                    sum = Math.fma(x.row(i)[k], delta.row(i)[j], sum);
                }
                assertThat(gradient.row(k)[j]).isEqualTo(sum);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void inputGradientAddsInOrderOfOutputs(Shape s) {
        FloatMatrix delta = random(s.rows, s.outputs);
        FloatMatrix w = random(s.inputs, s.outputs);
        FloatMatrix transposed = new FloatMatrix(s.outputs, s.inputs);
        w.transposeTo(transposed);
        FloatMatrix out = random(s.rows, s.inputs);
        products.inputGradient(delta, s.rows, transposed, out);
        for (int i = 0; i < s.rows; i++) {
            for (int k = 0; k < s.inputs; k++) {
                float sum = 0;
                for (int j = 0; j < s.outputs; j++) {
                    sum = Math.fma(delta.row(i)[j], w.row(k)[j], sum);
                }
                assertThat(out.row(i)[k]).isEqualTo(sum);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void biasGradientSumsRows(Shape s) {
        FloatMatrix delta = random(s.rows, s.outputs);
        float[] out = new float[s.outputs];
        products.biasGradient(delta, s.rows, out);
        for (int j = 0; j < s.outputs; j++) {
            float sum = 0;
            for (int i = 0; i < s.rows; i++) {
                sum += delta.row(i)[j];
            }
            assertThat(out[j]).isEqualTo(sum);
        }
    }

    @Test
    void paddingReachesNoResult() {
        FloatMatrix x = random(5, 3);
        FloatMatrix w = random(3, 5);
        FloatMatrix clean = new FloatMatrix(5, 5);
        products.forward(x, 5, w, new float[5], clean);
        for (int i = 0; i < 5; i++) {
            Arrays.fill(x.row(i), 3, x.row(i).length, Float.NaN);
        }
        for (int k = 0; k < 3; k++) {
            Arrays.fill(w.row(k), 5, w.row(k).length, Float.NaN);
        }
        FloatMatrix out = new FloatMatrix(5, 5);
        products.forward(x, 5, w, new float[5], out);
        assertThat(out.toArray()).isEqualTo(clean.toArray());
    }

    @Test
    void shapeErrorNamesAllShapes() {
        assertThatThrownBy(() -> products.forward(random(4, 5), 4, random(3, 4), new float[4], random(4, 4)))
                .hasMessage("forward of 4 rows: input is 4x5, weights 3x4, output 4x4");
    }

    private static FloatMatrix random(int rows, int columns) {
        FloatMatrix m = new FloatMatrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            float[] row = m.row(i);
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) RANDOM.nextDouble(-2, 2);
            }
        }
        return m;
    }
}
