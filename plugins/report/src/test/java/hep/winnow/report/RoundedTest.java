package hep.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.run.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoundedTest {
    @Test
    void roundsByTheError() {
        assertThat(Rounded.of(0.84312, 0.00361)).isEqualTo("0.843 ± 0.004");
        assertThat(Rounded.of(0.84312, 0.00121)).isEqualTo("0.8431 ± 0.0012");
        assertThat(Rounded.of(10998.4, 36.9)).isEqualTo("10998 ± 37");
        assertThat(Rounded.of(2.5, 0)).isEqualTo("2.5");
        assertThat(Rounded.of(2.5, Double.NaN)).isEqualTo("2.5");
    }

    @Test
    void writesNumbersWithoutNoise() {
        assertThat(Rounded.of(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Rounded.of(1e-9)).isEqualTo("1e-9");
        assertThat(Rounded.of(1.5e20)).isEqualTo("1.5e20");
        assertThat(Rounded.of(Double.NaN)).isEqualTo("–");
        assertThat(Rounded.of(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
        assertThat(Rounded.of(1_234_567L)).isEqualTo("1,234,567");
    }

    @Test
    void writesSizesAndTimes() {
        assertThat(Rounded.bytes(999)).isEqualTo("999 B");
        assertThat(Rounded.bytes(4_812_332)).isEqualTo("4.81 MB");
        assertThat(Rounded.bytes(999_900)).isEqualTo("1.00 MB");
        assertThat(Rounded.seconds(7.26)).isEqualTo("7.3 s");
        assertThat(Rounded.seconds(134)).isEqualTo("2 min 14 s");
    }

    @Test
    void cutsLongListsInTheMiddle() {
        assertThat(FactsView.scalar(List.of(1.0, 2.5))).isEqualTo("1, 2.5");
        assertThat(FactsView.scalar(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9))).isEqualTo("1, 2, …, 9 (9 values)");
        assertThat(FactsView.scalar(List.of())).isEqualTo("none");
        assertThat(FactsView.scalar(new Facts().put("a", 1L).put("b", true))).isEqualTo("a 1, b yes");
    }
}
