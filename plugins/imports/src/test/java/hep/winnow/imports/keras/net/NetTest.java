package hep.winnow.imports.keras.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetTest {
    private final Random random = new Random(5);

    private double[] numbers(int n) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) random.nextGaussian() * 0.5f;
        }
        return numbers;
    }

    /** What the kernels do in floats is what each operation is in doubles, up to rounding. */
    @Test
    void floatsFollowDoubles() {
        Places.Axis rows = Places.Axis.of(9, 3, 1, 2, true);
        Places.Axis columns = Places.Axis.of(7, 2, 2, 1, false);
        Places places = new Places(9, 7, 2, rows, columns);
        Net.Builder net = new Net.Builder(126);
        int images = net.add(new Convolution(places, numbers(3 * 2 * 2 * 5), numbers(5)), 0);
        int curved = net.add(new Pointwise(Curve.gelu(), places.count() * 5), images);
        int scaled = net.add(new Scale(places.count() * 5, numbers(5), numbers(5), numbers(5)), curved);
        int pooled = net.add(
                new Pool(
                        new Places(
                                rows.count(),
                                columns.count(),
                                5,
                                Places.Axis.of(rows.count(), 2, 2, 1, true),
                                Places.Axis.each(columns.count())),
                        false),
                scaled);
        int width = (rows.count() + 1) / 2 * columns.count() * 5;
        int dense = net.add(new Dense(numbers(width * 6), numbers(6)), pooled);
        int slopes = net.add(new Slopes(6, numbers(3)), dense);
        int sum = net.add(new Merge(6, Double::sum, Optional.of(new Operation.Add()), 0.5), slopes, dense);
        net.add(new Softmax(6, 3), sum);
        Net whole = net.build();

        double[] x = numbers(126 * 300);
        double[] floats = scored(whole, Precision.FLOAT, x);
        double[] doubles = scored(whole, Precision.DOUBLE, x);
        for (int i = 0; i < floats.length; i++) {
            assertThat(floats[i]).isCloseTo(doubles[i], within(1e-5));
        }
        assertThat(doubles).doesNotContain(Double.NaN).doesNotHaveDuplicates();
    }

    private static double[] scored(Net net, Precision precision, double[] x) {
        double[] out = new double[x.length / net.inputs() * net.outputs()];
        new NetScorer(net, precision, 0).score(x, x.length / net.inputs(), out);
        return out;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "0.5, 0.4795001221869535",
        "-1, 1.8427007929497148",
        "2, 0.004677734981047266",
        "2.6, 2.3603441652934922e-4",
        "5, 1.5374597944280349e-12",
        "9, 4.137031746513810e-37"
    })
    void erfcIsThatOfTables(double x, double expected) {
        assertThat(Erfc.of(x)).isCloseTo(expected, within(3e-13 * expected));
    }
}
