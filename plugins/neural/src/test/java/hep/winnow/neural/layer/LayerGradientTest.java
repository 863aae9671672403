package hep.winnow.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.FloatMatrix;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares outputs and gradients, by parameters and by inputs, with those of a naive network in double precision. */
class LayerGradientTest {
    private static final double STEP = 1e-5;
    private static final Activation TANH = new Activation.Tanh();
    private static final Activation IDENTITY = new Activation.Identity();

    static Stream<Network> networks() {
        Shape image = new Shape(7, 6, 2);
        Window three = Window.of(3, 3, 1);
        Window same = new Window(3, 2, 2, Padding.SAME);
        return Stream.of(
                new Network(Shape.flat(5), List.of(new Dense(4, TANH), new Dense(3, new Activation.Softplus()))),
                new Network(Shape.flat(5), List.of(new Dense(6, IDENTITY), new Maxout(3), new Dense(2, TANH))),
                new Network(Shape.flat(5), List.of(new Dense(4, TANH), new Softmax(), new Dense(2, TANH))),
                new Network(Shape.flat(5), List.of(new Dense(4, IDENTITY), new BatchNorm(TANH), new Dense(2, TANH))),
                new Network(Shape.flat(5), List.of(new BatchNorm(IDENTITY), new Dense(2, TANH), new BatchNorm(TANH))),
                new Network(
                        image,
                        List.of(new Convolution(3, three, new Activation.Swish()), new Flatten(), new Dense(2, TANH))),
                new Network(
                        image,
                        List.of(
                                new Convolution(3, same, TANH),
                                new Convolution(2, new Window(2, 3, 1, Padding.SAME), TANH))),
                new Network(
                        image,
                        List.of(new Convolution(3, three, TANH), new MaxPool(Window.of(2, 2, 2)), new Flatten())),
                new Network(image, List.of(new MaxPool(same), new Convolution(2, three, IDENTITY))),
                new Network(image, List.of(new Convolution(3, three, TANH), new AveragePool(Window.of(2, 3, 1)))),
                new Network(image, List.of(new AveragePool(same), new Convolution(2, three, IDENTITY))),
                new Network(
                        image,
                        List.of(
                                new Convolution(4, three, IDENTITY),
                                new BatchNorm(TANH),
                                new Maxout(2),
                                new Flatten(),
                                new Dense(2, IDENTITY))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithCentralDifferences(Network network) {
        check(network, 7);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesWhereABatchHasSeveralShards(Network network) {
        if (network.inputs() == 5) {
            check(network, 300);
        }
    }

    private static void check(Network network, int rows) {
        RandomStream random = new RandomStream(rows);
        Parameters p = network.zeros();
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.length(i); j++) {
                p.row(i)[j] = (float) random.nextDouble(-0.7, 0.7);
            }
        }
        double[] numbers = NaiveNet.flatten(p);
        double[][] x = random(random, rows, network.inputs());
        double[][] slope = random(random, rows, network.outputs());
        NaiveNet naive = new NaiveNet(network);
        BatchPass pass = new BatchPass(network, Workers.sequential(), true);
        pass.forward(p, rows, random, (first, n, input) -> copy(x, first, n, input));
        double[][] expected = naive.outputs(numbers, x);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < network.outputs(); j++) {
                assertThat((double) pass.output(i / BatchPass.SHARD).row(i % BatchPass.SHARD)[j])
                        .isCloseTo(expected[i][j], within(2e-5));
            }
        }
        pass.backward((first, n, output, delta) -> copy(slope, first, n, delta));
        double[] found = NaiveNet.flatten(pass.gradient());
        for (int k = 0; k < numbers.length; k++) {
            double value = numbers[k];
            numbers[k] = value + STEP;
            double up = dot(naive.outputs(numbers, x), slope);
            numbers[k] = value - STEP;
            double difference = (up - dot(naive.outputs(numbers, x), slope)) / (2 * STEP);
            numbers[k] = value;
            assertThat(found[k])
                    .as("parameter %d of %d", k, numbers.length)
                    .isCloseTo(difference, within(2e-5 * Math.max(rows, Math.abs(difference))));
        }
        for (int at : new int[] {0, 1, network.inputs() / 2, network.inputs() * rows - 1}) {
            int i = at / network.inputs();
            int k = at % network.inputs();
            double value = x[i][k];
            x[i][k] = value + STEP;
            double up = dot(naive.outputs(numbers, x), slope);
            x[i][k] = value - STEP;
            double difference = (up - dot(naive.outputs(numbers, x), slope)) / (2 * STEP);
            x[i][k] = value;
            double gradient = pass.inputGradient(i / BatchPass.SHARD).row(i % BatchPass.SHARD)[k];
            assertThat(gradient).as("input %d", at).isCloseTo(difference, within(5e-5));
        }
    }

    private static void copy(double[][] from, int first, int rows, FloatMatrix to) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < from[0].length; j++) {
                to.row(i)[j] = (float) from[first + i][j];
            }
        }
    }

    private static double[][] random(RandomStream random, int rows, int columns) {
        double[][] out = new double[rows][columns];
        for (double[] row : out) {
            for (int j = 0; j < columns; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        return out;
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += a[i][j] * b[i][j];
            }
        }
        return sum;
    }
}
