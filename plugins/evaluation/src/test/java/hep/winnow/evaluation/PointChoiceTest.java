package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointChoiceTest {
    private static final List<String> CLASSES = List.of("background", "signal");

    @Test
    void classesThatAlternateAreBothDrawn() {
        PointChoice choice = PointChoice.of(events(1000, 2, false), CLASSES, 100);

        assertThat(choice.groups())
                .extracting(PointChoice.Group::name)
                .containsExactlyInAnyOrder("background", "signal");
        assertThat(choice.groups()).allSatisfy(g -> assertThat(g.rows()).hasSize(50));
        assertThat(choice.note("test")).contains("drawn of test: 50 of 500 background, 50 of 500 signal");
    }

    @Test
    void aSmallClassIsDrawnWholeAndOnTop() {
        PointChoice choice = PointChoice.of(events(1000, 50, false), CLASSES, 100);

        assertThat(choice.note("all")).contains("drawn of all: 80 of 980 background, all 20 signal");
        assertThat(choice.groups().get(1).name()).isEqualTo("signal");
    }

    @Test
    void theOrderOfEventsDoesNotMatter() {
        EventTable up = events(400, 3, false);
        EventTable down = events(400, 3, true);

        assertThat(ids(up)).isEqualTo(ids(down));
    }

    private static List<Long> ids(EventTable table) {
        return PointChoice.of(table, CLASSES, 40).groups().stream()
                .flatMap(g -> IntStream.of(g.rows()).mapToObj(i -> table.id()[i]))
                .sorted()
                .toList();
    }

    @Test
    void withoutPointsNothingIsSaid() {
        assertThat(PointChoice.of(events(10, 2, false), CLASSES, 0).note("test"))
                .isEmpty();
        assertThat(PointChoice.of(events(10, 2, false), CLASSES, 10).note("test"))
                .contains("10 events of test");
    }

    @Test
    void sharesAreEqualWhereNobodyIsSmall() {
        assertThat(PointChoice.shares(new int[] {100, 5, 100, 40}, 80)).containsExactly(25, 5, 25, 25);
        assertThat(PointChoice.shares(new int[] {3, 4}, 100)).containsExactly(3, 4);
    }

    /** Every {@code n}-th of the events is signal; one more has no finite value. */
    private static EventTable events(int size, int n, boolean isReversed) {
        int all = size + 1;
        double[] x = new double[all];
        int[] label = new int[all];
        long[] id = new long[all];
        for (int i = 0; i < all; i++) {
            int event = isReversed ? all - 1 - i : i;
            x[i] = event == size ? Double.NaN : event;
            label[i] = event % n == 0 ? 1 : 0;
            id[i] = event;
        }
        double[] weight = new double[all];
        Arrays.fill(weight, 1);
        return new EventTable(List.of(new Column.Doubles(x), new Column.Doubles(x)), weight, label, new int[all], id);
    }
}
