package hep.winnow.kernels.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScoreOrderTest {
    @Test
    void sortsAsAStableComparisonSortDoes() {
        SplittableRandom random = new SplittableRandom(8);
        for (int n : new int[] {0, 1, 2, 3, 100, 5000}) {
            double[] score = random.doubles(n, -3, 3).toArray();
            for (int i = 0; i < n; i += 2) {
                score[i] = Math.rint(score[i]) * (i % 4 == 0 ? 1e200 : 1e-200);
            }
            int[] expected = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> score[i] + 0.0))
                    .mapToInt(i -> i)
                    .toArray();
            assertThat(ScoreOrder.rising(score)).isEqualTo(expected);
        }
    }

    @Test
    void putsInfinitiesAtTheEndsAndNanLast() {
        double[] score = {Double.NaN, Double.POSITIVE_INFINITY, 0.0, -0.0, Double.NEGATIVE_INFINITY, -1};
        assertThat(ScoreOrder.rising(score)).containsExactly(4, 5, 2, 3, 1, 0);
    }

    @Test
    void ordersFloatsAsDoubles() {
        SplittableRandom random = new SplittableRandom(9);
        float[] special = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 1e-45f, -1e-45f};
        for (int n : new int[] {0, 1, 2, 3, 100, 5000}) {
            float[] score = new float[n];
            double[] same = new double[n];
            for (int i = 0; i < n; i++) {
                score[i] = i % 3 == 0 ? special[random.nextInt(special.length)] : (float) random.nextDouble(-1e3, 1e3);
                same[i] = score[i];
            }
            assertThat(ScoreOrder.rising(score)).isEqualTo(ScoreOrder.rising(same));
        }
    }
}
