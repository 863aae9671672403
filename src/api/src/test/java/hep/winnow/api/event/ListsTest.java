package hep.winnow.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ListsTest {
    private static final Column VALUES = new Column.Floats(new float[] {50, 40, 30});

    @Test
    void an_event_may_have_no_values() {
        Column.Lists jets = new Column.Lists(new int[] {0, 2, 2, 3}, VALUES);
        assertThat(jets.size()).isEqualTo(3);
        assertThat(jets.length(0)).isEqualTo(2);
        assertThat(jets.length(1)).isZero();
        assertThat(jets.length(2)).isEqualTo(1);
        assertThat(jets.type()).isEqualTo(ColumnType.FLOAT);
        assertThat(jets.number(0)).isNaN();
    }

    @Test
    void lists_of_lists_are_one_deeper() {
        Column.Lists tracks = new Column.Lists(new int[] {0, 1, 3}, VALUES);
        Column.Lists jets = new Column.Lists(new int[] {0, 0, 2}, tracks);
        assertThat(VALUES.depth()).isZero();
        assertThat(tracks.depth()).isEqualTo(1);
        assertThat(jets.depth()).isEqualTo(2);
        assertThat(jets.type()).isEqualTo(ColumnType.FLOAT);
    }

    @Test
    void offsets_that_do_not_fit_the_values_are_refused() {
        assertThatThrownBy(() -> new Column.Lists(new int[] {}, VALUES)).hasMessageContaining("0 to the number");
        assertThatThrownBy(() -> new Column.Lists(new int[] {1, 3}, VALUES)).hasMessageContaining("0 to the number");
        assertThatThrownBy(() -> new Column.Lists(new int[] {0, 4}, VALUES)).hasMessageContaining("values, 3");
        assertThatThrownBy(() -> new Column.Lists(new int[] {0, 3, 2, 3}, VALUES))
                .hasMessageContaining("at event 1");
    }
}
