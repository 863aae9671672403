package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Panels have the bits of {@link Products}, whatever the shape and whoever computes them. */
class PanelLayerTest {
    private static final int EVENTS = PanelLayer.EVENTS;

    private static final float[] SPECIAL = {
        0, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 700, -700, -745.5f, 1e-40f
    };

    private final SplittableRandom random = new SplittableRandom(4);

    record Shape(PanelKernel kernel, int inputs, int outputs) {
        @Override
        public String toString() {
            return kernel.getClass().getSimpleName() + " " + inputs + "x" + outputs;
        }
    }

    static Stream<PanelKernel> kernels() {
        return Stream.of(new ScalarPanels(), new VectorPanels());
    }

    static Stream<Shape> shapes() {
        return kernels()
                .flatMap(kernel -> Stream.of(1, 2, 3, 28, 65)
                        .flatMap(inputs -> Stream.of(1, 2, 3, 4, 5, 6, 8, 9, 31, 64)
                                .map(outputs -> new Shape(kernel, inputs, outputs))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void hasTheBitsOfProductsOfRows(Shape s) {
        FloatMatrix x = filled(EVENTS, s.inputs);
        x.row(3)[0] = Float.NaN;
        x.row(4)[0] = Float.POSITIVE_INFINITY;
        x.row(5)[0] = -0f;
        FloatMatrix w = filled(s.inputs, s.outputs);
        float[] bias = filled(1, s.outputs).toArray();
        FloatMatrix expected = new FloatMatrix(EVENTS, s.outputs);
        Products.scalar().forward(x, EVENTS, w, bias, expected);

        checkSums(s, new PanelLayer(w, bias, false), x, expected);
        ActivationKernel.relu().apply(expected, EVENTS);
        checkSums(s, new PanelLayer(w, bias, true), x, expected);
    }

    private static void checkSums(Shape s, PanelLayer layer, FloatMatrix x, FloatMatrix expected) {
        float[] in = new float[s.inputs * EVENTS];
        for (int k = 0; k < s.inputs; k++) {
            for (int i = 0; i < EVENTS; i++) {
                in[k * EVENTS + i] = x.row(i)[k];
            }
        }
        float[] out = new float[layer.outputLength()];
        s.kernel.forward(layer, in, out);
        float[] one = new float[layer.rowLength()];
        for (int i = 0; i < EVENTS; i++) {
            s.kernel.forwardOne(layer, x.row(i), one);
            for (int j = 0; j < s.outputs; j++) {
                assertThat(Float.floatToIntBits(one[j]))
                        .as("%s, output %d of event %d alone", s, j, i)
                        .isEqualTo(Float.floatToIntBits(expected.row(i)[j]));
                assertThat(Float.floatToIntBits(out[j * EVENTS + i]))
                        .as("%s, output %d of event %d", s, j, i)
                        .isEqualTo(Float.floatToIntBits(expected.row(i)[j]));
            }
        }
    }

    @Test
    void refusesArraysThatAreTooShort() {
        PanelLayer layer = new PanelLayer(new FloatMatrix(3, 6), new float[6], false);
        assertThat(layer.outputLength()).isEqualTo(8 * EVENTS);
        assertThatThrownBy(() -> layer.forward(new float[3 * EVENTS], new float[6 * EVENTS]))
                .hasMessage("a layer of 3x6 is given arrays of 192 and 384 numbers, expected 192 and 512");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void hasTheSigmoidsOfEachNumber(PanelKernel kernel) {
        float[] z = new float[EVENTS];
        double[] out = new double[EVENTS + 3];
        for (float scale : new float[] {1e-3f, 1, 30, 690, 1e4f}) {
            for (int round = 0; round < 200; round++) {
                for (int i = 0; i < EVENTS; i++) {
                    z[i] = (float) random.nextDouble(-scale, scale);
                }
                z[random.nextInt(EVENTS)] = SPECIAL[round % SPECIAL.length];
                int n = 1 + random.nextInt(EVENTS);
                kernel.sigmoid(z, n, out, 3);
                for (int i = 0; i < n; i++) {
                    assertThat(Double.doubleToLongBits(out[3 + i]))
                            .as("sigmoid of %s", z[i])
                            .isEqualTo(Double.doubleToLongBits(DoubleMath.sigmoid(z[i])));
                }
            }
        }
    }

    private FloatMatrix filled(int rows, int columns) {
        FloatMatrix m = new FloatMatrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                m.row(i)[j] = (float) random.nextDouble(-1, 1);
            }
        }
        return m;
    }
}
