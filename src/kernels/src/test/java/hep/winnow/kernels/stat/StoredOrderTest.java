package hep.winnow.kernels.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sorting in a file, held against sorting in memory. */
class StoredOrderTest {
    private static final int EVENTS = 20_000;

    @TempDir
    Path folder;

    private final float[] score = new float[EVENTS];
    private final double[] weight = new double[EVENTS];
    private final int[] label = new int[EVENTS];

    private void draw(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            score[i] = random.nextInt(4) == 0 ? (random.nextInt(7) - 3) * 0.5f : (float) random.nextGaussian();
            score[i] = score[i] == 0 && random.nextBoolean() ? -0f : score[i];
            weight[i] = random.nextInt(4) == 0 ? -0.7 : 1.3 * random.nextDouble();
            label[i] = random.nextInt(3) - 1;
        }
    }

    private StoredOrder order(long memory) {
        StoredOrder order = new StoredOrder(memory, () -> {
            try {
                return FileChannel.open(
                        Files.createTempFile(folder, "o", ".tmp"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        for (int i = 0; i < EVENTS; i++) {
            order.add(score[i], weight[i], i, label[i]);
        }
        return order;
    }

    @Test
    void visitsInTheOrderOfAStableSort() {
        draw(1);
        score[17] = Float.NaN;
        score[EVENTS - 3] = Float.NaN;
        for (long memory : new long[] {0, 300_000, 100_000_000}) {
            try (StoredOrder order = order(memory)) {
                for (int time = 0; time < 2; time++) {
                    List<Integer> events = new ArrayList<>();
                    order.forEach((s, w, event, tag) -> {
                        assertThat(w).isEqualTo(weight[(int) event]);
                        assertThat(tag).isEqualTo(label[(int) event]);
                        events.add((int) event);
                    });
                    assertThat(events.stream().mapToInt(e -> e).toArray())
                            .as("memory " + memory)
                            .isEqualTo(ScoreOrder.rising(score));
                }
            }
        }
    }

    @Test
    void givesTheAreaTheBitsThatItHasInMemory() {
        for (long seed = 2; seed < 6; seed++) {
            draw(seed);
            try (StoredOrder order = order(0)) {
                assertThat(RocArea.of(order)).as("seed " + seed).isEqualTo(RocArea.of(score, label, weight));
            }
        }
    }

    @Test
    void hasNoAreaWhereAScoreIsMissingOrAClass() {
        draw(7);
        score[5] = Float.NaN;
        label[5] = 1;
        try (StoredOrder order = order(0)) {
            assertThat(RocArea.of(order)).isNaN();
        }
        draw(7);
        java.util.Arrays.fill(label, 1);
        try (StoredOrder order = order(0)) {
            assertThat(RocArea.of(order)).isNaN();
        }
    }
}
