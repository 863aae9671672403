package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with triple loops in the promised order, bit by bit. */
class ProductsTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(11);

    record Shape(Products products, int rows, int inputs, int outputs) {
        @Override
        public String toString() {
            return products.getClass().getSimpleName() + " " + rows + "x" + inputs + "x" + outputs;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(Products.scalar(), new VectorProducts()).flatMap(ProductsTest::shapes);
    }

    private static Stream<Shape> shapes(Products products) {
        Stream<Shape> small = Stream.of(1, 2, 3, 4, 5, 7, 9, 17)
                .flatMap(r -> Stream.of(1, 3, 4, 9, 28)
                        .flatMap(k -> Stream.of(1, 2, 3, 4, 5, 15, 16, 17, 33, 64, 65)
                                .map(n -> new Shape(products, r, k, n))));
        return Stream.concat(
                small,
                Stream.of(
                        new Shape(products, 63, 64, 65),
                        new Shape(products, 65, 63, 64),
                        new Shape(products, 130, 129, 97),
                        new Shape(products, 40, 300, 300),
                        new Shape(products, 257, 28, 300),
                        new Shape(products, 129, 300, 1)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void forwardAddsInOrderOfInputs(Shape s) {
        FloatMatrix x = random(s.rows + 2, s.inputs);
        FloatMatrix w = random(s.inputs, s.outputs);
        float[] bias = random(1, s.outputs).toArray();
        FloatMatrix out = random(s.rows + 2, s.outputs);
        float[] untouched = out.row(s.rows).clone();
        s.products.forward(x, s.rows, w, bias, out);
        for (int i = 0; i < s.rows; i++) {
            for (int j = 0; j < s.outputs; j++) {
                float sum = bias[j];
                for (int k = 0; k < s.inputs; k++) {
                    sum = Math.fma(x.row(i)[k], w.row(k)[j], sum);
                }
                same(out.row(i)[j], sum, s, i, j);
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
        s.products.weightGradient(x, delta, s.rows, gradient);
        for (int k = 0; k < s.inputs; k++) {
            for (int j = 0; j < s.outputs; j++) {
                float sum = 0;
                for (int i = 0; i < s.rows; i++) {
                    sum = Math.fma(x.row(i)[k], delta.row(i)[j], sum);
                }
                same(gradient.row(k)[j], sum, s, k, j);
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
        s.products.inputGradient(delta, s.rows, transposed, out);
        for (int i = 0; i < s.rows; i++) {
            for (int k = 0; k < s.inputs; k++) {
                float sum = 0;
                for (int j = 0; j < s.outputs; j++) {
                    sum = Math.fma(delta.row(i)[j], w.row(k)[j], sum);
                }
                same(out.row(i)[k], sum, s, i, k);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void biasGradientSumsRows(Shape s) {
        FloatMatrix delta = random(s.rows, s.outputs);
        float[] out = new float[s.outputs];
        s.products.biasGradient(delta, s.rows, out);
        for (int j = 0; j < s.outputs; j++) {
            float sum = 0;
            for (int i = 0; i < s.rows; i++) {
                sum += delta.row(i)[j];
            }
            same(out[j], sum, s, 0, j);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void paddingReachesNoResult(Products products) {
        int rows = 9;
        FloatMatrix x = random(rows, 19);
        FloatMatrix w = random(19, 21);
        FloatMatrix delta = random(rows, 21);
        float[] before = all(products, x, w, delta, rows);
        for (FloatMatrix m : new FloatMatrix[] {x, w, delta}) {
            for (int i = 0; i < m.rows(); i++) {
                Arrays.fill(m.row(i), m.columns(), m.row(i).length, Float.NaN);
            }
        }
        assertThat(all(products, x, w, delta, rows)).isEqualTo(before);
    }

    private static float[] all(Products products, FloatMatrix x, FloatMatrix w, FloatMatrix delta, int rows) {
        FloatMatrix out = new FloatMatrix(rows, 21);
        FloatMatrix gradient = new FloatMatrix(19, 21);
        float[] bias = new float[21];
        products.biasGradient(delta, rows, bias);
        products.forward(x, rows, w, bias, out);
        products.weightGradient(x, delta, rows, gradient);
        float[] a = out.toArray();
        float[] b = gradient.toArray();
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void specialValuesPassAsInTheFormula(Products products) {
        float[] special = {
            Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE, 1e-42f, 3e38f, 1
        };
        FloatMatrix x = random(20, 24);
        FloatMatrix w = random(24, 20);
        for (int i = 0; i < 20; i++) {
            x.row(i)[(i * 7) % 24] = special[i % special.length];
            w.row((i * 5) % 24)[i] = special[(i * 3 + 1) % special.length];
        }
        FloatMatrix out = new FloatMatrix(20, 20);
        products.forward(x, 20, w, new float[20], out);
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                float sum = 0;
                for (int k = 0; k < 24; k++) {
                    sum = Math.fma(x.row(i)[k], w.row(k)[j], sum);
                }
                assertThat(Float.floatToIntBits(out.row(i)[j])).isEqualTo(Float.floatToIntBits(sum));
            }
        }
    }

    static Stream<Products> kinds() {
        return Stream.of(Products.scalar(), new VectorProducts());
    }

    private static void same(float found, float expected, Shape shape, int i, int j) {
        if (Float.floatToIntBits(found) != Float.floatToIntBits(expected)) {
            throw new AssertionError(shape + ": element " + i + ", " + j + " is " + found + ", expected " + expected);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shapeErrorNamesAllShapes(Products products) {
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
