package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Init;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.loss.Objective;
import hep.winnow.neural.optimise.Penalty;
import hep.winnow.neural.train.Assignment;
import hep.winnow.neural.train.Backpropagation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares gradients with central differences of a naive network in double precision. */
class GradientTest {
    private static final int ROWS = 9;
    private static final int FEATURES = 3;

    record Case(Activation activation, Task task, Loss loss, List<Integer> layers, double l1, double l2) {}

    private static final List<Task> TASKS = List.of(Task.BINARY, Task.MULTICLASS, Task.REGRESSION);

    static Stream<Case> cases() {
        List<Activation> activations = List.of(
                new Activation.Identity(),
                new Activation.Sigmoid(),
                new Activation.Tanh(),
                new Activation.Relu(),
                new Activation.Leaky(0.1),
                new Activation.Elu(1.3),
                new Activation.Selu(),
                new Activation.Softplus(),
                new Activation.Swish());
        return activations.stream()
                .flatMap(a -> TASKS.stream()
                        .flatMap(t -> Stream.of(new Loss.CrossEntropy(), new Loss.Mse())
                                .filter(l -> t != Task.REGRESSION || l instanceof Loss.Mse)
                                .flatMap(l -> Stream.of(List.<Integer>of(), List.of(5), List.of(6, 4))
                                        .flatMap(n -> Stream.of(
                                                new Case(a, t, l, n, 0, 0), new Case(a, t, l, n, 0.02, 0.03))))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithCentralDifferences(Case c) {
        Examples examples = examples(c.task);
        int[] widths = widths(c);
        Network network = network(widths, c.activation);
        Parameters parameters = randomParameters(network);
        Head head = c.task == Task.REGRESSION ? Head.Linear.fit(examples, 0) : new Head.Sigmoid();
        Backpropagation backpropagation = new Backpropagation(
                assignment(network, head, examples, Objective.of(c.loss, examples, head)),
                new Penalty(c.l1, c.l2),
                Workers.sequential(),
                new RandomStream(1));
        double[] found = ReferenceNet.flatten(
                backpropagation.gradient(parameters, IntStream.range(0, ROWS).toArray(), 0, ROWS));
        ReferenceNet reference = new ReferenceNet(widths, c.activation, c.loss, c.l1, c.l2, head);
        double[] p = ReferenceNet.flatten(parameters);
        for (int k = 0; k < p.length; k++) {
            assertThat(found[k])
                    .as("parameter %d of %d", k, p.length)
                    .isCloseTo(reference.difference(p, k, examples), within(3e-6));
        }
    }

    @Test
    void objectivesTellTheLossTheyDifferentiate() {
        Loss pinball = new Loss.Pinball(List.of(0.1, 0.5, 0.7));
        List<Loss> all = List.of(new Loss.CrossEntropy(), new Loss.Mse(), new Loss.Mae(), new Loss.Huber(0.8), pinball);
        for (Task task : TASKS) {
            for (Loss loss : all.stream().filter(l -> l.fits(task)).toList()) {
                Examples examples = examples(task);
                Head head = loss == pinball
                        ? new Head.Quantiles(90, 30, 3, 1)
                        : new Head.Linear(326 / 3.0, Math.sqrt(7112 / 9.0));
                Objective objective = Objective.of(loss, examples, head);
                int n = task == Task.MULTICLASS || loss == pinball ? 3 : 1;
                for (int event = 0; event < ROWS; event++) {
                    for (int j = 0; j < n; j++) {
                        float[] z = {0.4f, -1.25f, 0.5f};
                        float[] delta = new float[3];
                        objective.gradient(z, event, 2, delta);
                        float[] up = z.clone();
                        float[] down = z.clone();
                        up[j] += 0x1p-8f;
                        down[j] -= 0x1p-8f;
                        double slope = (objective.loss(up, event) - objective.loss(down, event)) / 0x1p-7;
                        assertThat((double) delta[j])
                                .isCloseTo(2 * slope, within(1e-6 * Math.max(10, Math.abs(slope))));
                    }
                }
            }
        }
    }

    @Test
    void gradientStaysFiniteWhereScoresSaturate() {
        float[] delta = new float[3];
        int[] labels = {0, 1, 2};
        for (float z : new float[] {-1e30f, -200, 200, 1e30f}) {
            for (int event = 0; event < 2; event++) {
                for (Objective o :
                        List.of(new Objective.BinaryCrossEntropy(labels), new Objective.BinarySquares(labels))) {
                    o.gradient(new float[] {z}, event, 1, delta);
                    assertThat(delta[0]).isFinite();
                    assertThat(o.loss(new float[] {z}, event)).isFinite();
                }
            }
            Objective softmax = new Objective.SoftmaxCrossEntropy(labels, 3);
            softmax.gradient(new float[] {z, 0, -z}, 1, 1, delta);
            assertThat(delta[0] + delta[1] + delta[2]).isFinite();
            assertThat(softmax.loss(new float[] {z, 0, -z}, 1)).isFinite();
        }
    }

    @Test
    void negativeTwinsCancelInTheGradient() {
        Examples plain = examples(Task.BINARY);
        int n = plain.size();
        float[] x = new float[3 * n * FEATURES];
        double[] weight = new double[3 * n];
        int[] label = new int[3 * n];
        for (int i = 0; i < 3 * n; i++) {
            // Each event, then a twin of it and the twin's opposite.
            System.arraycopy(plain.x(), i / 3 * FEATURES, x, i * FEATURES, FEATURES);
            label[i] = plain.label()[i / 3];
            weight[i] = 3 * (i % 3 == 0 ? plain.weight()[i / 3] : i % 3 == 1 ? 0.7 : -0.7);
        }
        double[] expected = binaryGradient(plain, 0, n);
        double[] found = binaryGradient(Toys.binary(FEATURES, x, weight, label), 0, 3 * n);
        for (int k = 0; k < expected.length; k++) {
            assertThat(found[k]).isCloseTo(expected[k], within(1e-7));
        }
    }

    @Test
    void aWeightCountsLikeAsManyEvents() {
        float[] x = {1, 0.5f, -1, 2, 0.3f, 1, -0.4f, 0.1f, 0.9f};
        Examples weighted = Toys.binary(FEATURES, x, new double[] {0.5, 1, 1.5}, new int[] {0, 1, 1});
        int[] copies = {0, 1, 1, 2, 2, 2};
        float[] many = new float[6 * FEATURES];
        int[] label = new int[6];
        for (int i = 0; i < 6; i++) {
            System.arraycopy(x, copies[i] * FEATURES, many, i * FEATURES, FEATURES);
            label[i] = copies[i] == 0 ? 0 : 1;
        }
        double[] expected = binaryGradient(Toys.binary(FEATURES, many, Toys.ones(6), label), 0, 6);
        double[] found = binaryGradient(weighted, 0, 3);
        for (int k = 0; k < expected.length; k++) {
            assertThat(found[k]).isCloseTo(expected[k], within(1e-7));
        }
    }

    private static double[] binaryGradient(Examples examples, int from, int to) {
        Network network = network(new int[] {FEATURES, 4, 1}, new Activation.Tanh());
        Objective objective = new Objective.BinaryCrossEntropy(examples.label());
        Backpropagation backpropagation = new Backpropagation(
                assignment(network, new Head.Sigmoid(), examples, objective),
                new Penalty(0, 0),
                Workers.sequential(),
                new RandomStream(1));
        int[] order = IntStream.range(0, examples.size()).toArray();
        return ReferenceNet.flatten(backpropagation.gradient(randomParameters(network), order, from, to));
    }

    private static Assignment assignment(Network network, Head head, Examples examples, Objective objective) {
        return new Assignment(
                network, Init.GLOROT, head, examples, examples, objective, objective, events -> objective);
    }

    private static Network network(int[] widths, Activation activation) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.length; l++) {
            layers.add(new Dense(widths[l], l < widths.length - 1 ? activation : new Activation.Identity()));
        }
        return new Network(Shape.flat(widths[0]), layers);
    }

    private static Examples examples(Task task) {
        RandomStream random = new RandomStream(5);
        float[] x = new float[ROWS * FEATURES];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        double[] weight = new double[ROWS];
        int[] label = new int[ROWS];
        double[] target = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            weight[i] = i % 4 == 3 ? -0.6 : 1 + 0.2 * i;
            label[i] = i % (task == Task.MULTICLASS ? 3 : 2);
            target[i] = 100 + 20 * random.nextGaussian();
        }
        boolean regression = task == Task.REGRESSION;
        int classes = regression ? 0 : task == Task.BINARY ? 2 : 3;
        return new Examples(
                task,
                classes,
                FEATURES,
                x,
                weight,
                regression ? new int[0] : label,
                regression ? target : new double[0]);
    }

    private static int[] widths(Case c) {
        int[] widths = new int[c.layers.size() + 2];
        widths[0] = FEATURES;
        for (int l = 0; l < c.layers.size(); l++) {
            widths[l + 1] = c.layers.get(l);
        }
        widths[widths.length - 1] = c.task == Task.MULTICLASS ? 3 : 1;
        return widths;
    }

    private static Parameters randomParameters(Network network) {
        Parameters parameters = network.zeros();
        RandomStream random = new RandomStream(77);
        for (int i = 0; i < parameters.rows(); i++) {
            double limit = parameters.kind(i) == Block.Kind.WEIGHTS ? 1 : 0.5;
            for (int j = 0; j < parameters.length(i); j++) {
                parameters.row(i)[j] = (float) random.nextDouble(-limit, limit);
            }
        }
        return parameters;
    }
}
