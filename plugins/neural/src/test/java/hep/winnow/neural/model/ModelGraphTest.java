package hep.winnow.neural.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.learn.Model;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.LayerText;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import hep.winnow.neural.loss.Head;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelGraphTest {
    private static NetworkModel model(Shape input, long seed, Head head, String... layers) {
        Network network =
                new Network(input, Arrays.stream(layers).map(LayerText::parse).toList());
        Parameters parameters = network.zeros();
        RandomStream random = new RandomStream(seed);
        for (int i = 0; i < parameters.rows(); i++) {
            for (int j = 0; j < parameters.length(i); j++) {
                double draw = 0.7 * random.nextGaussian();
                // Variances are not negative.
                boolean isMeasured = parameters.kind(i) == Block.Kind.STATISTICS;
                parameters.row(i)[j] = (float) (isMeasured ? draw * draw : draw);
            }
        }
        return new NetworkModel("mlp", network, parameters, head);
    }

    private static void assertSame(Model model) {
        Graph graph = model.graph().orElseThrow();
        int rows = 20;
        RandomStream random = new RandomStream(5);
        float[] x = new float[rows * model.inputs()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        double[] scores = new double[rows * model.outputs()];
        model.score(x, rows, scores);
        assertThat(graph.outputs()).isEqualTo(model.outputs());
        for (int i = 0; i < rows; i++) {
            double[] event = new double[model.inputs()];
            for (int f = 0; f < event.length; f++) {
                event[f] = x[i * event.length + f];
            }
            double[] out = graph.evaluate(event);
            for (int k = 0; k < out.length; k++) {
                double expected = scores[i * out.length + k];
                assertThat(out[k]).isCloseTo(expected, within(2e-5 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"identity", "sigmoid", "tanh", "relu", "leaky(0.1)", "elu(0.5)", "selu", "softplus", "swish"})
    void tellsOfEachActivation(String activation) {
        assertSame(model(
                Shape.flat(5),
                1,
                new Head.Sigmoid(),
                "dense(7, " + activation + ")",
                "dropout(0.2)",
                "batch_norm(" + activation + ")",
                "dense(1, identity)"));
    }

    @Test
    void tellsOfLayersThatLookAtSeveralNumbers() {
        assertSame(model(
                Shape.flat(4),
                2,
                new Head.Softmax(),
                "dense(12, identity)",
                "maxout(3)",
                "noise(0.1)",
                "dense(5, identity)",
                "softmax",
                "dense(3, identity)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid", "same"})
    void tellsOfImages(String padding) {
        assertSame(model(
                new Shape(9, 8, 2),
                3,
                new Head.Softmax(),
                "divide(255.0)",
                "convolution(6, 3x2, stride 1, " + padding + ", relu)",
                "batch_norm(tanh)",
                "max_pool(2x2, stride 2, " + padding + ")",
                "convolution(4, 2x2, stride 1, " + padding + ", identity)",
                "maxout(2)",
                "average_pool(2x2, stride 1, " + padding + ")",
                "softmax",
                "flatten",
                "dense(3, identity)"));
    }

    @Test
    void tellsOfEachHead() {
        assertSame(model(Shape.flat(3), 4, new Head.Linear(90, 12), "dense(1, identity)"));
        assertSame(model(Shape.flat(3), 4, new Head.Quantiles(90, 12, 3, 1), "dense(3, identity)"));
        assertSame(model(
                Shape.flat(3),
                4,
                new Head.Several(List.of(new Head.Linear(1, 2), new Head.Linear(-5, 0.1))),
                "dense(2, identity)"));
    }

    @Test
    void tellsOfEnsembles() {
        Head head = new Head.Several(List.of(new Head.Linear(1, 2), new Head.Linear(-5, 0.1)));
        assertSame(new EnsembleModel(List.of(
                model(Shape.flat(3), 5, head, "dense(4, relu)", "dense(2, identity)"),
                model(Shape.flat(3), 6, head, "dense(4, relu)", "dense(2, identity)"),
                model(Shape.flat(3), 7, head, "dense(4, relu)", "dense(2, identity)"))));
    }
}
