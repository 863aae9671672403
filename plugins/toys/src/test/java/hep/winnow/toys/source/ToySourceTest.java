package hep.winnow.toys.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToySourceTest {
    private static ToySource counting(long events) {
        List<ColumnInfo> schema =
                List.of(ColumnInfo.of("index", ColumnType.LONG), ColumnInfo.of("u", ColumnType.DOUBLE));
        return new ToySource(schema, events, new RandomStream(3), (random, first, n) -> {
            long[] index = new long[n];
            double[] u = new double[n];
            for (int i = 0; i < n; i++) {
                index[i] = first + i;
                u[i] = random.nextDouble();
            }
            return List.of(new Column.Longs(index), new Column.Doubles(u));
        });
    }

    @Test
    void numbersEventsThroughAllBlocks() {
        double[] index = Reads.numbers(counting(20_000), "index");

        assertThat(index).hasSize(20_000);
        assertThat(index[8191]).isEqualTo(8191);
        assertThat(index[19_999]).isEqualTo(19_999);
    }

    @Test
    void readsTheSameOnAnyNumberOfThreads() {
        ToySource source = counting(50_001);
        List<List<String>> one = Reads.text(source);

        for (int threads : new int[] {2, 3, 8}) {
            assertThat(Reads.text(source, List.of("index", "u"), Reads.backwards(threads)))
                    .isEqualTo(one);
        }
    }

    @Test
    void beginsTheSameHoweverManyEventsFollow() {
        double[] few = Reads.numbers(counting(9_000), "u");
        double[] many = Reads.numbers(counting(30_000), "u");

        assertThat(few).containsExactly(java.util.Arrays.copyOf(many, 9_000));
    }

    @Test
    void givesColumnsInTheOrderInWhichTheyWereAskedFor() {
        EventBlock block = Reads.blocks(counting(10), List.of("u", "index"), Workers.sequential())
                .get(0);

        assertThat(block.columns().get(0).type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(block.columns().get(1).number(7)).isEqualTo(7);
    }

    @Test
    void countsEventsWhenNoColumnIsAskedFor() {
        assertThat(Reads.blocks(counting(10_000), List.of(), Workers.sequential()))
                .extracting(EventBlock::size)
                .containsExactly(8192, 1808);
    }

    @Test
    void refusesAnUnknownColumn() {
        ToySource source = counting(10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reads.text(source, List.of("nope"), Workers.sequential()))
                .withMessage("no column 'nope'; there are [index, u]");
    }
}
