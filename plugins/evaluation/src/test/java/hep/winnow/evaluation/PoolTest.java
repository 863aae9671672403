package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.Workers;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PoolTest {
    @Test
    void joinsPartsInOrderWithoutEventsThatHaveNoClassOrScore() {
        EventTable train = table(new double[] {1, 2, 3}, new double[] {0.1, Double.NaN, 0.3}, 0, 1, 1);
        EventTable test = table(new double[] {4, 5}, new double[] {0.4, 0.5}, 0, -1);
        EventTable valid = table(new double[] {6}, new double[] {0.6}, 1);

        Pool pool = Pool.of(train, List.of(test, valid), 1, Workers.sequential());

        assertThat(pool.score()).containsExactly(0.1, 0.3, 0.4, 0.6);
        assertThat(pool.label()).containsExactly(0, 1, 0, 1);
        assertThat(pool.weight()).containsExactly(1, 3, 4, 6);
        assertThat(pool.train()).isEqualTo(2);
        assertThat(pool.reference()).hasSize(4);
    }

    /** A table of an input, which is the weight too, and a score. */
    private static EventTable table(double[] x, double[] score, int... classIndex) {
        return new EventTable(
                List.of(new Column.Doubles(x), new Column.Doubles(score)),
                x,
                classIndex,
                new int[x.length],
                new long[x.length]);
    }
}
