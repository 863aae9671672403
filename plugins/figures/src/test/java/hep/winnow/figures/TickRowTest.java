package hep.winnow.figures;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TickRowTest {
    private static List<String> labels(double low, double high, boolean isLog) {
        return TickRow.of(new Interval(low, high), isLog, 6).ticks().stream()
                .map(Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    @Test
    void labelsRoundNumbersWithoutNoise() {
        assertThat(labels(0, 0.6, false)).containsExactly("0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6");
        assertThat(labels(-3, 3, false)).containsExactly("−3", "−2", "−1", "0", "1", "2", "3");
        assertThat(labels(0, 271, false)).containsExactly("0", "50", "100", "150", "200", "250");
    }

    @Test
    void putsACommonPowerOfTenIntoTheTitle() {
        TickRow row = TickRow.of(new Interval(0, 3e12), false, 6);
        assertThat(row.exponent()).isEqualTo(12);
        assertThat(labels(0, 3e12, false)).containsExactly("0", "0.5", "1", "1.5", "2", "2.5", "3");
        assertThat(TickRow.of(new Interval(0, 4e-9), false, 6).exponent()).isEqualTo(-9);
        assertThat(TickRow.of(new Interval(0, 99_000), false, 6).exponent()).isZero();
    }

    @Test
    void labelsDecadesAsPowers() {
        assertThat(labels(1e-3, 1e4, true))
                .containsExactly("10^{−3}", "0.01", "0.1", "1", "10", "10^{2}", "10^{3}", "10^{4}");
    }

    @Test
    void labelsTwosAndFivesWhereThereAreFewDecades() {
        assertThat(labels(1, 20, true)).containsExactly("1", "2", "5", "10", "20");
    }

    @Test
    void skipsDecadesWhereThereAreMany() {
        assertThat(labels(1e-20, 1e5, true)).hasSizeBetween(5, 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsToTheRangeWithAFewLabels(long seed) {
        RandomStream random = new RandomStream(seed);
        for (int i = 0; i < 300; i++) {
            double low = random.nextGaussian() * StrictMath.pow(10, random.nextDouble(-200, 200));
            double span = StrictMath.pow(10, random.nextDouble(-9, 3)) * Math.max(Math.abs(low), 1e-200);
            Interval range = new Interval(low, low + span);
            List<Tick> ticks = TickRow.of(range, false, 7).ticks();
            assertThat(ticks.stream().filter(Tick::isMajor).count())
                    .as("seed %d: %s", seed, range)
                    .isBetween(2L, 9L);
            assertThat(ticks)
                    .as("seed %d: %s", seed, range)
                    .allMatch(t -> t.value() >= low - 1e-8 * span && t.value() <= low + span * (1 + 1e-8));
        }
    }
}
