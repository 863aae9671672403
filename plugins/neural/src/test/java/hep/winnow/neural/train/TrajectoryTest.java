package hep.winnow.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.neural.TestContext;
import hep.winnow.neural.layer.Init;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.optimise.Penalty;
import hep.winnow.neural.optimise.Schedule;
import hep.winnow.neural.optimise.Solver;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trains from the same first weights as PyTorch, on the same data, and compares each step's loss and the last weights. */
class TrajectoryTest {
    static Stream<Recorded> recorded() throws IOException {
        return Recorded.all();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void goesThePathOfPytorch(Recorded peer) {
        Network network = peer.network();
        Loss loss = loss(peer);
        Examples examples = examples(peer, network.inputs(), loss);
        Head head = loss instanceof Loss.Pinball
                ? new Head.Quantiles(0, 1, 3, 1)
                : examples.task() == Task.REGRESSION ? new Head.Linear(0, 1) : Head.of(examples, loss);
        Assignment assignment = Assignment.of(network, Init.GLOROT, loss, head, examples, examples);
        Parameters parameters = peer.start();
        Course course = course(peer);
        Backpropagation backpropagation = new Backpropagation(
                        assignment, new Penalty(course.l1(), course.l2()), Workers.sequential(), new RandomStream(1))
                .tellingLoss();
        TestContext context = new TestContext(1);
        Epochs epochs = course.solver() instanceof Solver.Lbfgs lbfgs
                ? new NewtonEpochs(lbfgs, examples.size(), parameters, backpropagation, context)
                : new BatchEpochs(course, examples.size(), parameters, backpropagation, context);
        double[] losses = peer.numbers("losses");
        for (int step = 0; step < losses.length; step++) {
            double before = lossOf(backpropagation, parameters, examples.size());
            epochs.run(step + 1);
            assertThat(before)
                    .as("loss before step %d of %s", step + 1, peer.text("network"))
                    .isCloseTo(losses[step], within(1e-4 * Math.max(1, Math.abs(losses[step]))));
        }
        // Where single precision leads PyTorch itself farther astray, no more is asked of others.
        float tolerance = Math.max(1e-4f, (float) peer.numbers("single")[0]);
        float[] end = peer.floats("end");
        int at = 0;
        for (int i = 0; i < parameters.rows(); i++) {
            for (int j = 0; j < parameters.length(i); j++, at++) {
                assertThat(parameters.row(i)[j])
                        .as("number %d of the end", at)
                        .isCloseTo(end[at], within(tolerance * Math.max(1, Math.abs(end[at]))));
            }
        }
    }

    private static double lossOf(Backpropagation backpropagation, Parameters parameters, int events) {
        // On a copy: batch normalisation measures running statistics on the way.
        Parameters copy = parameters.copy();
        int[] order = new int[events];
        Arrays.setAll(order, i -> i);
        backpropagation.gradient(copy, order, 0, events);
        return backpropagation.loss(copy);
    }

    private static Loss loss(Recorded peer) {
        List<String> call = peer.call("loss");
        return switch (call.get(0)) {
            case "cross_entropy" -> new Loss.CrossEntropy();
            case "mse", "class_mse" -> new Loss.Mse();
            case "mae" -> new Loss.Mae();
            case "huber" -> new Loss.Huber(Double.parseDouble(call.get(1)));
            case "pinball" -> new Loss.Pinball(List.of(0.16, 0.5, 0.84));
            default -> throw new IllegalArgumentException(call.toString());
        };
    }

    private static Examples examples(Recorded peer, int features, Loss loss) {
        boolean isClasses =
                loss instanceof Loss.CrossEntropy || peer.text("loss").equals("class_mse");
        int classes = isClasses ? Integer.parseInt(peer.text("classes")) : 0;
        double[] y = peer.numbers("y");
        int[] labels = Arrays.stream(y).mapToInt(v -> (int) v).toArray();
        return new Examples(
                !isClasses ? Task.REGRESSION : classes == 2 ? Task.BINARY : Task.MULTICLASS,
                classes,
                features,
                peer.floats("x"),
                peer.numbers("w"),
                isClasses ? labels : new int[0],
                isClasses ? new double[0] : y);
    }

    private static Course course(Recorded peer) {
        String clip = peer.text("clip");
        return new Course(
                solver(peer.call("solver")),
                schedule(peer.call("schedule")),
                clip.equals("none") ? Optional.empty() : Optional.of(Double.parseDouble(clip)),
                0,
                50,
                0,
                1,
                Double.parseDouble(peer.text("l1")),
                Double.parseDouble(peer.text("l2")),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static Solver solver(List<String> call) {
        double first = Double.parseDouble(call.get(1));
        return switch (call.get(0)) {
            case "sgd" ->
                new Solver.Sgd(first, call.size() > 2 ? Double.parseDouble(call.get(2)) : 0, call.size() > 3, 0);
            case "rmsprop" -> new Solver.RmsProp(first, 0.9, 1e-8);
            case "adam" -> new Solver.Adam(first, 0.9, 0.999, 1e-8);
            case "adamw" -> new Solver.AdamW(first, 0.9, 0.999, 1e-8, Double.parseDouble(call.get(2)));
            case "lbfgs" -> new Solver.Lbfgs((int) first);
            default -> throw new IllegalArgumentException(call.toString());
        };
    }

    private static Schedule schedule(List<String> call) {
        return switch (call.get(0)) {
            case "constant" -> new Schedule.Constant();
            case "step" -> new Schedule.Step(Integer.parseInt(call.get(1)), Double.parseDouble(call.get(2)));
            case "exponential" -> new Schedule.Exponential(Double.parseDouble(call.get(1)));
            case "cosine" -> new Schedule.Cosine(0, 0);
            case "inverse" -> new Schedule.Inverse(Double.parseDouble(call.get(1)));
            default -> throw new IllegalArgumentException(call.toString());
        };
    }
}
