package hep.winnow.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.neural.model.Summary;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Activation RELU = new Activation.Relu();
    private static final Activation IDENTITY = new Activation.Identity();

    private static Network lecture() {
        return new Network(
                new Shape(28, 28, 1),
                List.of(
                        new Convolution(8, Window.of(3, 3, 1), RELU),
                        new MaxPool(Window.of(2, 2, 2)),
                        new Flatten(),
                        new Dense(16, RELU),
                        new Dense(10, IDENTITY)));
    }

    @Test
    void summaryHasShapesAndCounts() {
        assertThat(Summary.of(lecture(), "softmax").lines())
                .containsExactly(
                        "layer                                            output  parameters",
                        "inputs                                          28x28x1           0",
                        "convolution(8, 3x3, stride 1, valid, relu)      26x26x8          80",
                        "max_pool(2x2, stride 2, valid)                  13x13x8           0",
                        "flatten                                            1352           0",
                        "dense(16, relu)                                      16      21,648",
                        "dense(10, identity)                                  10         170",
                        "output: softmax",
                        "total                                                        21,898");
        assertThat(lecture().zeros().count()).isEqualTo(21_898);
    }

    @Test
    void everyLayerIsReadFromItsText() {
        List<Layer> layers = List.of(
                new Dense(3, new Activation.Leaky(0.25)),
                new Convolution(8, new Window(3, 5, 2, Padding.SAME), new Activation.Elu(1.5)),
                new MaxPool(Window.of(2, 3, 1)),
                new AveragePool(new Window(4, 4, 4, Padding.SAME)),
                new Flatten(),
                new Dropout(0.25),
                new BatchNorm(new Activation.Selu()),
                new Maxout(3),
                new Softmax());
        for (Layer layer : layers) {
            assertThat(LayerText.parse(layer.text())).isEqualTo(layer);
        }
        assertThatThrownBy(() -> LayerText.parse("gru(3)")).hasMessageContaining("no layer 'gru(3)'");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> new Network(new Shape(4, 4, 1), List.of(new Dense(2, RELU))))
                .hasMessageContaining("takes flat events, found 4x4x1");
        assertThatThrownBy(() -> new Network(new Shape(2, 4, 1), List.of(new MaxPool(Window.of(3, 3, 1)))))
                .hasMessageContaining("3x3 does not fit into 2x4x1");
        assertThatThrownBy(() -> new Network(Shape.flat(5), List.of(new Maxout(2))))
                .hasMessageContaining("found 5");
    }

    @Test
    void paddedConvolutionsKeepTheExtentOverTheStride() {
        Window same = new Window(3, 3, 2, Padding.SAME);
        assertThat(new MaxPool(same).output(new Shape(7, 6, 4))).isEqualTo(new Shape(4, 3, 4));
    }

    @Test
    void dropoutSilencesTheAskedPartAndKeepsTheMean() {
        Network network = new Network(Shape.flat(1000), List.of(new Dropout(0.25)));
        BatchPass pass = new BatchPass(network, Workers.sequential(), false);
        pass.forward(network.zeros(), 100, new RandomStream(1), (first, rows, input) -> {
            for (int i = 0; i < rows; i++) {
                Arrays.fill(input.row(i), 1f);
            }
        });
        int silent = 0;
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 1000; j++) {
                silent += pass.output(0).row(i)[j] == 0 ? 1 : 0;
                sum += pass.output(0).row(i)[j];
            }
        }
        assertThat(silent).isBetween(24_500, 25_500);
        assertThat(sum).isBetween(99_300.0, 100_700.0);
    }

    /** Half of the neurons are far below their kink and half far above; noise that turns signs around behind them changes nothing about that. */
    @Test
    void noiseBehindARectifierLeavesItsSlopesAlone() {
        Network network =
                new Network(Shape.flat(3), List.of(new Dense(6, RELU), new GaussianNoise(100), new Dense(1, IDENTITY)));
        Parameters p = network.zeros();
        Arrays.fill(p.block(0, 1).row(0), 0, 3, -1f);
        Arrays.fill(p.block(0, 1).row(0), 3, 6, 1f);
        for (int k = 0; k < 6; k++) {
            p.block(2, 0).row(k)[0] = 1f;
        }
        BatchPass pass = new BatchPass(network, Workers.sequential(), false);
        pass.step(p, 50, new RandomStream(1), (first, rows, input) -> {}, (first, rows, output, delta) -> {
            for (int i = 0; i < rows; i++) {
                delta.row(i)[0] = 1f;
            }
        });
        assertThat(pass.gradient().block(0, 1).row(0)).startsWith(0f, 0f, 0f, 50f, 50f, 50f);
    }

    /** Which way events go is a matter of speed alone. */
    @Test
    void panelsHaveTheBitsOfRows() {
        List<Activation> all =
                List.of(RELU, IDENTITY, new Activation.Tanh(), new Activation.Elu(0.7), new Activation.Leaky(0.1));
        for (Activation activation : all) {
            Network network = new Network(
                    Shape.flat(7),
                    List.of(
                            new Dense(10, activation),
                            new Dropout(0.5),
                            new Dense(5, activation),
                            new Dense(2, IDENTITY)));
            Parameters p = network.zeros();
            Init.GLOROT.fill(network, p, new RandomStream(3));
            float[] x = new float[100 * 7];
            for (int i = 0; i < x.length; i++) {
                x[i] = (i * 37 % 101 - 50) / 20f;
            }
            ScoringPass rows = new ScoringPass(network, 100);
            rows.input().load(x, 0, 100);
            FloatMatrix expected = rows.forward(p, 100);
            assertThat(PanelPass.isFor(network)).isTrue();
            PanelPass panels = new PanelPass(network, p);
            for (int first = 0; first < 100; first += 64) {
                int count = Math.min(64, 100 - first);
                panels.forward(x, first, count);
                for (int i = 0; i < count; i++) {
                    assertThat(panels.sums(i)).containsExactly(Arrays.copyOf(expected.row(first + i), 2));
                    assertThat(panels.forwardOne(x, first + i)).startsWith(Arrays.copyOf(expected.row(first + i), 2));
                }
            }
        }
        assertThat(PanelPass.isFor(lecture())).isFalse();
    }

    @Test
    void runningStatisticsGoTowardsThoseOfTheBatch() {
        Network network = new Network(Shape.flat(1), List.of(new BatchNorm(IDENTITY)));
        Parameters p = network.zeros();
        Init.GLOROT.fill(network, p, new RandomStream(1));
        BatchPass pass = new BatchPass(network, Workers.sequential(), false);
        float[] x = {1, 2, 3, 6};
        pass.forward(p, 4, new RandomStream(1), (first, rows, input) -> {
            for (int i = 0; i < rows; i++) {
                input.row(i)[0] = x[i];
            }
        });
        // Mean 3, variance with N - 1: 14/3; a tenth of the way from 0 and 1.
        assertThat(p.block(0, 2).row(0)[0]).isEqualTo(0.3f);
        assertThat(p.block(0, 3).row(0)[0]).isEqualTo((float) (1 + 0.1 * (14 / 3.0 - 1)));
        assertThat(p.count()).isEqualTo(2);
    }
}
