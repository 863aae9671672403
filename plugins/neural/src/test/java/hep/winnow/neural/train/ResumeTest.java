package hep.winnow.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Checkpoints;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.TestContext;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.BatchNorm;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Dropout;
import hep.winnow.neural.layer.Init;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.optimise.Schedule;
import hep.winnow.neural.optimise.Solver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that is killed and goes on from its checkpoint ends in the bits of one that was never killed. */
class ResumeTest {
    private static final int EPOCHS = 12;
    private static final Examples TRAIN = toys(300, 1);
    private static final Examples VALID = toys(150, 2);

    static Stream<Course> courses() {
        Schedule hot = new Schedule.Annealing(1e-4, 0.8);
        return Stream.of(
                course(new Solver.Adam(0.01, 0.9, 0.999, 1e-8), new Schedule.Constant(), 32, 0),
                course(new Solver.Adam(0.05, 0.9, 0.999, 1e-8), new Schedule.Cosine(0, 2), 32, 3),
                course(new Solver.Adam(0.05, 0.9, 0.999, 1e-8), new Schedule.Constant(), 32, 0, 3),
                course(new Solver.AdamW(0.01, 0.9, 0.999, 1e-8, 0.1), new Schedule.Constant(), 0, 2),
                course(new Solver.Sgd(0.1, 0.9, true, 0.01), hot, 64, 0),
                course(new Solver.RmsProp(0.005, 0.9, 1e-8), new Schedule.Step(3, 0.5), 50, 0),
                course(new Solver.Lbfgs(4), new Schedule.Constant(), 0, 0));
    }

    private static Course course(Solver solver, Schedule schedule, int batch, int patience) {
        return course(solver, schedule, batch, patience, 1);
    }

    private static Course course(Solver solver, Schedule schedule, int batch, int patience, int evaluate) {
        return new Course(
                solver,
                schedule,
                Optional.of(1.0),
                batch,
                EPOCHS,
                patience,
                evaluate,
                0,
                1e-3,
                Optional.empty(),
                2,
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void goesOnToTheSameBits(Course course) {
        TestContext whole = new TestContext(3);
        Parameters expected = new Trainer(course, assignment(course, TRAIN), whole).run();
        for (int killed = 1; killed < whole.reports.size(); killed += 2) {
            Kept kept = new Kept();
            die(course, kept, whole.reports.get(killed - 1).epoch());
            die(course, kept, whole.reports.get(killed).epoch());
            Context last = new Context(kept, EPOCHS + 1);
            Parameters found = new Trainer(course, assignment(course, TRAIN), last).run();
            assertThat(last.reports).isEqualTo(whole.reports);
            assertThat(last.bestEpoch).isEqualTo(whole.bestEpoch);
            for (int i = 0; i < expected.rows(); i++) {
                assertThat(found.row(i)).isEqualTo(expected.row(i));
            }
        }
    }

    @Test
    void evaluatesAsOftenAsItIsToldAndAfterTheLastEpoch() {
        Course each = course(new Solver.Adam(0.05, 0.9, 0.999, 1e-8), new Schedule.Constant(), 32, 0);
        Course some = course(new Solver.Adam(0.05, 0.9, 0.999, 1e-8), new Schedule.Constant(), 32, 0, 4);
        TestContext one = new TestContext(3);
        TestContext other = new TestContext(3);
        Parameters expected = new Trainer(each, assignment(each, TRAIN), one).run();
        Parameters found = new Trainer(some, assignment(some, TRAIN), other).run();
        for (int i = 0; i < expected.rows(); i++) {
            assertThat(found.row(i)).isEqualTo(expected.row(i));
        }
        assertThat(other.reports)
                .isEqualTo(one.reports.stream()
                        .filter(report -> report.epoch() % 4 == 0 || report.epoch() == EPOCHS)
                        .toList());
    }

    private static void die(Course course, Kept kept, int epoch) {
        assertThatThrownBy(() -> new Trainer(course, assignment(course, TRAIN), new Context(kept, epoch)).run())
                .isInstanceOf(Killed.class);
    }

    @Test
    void aFinishedTrainingIsNotMadeAgain() {
        Course course = courses().findFirst().orElseThrow();
        Kept kept = new Kept();
        new Trainer(course, assignment(course, TRAIN), new Context(kept, EPOCHS + 1)).run();
        byte[] before = kept.load("training").orElseThrow().clone();
        Context again = new Context(kept, EPOCHS + 1);
        new Trainer(course, assignment(course, TRAIN), again).run();
        assertThat(again.reports).hasSize(EPOCHS);
        assertThat(kept.load("training").orElseThrow()).isEqualTo(before);
        assertThat(kept.saves).isEqualTo(EPOCHS / 2);
    }

    @Test
    void anEnsembleGoesOnWithTheMemberThatWasKilled() {
        Course course = courses().findFirst().orElseThrow();
        List<Parameters> expected = Ensemble.train(course, assignment(course, TRAIN), new TestContext(3), 3);
        for (int death : new int[] {1, 5, 6, 7, 14}) {
            Kept kept = new Kept();
            kept.death = death;
            assertThatThrownBy(
                            () -> Ensemble.train(course, assignment(course, TRAIN), new Context(kept, EPOCHS + 1), 3))
                    .isInstanceOf(Killed.class);
            Context last = new Context(kept, EPOCHS + 1);
            List<Parameters> found = Ensemble.train(course, assignment(course, TRAIN), last, 3);
            assertThat(last.reports).hasSize(EPOCHS);
            assertThat(kept.files.keySet()).containsExactlyInAnyOrder("training-1", "training-2", "training-3");
            for (int k = 0; k < 3; k++) {
                for (int i = 0; i < expected.get(k).rows(); i++) {
                    assertThat(found.get(k).row(i)).isEqualTo(expected.get(k).row(i));
                }
            }
        }
    }

    @Test
    void refusesWhatIsOfAnotherTraining() {
        Course course = courses().findFirst().orElseThrow();
        Kept kept = new Kept();
        die(course, kept, 5);
        Course other = course(new Solver.Adam(0.02, 0.9, 0.999, 1e-8), new Schedule.Constant(), 32, 0);
        assertRefused(other, TRAIN, kept, "memory/training' is of a training with other settings");
        assertRefused(course, toys(300, 7), kept, "memory/training' is of a training with other events");
        byte[] bytes = kept.load("training").orElseThrow();
        bytes[bytes.length / 2] ^= 1;
        assertRefused(course, TRAIN, kept, "is damaged");
        kept.files.put("training", new byte[5]);
        assertRefused(course, TRAIN, kept, "is damaged");
    }

    private static void assertRefused(Course course, Examples train, Kept kept, String message) {
        assertThatThrownBy(() -> new Trainer(course, assignment(course, train), new Context(kept, 99)).run())
                .isInstanceOfSatisfying(UserError.class, e -> {
                    assertThat(e.message()).contains(message);
                    assertThat(e.help()).contains("--resume");
                });
    }

    /** L-BFGS can neither do with dropout nor with the noise of batches; all others get both. */
    private static Assignment assignment(Course course, Examples train) {
        Activation tanh = new Activation.Tanh();
        Activation identity = new Activation.Identity();
        Network network = new Network(
                Shape.flat(3),
                course.solver() instanceof Solver.Lbfgs
                        ? List.of(new Dense(6, tanh), new Dense(1, identity))
                        : List.of(
                                new Dense(6, identity), new BatchNorm(tanh), new Dropout(0.2), new Dense(1, identity)));
        Loss loss = new Loss.CrossEntropy();
        return Assignment.of(network, Init.GLOROT, loss, Head.of(train, loss), train, VALID);
    }

    private static Examples toys(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[3 * n];
        double[] weight = new double[n];
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 3; j++) {
                x[3 * i + j] = (float) random.nextGaussian();
            }
            label[i] = x[3 * i] * x[3 * i + 1] + 0.5 * random.nextGaussian() > 0 ? 1 : 0;
            weight[i] = i % 10 == 3 ? -0.5 : 1;
        }
        return new Examples(Task.BINARY, 2, 3, x, weight, label, new double[0]);
    }

    /** Thrown where a real run would be killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A folder in memory. */
    private static final class Kept implements Checkpoints {
        private final Map<String, byte[]> files = new HashMap<>();
        private int saves;
        private int death;

        @Override
        public Optional<byte[]> load(String name) {
            return Optional.ofNullable(files.get(name));
        }

        @Override
        public void save(String name, byte[] bytes) {
            saves++;
            files.put(name, bytes);
            if (saves == death) {
                throw new Killed();
            }
        }

        @Override
        public String place(String name) {
            return "memory/" + name;
        }
    }

    /** Dies at the end of an epoch, before it is kept. */
    private static final class Context extends TestContext {
        private final Kept kept;
        private final int death;

        Context(Kept kept, int death) {
            super(3);
            this.kept = kept;
            this.death = death;
        }

        @Override
        public Checkpoints checkpoints() {
            return kept;
        }

        @Override
        public void epoch(EpochReport report, int epochs) {
            super.epoch(report, epochs);
            if (report.epoch() == death) {
                throw new Killed();
            }
        }
    }
}
