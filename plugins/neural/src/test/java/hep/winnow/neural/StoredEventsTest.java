package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Scratch;
import hep.winnow.api.run.Workers;
import hep.winnow.neural.layer.Activation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that learn from events that do not lie in memory. */
class StoredEventsTest {
    private static final int EVENTS = 8000;

    @TempDir
    Path folder;

    private final Examples events = draw();

    /** Background first, then signal, as files often have them. */
    private static Examples draw() {
        Random random = new Random(5);
        float[] x = new float[2 * EVENTS];
        double[] weight = new double[EVENTS];
        int[] label = new int[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            label[i] = i < EVENTS / 2 ? 0 : 1;
            x[2 * i] = (float) (random.nextGaussian() + 1.5 * label[i]);
            x[2 * i + 1] = (float) random.nextGaussian();
            weight[i] = random.nextInt(10) == 0 ? -0.5 : 1.2;
        }
        return new Examples(Task.BINARY, 2, 2, x, weight, label, new double[0]);
    }

    /** Returns the events as if they lay in a file; in blocks, as they are asked for. */
    private static Examples stored(Examples held) {
        return Examples.stored(
                held.task(), held.classes(), held.features(), held.targets(), held.size(), (from, to) -> {
                    int[] first = from.clone();
                    int[] end = to.clone();
                    int n = 0;
                    for (int k = 0; k < first.length; k++) {
                        n += end[k] - first[k];
                    }
                    float[] x = new float[n * held.features()];
                    double[] weight = new double[n];
                    int[] label = new int[n];
                    int at = 0;
                    for (int k = 0; k < first.length; k++) {
                        for (int i = first[k]; i < end[k]; i++) {
                            System.arraycopy(held.x(), i * held.features(), x, at * held.features(), held.features());
                            weight[at] = held.weight()[i];
                            label[at++] = held.label()[i];
                        }
                    }
                    return new Examples(held.task(), held.classes(), held.features(), x, weight, label, new double[0]);
                });
    }

    private final class Context extends TestContext {
        private final List<String> told = new ArrayList<>();
        private final long memory;

        Context(long memory, Workers workers) {
            super(1, workers);
            this.memory = memory;
        }

        @Override
        public Scratch scratch() {
            return new Scratch() {
                @Override
                public long memory() {
                    return memory;
                }

                @Override
                public FileChannel open() {
                    try {
                        return Scratch.open(folder);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }

        @Override
        public void print(String text) {
            told.add(text);
        }
    }

    private static Mlp mlp(int batch, int epochs) {
        return Toys.mlp(List.of(8), new Activation.Tanh(), Toys.adam(0.01), batch, epochs, 0);
    }

    @Test
    void drawsBatchesFromAWindowAndTellsSo() {
        Context context = new Context(60_000, Workers.sequential());
        mlp(50, 4).train(stored(events), stored(events), context);

        assertThat(context.told)
                .containsExactly("batches are drawn from a window of 9 of 125 blocks of 64 events, shuffled by seed");
        assertThat(context.reports.get(3).validAuc()).isGreaterThan(0.83);
    }

    @Test
    void learnsTheSameOnAnyNumberOfThreads() {
        Context one = new Context(60_000, Workers.sequential());
        Context more = new Context(60_000, TestContext.threads(3));
        double[] first = scores(mlp(50, 2).train(stored(events), stored(events), one));
        double[] second = scores(mlp(50, 2).train(stored(events), stored(events), more));

        assertThat(second).isEqualTo(first);
        assertThat(more.reports).isEqualTo(one.reports);
    }

    @Test
    void judgesWithTheBitsOfEventsInMemory() {
        Context held = new Context(60_000, Workers.sequential());
        Context read = new Context(60_000, Workers.sequential());
        mlp(50, 2).train(events, events, held);
        mlp(50, 2).train(events, stored(events), read);

        for (int e = 0; e < 2; e++) {
            EpochReport report = read.reports.get(e);
            assertThat(report.validLoss()).isEqualTo(held.reports.get(e).validLoss());
            assertThat(report.validAuc()).isEqualTo(held.reports.get(e).validAuc());
        }
    }

    @Test
    void refusesABatchThatNoWindowHolds() {
        Context context = new Context(60_000, Workers.sequential());
        assertThatThrownBy(() -> mlp(4000, 1).train(stored(events), stored(events), context))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a batch of 4000 events does not fit into a window of 576");
        assertThat(mlp(0, 1).takesStored()).isFalse();
        assertThat(mlp(1, 1).takesStored()).isTrue();
    }

    private double[] scores(hep.winnow.api.learn.Model model) {
        double[] out = new double[EVENTS];
        model.score(Arrays.copyOf(events.x(), 2 * EVENTS), EVENTS, out);
        return out;
    }
}
