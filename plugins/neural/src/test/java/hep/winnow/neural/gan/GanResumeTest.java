package hep.winnow.neural.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Balance;
import hep.winnow.api.learn.Checkpoints;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.NegativeWeights;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.Tensor;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.TestContext;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Neurons;
import hep.winnow.neural.optimise.Solver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two networks against each other that are killed and go on from their checkpoint end in the bits of a training that was never killed. */
class GanResumeTest {
    private static final int EPOCHS = 7;
    private static final Examples TRAIN = points(150, 1);
    private static final Examples VALID = points(60, 2);

    @Test
    void goesOnToTheSameBits() {
        TestContext whole = new TestContext(5);
        List<Tensor> expected = gan(0, 40).train(TRAIN, VALID, whole).state().tensors();
        for (int every : new int[] {1, 2}) {
            for (int death = 1; death <= EPOCHS; death++) {
                Mortal context = new Mortal();
                context.death = death;
                assertThatThrownBy(() -> gan(every, 40).train(TRAIN, VALID, context))
                        .isInstanceOf(Killed.class);
                context.death = 0;
                context.reports.clear();
                List<Tensor> found =
                        gan(every, 40).train(TRAIN, VALID, context).state().tensors();

                assertThat(context.reports).isEqualTo(whole.reports);
                assertThat(context.bestEpoch).isEqualTo(whole.bestEpoch);
                for (int t = 0; t < expected.size(); t++) {
                    assertThat(found.get(t).values())
                            .as(found.get(t).name())
                            .isEqualTo(expected.get(t).values());
                }
            }
        }
    }

    @Test
    void refusesWhatIsOfAnotherTraining() {
        Mortal context = new Mortal();
        gan(1, 40).train(TRAIN, VALID, context);

        assertThatThrownBy(() -> gan(1, 41).train(TRAIN, VALID, context))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.message()).contains("with other settings"));
        assertThatThrownBy(() -> gan(1, 40).train(VALID, VALID, context))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.message()).contains("with other events"));
    }

    private static Gan gan(int checkpoint, int batch) {
        return new Gan(
                "g",
                new TrainingOptions(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Balance.EQUAL_SUMW,
                        NegativeWeights.KEEP),
                3,
                List.of(6),
                List.of(6),
                0.1,
                0.9,
                new Neurons(new Activation.Leaky(0.2), 0.1, true),
                new Solver.Adam(1e-2, 0.5, 0.999, 1e-8),
                Optional.of(new Solver.Sgd(0.1, 0.9, true, 0)),
                batch,
                EPOCHS,
                checkpoint);
    }

    private static Examples points(int n, long seed) {
        RandomStream random = new RandomStream(seed);
        float[] x = new float[2 * n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            x[2 * i] = (float) random.nextGaussian();
            x[2 * i + 1] = x[2 * i] * x[2 * i];
            weight[i] = i % 9 == 4 ? -0.3 : 1;
        }
        return new Examples(Task.UNSUPERVISED, 1, 2, x, weight, new int[n], new double[0]);
    }

    /** Thrown where a real run would be killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Dies at the end of an epoch, before it is kept; what was kept before stays. */
    private static final class Mortal extends TestContext implements Checkpoints {
        private final Map<String, byte[]> files = new HashMap<>();
        private int death;

        Mortal() {
            super(5);
        }

        @Override
        public Checkpoints checkpoints() {
            return this;
        }

        @Override
        public void epoch(EpochReport report, int epochs) {
            super.epoch(report, epochs);
            if (report.epoch() == death) {
                throw new Killed();
            }
        }

        @Override
        public Optional<byte[]> load(String name) {
            return Optional.ofNullable(files.get(name));
        }

        @Override
        public void save(String name, byte[] bytes) {
            files.put(name, bytes);
        }

        @Override
        public String place(String name) {
            return "memory/" + name;
        }
    }
}
