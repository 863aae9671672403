package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class NeighbourReferenceTest {
    @Test
    void risesWithTheShareOfSignalNearby() {
        RandomStream random = new RandomStream(1);
        int n = 400;
        double[] x = new double[n];
        int[] label = new int[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            label[i] = i % 2;
            x[i] = i == 7 ? Double.NaN : random.nextGaussian() + 4 * label[i];
            weight[i] = i % 3 == 0 ? -1 : 1;
        }
        double[] score = NeighbourReference.scores(new double[][] {x}, label, weight, Workers.sequential());
        for (int i = 0; i < n; i++) {
            assertThat(score[i]).isBetween(0.0, 1.0);
            if (Math.abs(x[i] - 2) > 1.5) {
                assertThat(score[i] > 0.5).isEqualTo(x[i] > 2);
            }
        }
    }

    @Test
    void inputsThatDoNotDifferGiveNoScore() {
        double[] score = NeighbourReference.scores(new double[1][40], labels(40), weights(40), Workers.sequential());
        for (double s : score) {
            assertThat(s).isBetween(0.45, 0.55);
        }
    }

    @Test
    void isMadeOnlyWhereItIsAffordable() {
        assertThat(NeighbourReference.isAffordable(10, 2)).isFalse();
        assertThat(NeighbourReference.isAffordable(500, 2)).isTrue();
        assertThat(NeighbourReference.isAffordable(100_000, 7)).isTrue();
        assertThat(NeighbourReference.isAffordable(1_000_000, 2)).isFalse();
    }

    @Test
    void selectionFindsWhatSortingWould() {
        RandomStream random = new RandomStream(2);
        for (int n = 1; n < 60; n++) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = random.nextInt(10);
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (int k = 0; k < n; k++) {
                assertThat(Selection.smallest(values.clone(), k)).isEqualTo(sorted[k]);
            }
        }
    }

    private static int[] labels(int n) {
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = i % 2;
        }
        return out;
    }

    private static double[] weights(int n) {
        double[] out = new double[n];
        Arrays.fill(out, 1);
        return out;
    }
}
