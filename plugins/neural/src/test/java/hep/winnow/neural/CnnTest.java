package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.event.ColumnType;
import hep.winnow.api.learn.Balance;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.NegativeWeights;
import hep.winnow.api.learn.Scale;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.EventExpression;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Padding;
import hep.winnow.neural.model.NetworkModel;
import hep.winnow.neural.model.NetworkReader;
import hep.winnow.neural.train.Course;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CnnTest {
    private static final Activation RELU = new Activation.Relu();
    private static final int SIDE = 8;
    private static final int CLASSES = 3;

    private static final ImageLayer POOL =
            new ImageLayer.Pool(List.of(2), Optional.empty(), ImageLayer.Pooling.MAX, Padding.VALID);

    private static ImageLayer conv(int filters) {
        return new ImageLayer.Conv(filters, List.of(3), 1, Padding.VALID, Optional.empty());
    }

    private static ImageLayer dense(int neurons) {
        return new ImageLayer.Dense(neurons, Optional.empty());
    }

    private record Pixel(String text) implements EventExpression {
        @Override
        public ColumnType type() {
            return ColumnType.FLOAT;
        }

        @Override
        public String unit() {
            return "";
        }

        @Override
        public Optional<hep.winnow.api.step.ModelRef> model() {
            return Optional.empty();
        }
    }

    private static TrainingOptions pixels(int n) {
        return new TrainingOptions(
                Optional.empty(),
                IntStream.range(0, n)
                        .<EventExpression>mapToObj(i -> new Pixel("p" + i))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Balance.EQUAL_SUMW,
                NegativeWeights.KEEP);
    }

    private static Cnn cnn(List<Integer> image, List<ImageLayer> layers, Optional<Double> white, int epochs) {
        int n = image.stream().reduce(1, (a, b) -> a * b);
        return new Cnn(
                "nn",
                pixels(n),
                image,
                layers,
                RELU,
                white,
                new Goal(Optional.empty(), 1),
                Course.of(Toys.adam(0.01), 32, epochs, 0));
    }

    /** Images of 8 x 8: a bar that lies, one that stands, or a dot, somewhere, in noise. */
    private static Examples bars(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[n * SIDE * SIDE];
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            label[i] = i % CLASSES;
            for (int p = 0; p < SIDE * SIDE; p++) {
                x[i * SIDE * SIDE + p] = (float) (20 * random.nextDouble());
            }
            int row = 1 + random.nextInt(SIDE - 2);
            int column = 1 + random.nextInt(SIDE - 2);
            for (int k = -1; k <= 1; k++) {
                int dy = label[i] == 1 ? k : 0;
                int dx = label[i] == 0 ? k : 0;
                x[(i * SIDE + row + dy) * SIDE + column + dx] = 255;
            }
        }
        return new Examples(Task.MULTICLASS, CLASSES, SIDE * SIDE, x, Toys.ones(n), label, new double[0]);
    }

    private static Examples blank(int features, int classes) {
        int[] label = IntStream.range(0, classes).toArray();
        return new Examples(
                Task.MULTICLASS,
                classes,
                features,
                new float[classes * features],
                Toys.ones(classes),
                label,
                new double[0]);
    }

    @Test
    void hasTheParametersOfTheLecture() {
        Cnn cnn = cnn(List.of(28, 28), List.of(conv(8), POOL, dense(16)), Optional.empty(), 1);
        Model model = cnn.train(blank(784, 10), blank(784, 10), new TestContext(1));

        assertThat(model.parameters()).isEqualTo(80 + 21_648 + 170).isEqualTo(21_898);
        assertThat(model.describe(List.of("p0", "p1")).lines().map(l -> l.replaceAll(" +", " ")))
                .containsExactly(
                        "layer output parameters",
                        "inputs 28x28x1 0",
                        "divide(255.0) 28x28x1 0",
                        "convolution(8, 3x3, stride 1, valid, relu) 26x26x8 80",
                        "max_pool(2x2, stride 2, valid) 13x13x8 0",
                        "flatten 1352 0",
                        "dense(16, relu) 16 21,648",
                        "dense(10, identity) 10 170",
                        "output: softmax",
                        "total 21,898",
                        "inputs: p0, p1");
    }

    @Test
    void learnsShapesWhereverTheyStand() {
        TestContext context = new TestContext(3);
        Examples valid = bars(300, 2);
        Model model = cnn(List.of(SIDE, SIDE), List.of(conv(4), POOL, dense(8)), Optional.empty(), 12)
                .train(bars(600, 1), valid, context);

        EpochReport last = context.reports.get(11);
        assertThat(last.validAccuracy()).isGreaterThan(0.97);
        assertThat(last.trainAuc()).isNaN();
        double[] p = new double[300 * CLASSES];
        model.score(valid.x(), 300, p);
        int right = 0;
        for (int i = 0; i < 300; i++) {
            int best = 0;
            for (int k = 1; k < CLASSES; k++) {
                best = p[i * CLASSES + k] > p[i * CLASSES + best] ? k : best;
            }
            right += best == valid.label()[i] ? 1 : 0;
        }
        assertThat(last.validAccuracy()).isCloseTo(right / 300.0, within(1e-12));
    }

    @Test
    void dividesPixelsByWhite() {
        Examples bytes = bars(90, 1);
        float[] x = bytes.x().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] *= 1 / 256f;
        }
        Examples parts =
                new Examples(Task.MULTICLASS, CLASSES, SIDE * SIDE, x, bytes.weight(), bytes.label(), new double[0]);
        List<ImageLayer> layers = List.of(conv(2), dense(4));

        Model ofBytes = cnn(List.of(SIDE, SIDE), layers, Optional.of(256.0), 2).train(bytes, bytes, new TestContext(1));
        Model ofParts = cnn(List.of(SIDE, SIDE), layers, Optional.of(1.0), 2).train(parts, parts, new TestContext(1));

        assertThat(scores(ofBytes, bytes)).isEqualTo(scores(ofParts, parts));
        assertThat(ofParts.describe(List.of())).doesNotContain("divide");
    }

    @Test
    void bitsDoNotDependOnThreads() {
        Cnn cnn = cnn(
                List.of(SIDE, SIDE),
                List.of(conv(3), new ImageLayer.BatchNorm(), POOL, new ImageLayer.Dropout(0.2), dense(5)),
                Optional.empty(),
                2);
        Examples train = bars(200, 1);
        double[] one = scores(cnn.train(train, train, new TestContext(5)), train);

        for (int threads : new int[] {2, 3}) {
            TestContext many = new TestContext(5, TestContext.threads(threads));
            assertThat(scores(cnn.train(train, train, many), train)).isEqualTo(one);
        }
    }

    @Test
    void isTheSameAfterReading() {
        Examples train = bars(90, 1);
        Model model = cnn(List.of(SIDE, SIDE), List.of(conv(2), POOL), Optional.empty(), 1)
                .train(train, train, new TestContext(1));

        Model read = new NetworkReader(Cnn.LEARNER).read(model.state());

        assertThat(scores(read, train)).isEqualTo(scores(model, train));
        assertThat(model.state().learner()).isEqualTo("cnn");
    }

    @Test
    void normalisesSumsBeforeTheirActivation() {
        Cnn cnn = cnn(
                List.of(6, 6),
                List.of(
                        conv(2),
                        new ImageLayer.BatchNorm(),
                        new ImageLayer.Flatten(),
                        dense(3),
                        new ImageLayer.BatchNorm()),
                Optional.of(1.0),
                1);
        NetworkModel model = (NetworkModel) cnn.train(blank(36, 2 + 1), blank(36, 3), new TestContext(1));

        assertThat(model.network().layers().stream().map(l -> l.text()))
                .containsExactly(
                        "convolution(2, 3x3, stride 1, valid, identity)",
                        "batch_norm(relu)",
                        "flatten",
                        "dense(3, identity)",
                        "batch_norm(relu)",
                        "dense(3, identity)");
    }

    @Test
    void seesColours() {
        ImageLayer mean = new ImageLayer.Pool(List.of(3, 2), Optional.of(1), ImageLayer.Pooling.MEAN, Padding.SAME);
        ImageLayer wide = new ImageLayer.Conv(5, List.of(1, 3), 2, Padding.SAME, Optional.of(new Activation.Tanh()));
        Cnn cnn = cnn(List.of(6, 4, 3), List.of(mean, wide), Optional.empty(), 1);
        NetworkModel model = (NetworkModel) cnn.train(blank(72, 4), blank(72, 4), new TestContext(1));

        assertThat(model.network().shape(1)).hasToString("6x4x3");
        assertThat(model.network().layers().get(1).text()).isEqualTo("average_pool(3x2, stride 1, same)");
        assertThat(model.network().layers().get(2).text()).isEqualTo("convolution(5, 1x3, stride 2, same, tanh)");
        assertThat(model.network().shape(3)).hasToString("3x2x5");
    }

    @Test
    void tellsWhatDoesNotFitBeforeItTrains() {
        assertThatThrownBy(() -> cnn(List.of(5), List.of(), Optional.empty(), 1))
                .hasMessage("image= takes height and width, and channels if there are several, found 1 numbers");
        assertThatThrownBy(() -> cnn(List.of(6, 6), List.of(dense(4), conv(2)), Optional.empty(), 1))
                .hasMessage("layer 2 of layers=: conv needs an image, but behind flatten and dense there is none");
        assertThatThrownBy(() -> cnn(List.of(4, 4), List.of(conv(2), conv(2)), Optional.empty(), 1))
                .hasMessage("layer 2 of layers=: a window of 3x3 does not fit into 2x2x2");
        assertThatThrownBy(() -> new ImageLayer.Conv(1, List.of(1, 2, 3), 1, Padding.VALID, Optional.empty()))
                .hasMessage("the size of conv is one number or two, found 3");
        assertThatThrownBy(() -> new Cnn(
                        "nn",
                        pixels(35),
                        List.of(6, 6),
                        List.of(),
                        RELU,
                        Optional.empty(),
                        new Goal(Optional.empty(), 1),
                        Course.of(Toys.adam(1), 1, 1, 0)))
                .hasMessage("an image of 6x6x1 has 36 pixel values, but vars= has 35 inputs");
    }

    @Test
    void leavesInputsAsTheyAreUnlessItIsTold() {
        assertThat(cnn(List.of(6, 6), List.of(), Optional.empty(), 1).defaultScale())
                .isEqualTo(Scale.NONE);
    }

    private static double[] scores(Model model, Examples examples) {
        double[] out = new double[examples.size() * model.outputs()];
        model.score(examples.x(), examples.size(), out);
        return out;
    }
}
