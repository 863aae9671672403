package hep.winnow.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.step.Interval;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScaleTest {
    private static final Axis LOG = new Axis("y", "", Optional.empty(), true);
    private static final Axis LINEAR = Axis.of("y", "");

    private static Extent extent(double... values) {
        Extent extent = new Extent();
        for (double v : values) {
            extent.add(v);
        }
        return extent;
    }

    @Test
    void mapsEndsToEnds() {
        Scale y = new Scale(-2, 6, false, 500, 100);
        assertThat(y.at(-2)).isEqualTo(500);
        assertThat(y.at(6)).isEqualTo(100);
        assertThat(y.valueAt(y.at(1.25))).isCloseTo(1.25, within(1e-12));
    }

    @Test
    void givesDecadesEqualLengths() {
        Scale y = new Scale(0.1, 1000, true, 0, 400);
        assertThat(y.at(1)).isCloseTo(100, within(1e-9));
        assertThat(y.at(10)).isCloseTo(200, within(1e-9));
        assertThat(y.valueAt(300)).isCloseTo(100, within(1e-9));
    }

    @Test
    void putsWhatIsNotPositiveFarBelowALogarithmicAxis() {
        Scale y = new Scale(0.1, 1000, true, 400, 0);
        assertThat(y.at(0)).isGreaterThan(10_000).isFinite();
        assertThat(y.at(-5)).isEqualTo(y.at(0));
        assertThat(y.at(Double.NaN)).isNaN();
    }

    @Test
    void keepsFarValuesFinite() {
        Scale y = new Scale(-1e308, 1e308, false, 400, 0);
        assertThat(y.at(0)).isEqualTo(200);
        assertThat(new Scale(0, 1e-300, false, 0, 1).at(1e300)).isFinite();
    }

    @Test
    void leavesRoomAboveTheData() {
        assertThat(AxisRange.of(LINEAR, extent(0, 10), 0, 0.5)).isEqualTo(new Interval(0, 15));
    }

    @Test
    void widensARangeOfOneValue() {
        assertThat(AxisRange.of(LINEAR, extent(4, 4), 0.05, 0.05)).isEqualTo(new Interval(2, 6));
        assertThat(AxisRange.of(LINEAR, extent(0), 0.05, 0.05)).isEqualTo(new Interval(-1, 1));
    }

    @Test
    void passesOverWhatIsNotFinite() {
        assertThat(AxisRange.of(LINEAR, extent(Double.NaN, 1, Double.POSITIVE_INFINITY, 3), 0, 0))
                .isEqualTo(new Interval(1, 3));
        assertThat(AxisRange.of(LINEAR, extent(Double.NaN), 0, 0)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void showsPositiveValuesOnALogarithmicAxis() {
        Interval range = AxisRange.of(LOG, extent(-5, 0, 1, 100), 0, 0);
        assertThat(range.low()).isBetween(0.5, 1.0);
        assertThat(range.high()).isBetween(100.0, 130.0);
        assertThat(AxisRange.of(LOG, extent(-5, 0), 0, 0).low()).isPositive();
    }

    @Test
    void takesTheGivenRangeAsFarAsItCanBeShown() {
        Axis given = new Axis("y", "", Optional.of(new Interval(0, 100)), true);
        assertThat(AxisRange.of(given, extent(1), 0, 0)).isEqualTo(new Interval(0.01, 100));
        assertThat(AxisRange.isFree(given)).isFalse();
        assertThat(AxisRange.of(Axis.of("y", "", 0, 1), extent(5), 0, 9)).isEqualTo(new Interval(0, 1));
    }
}
