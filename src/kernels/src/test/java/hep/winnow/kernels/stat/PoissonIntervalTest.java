package hep.winnow.kernels.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonIntervalTest {
    /** Made by scipy.stats: {@code chi2.ppf(a/2, 2*n)/2} and {@code chi2.isf(a/2, 2*n + 2)/2} with {@code a = 2*norm.sf(1)}. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0, 1.8410216450092631",
        "1, 0.17275377902344996, 3.299526559115855",
        "2, 0.7081854398189713, 4.637859623455245",
        "5, 2.8403088555932205, 8.382472652146888",
        "10, 6.891305560638357, 14.266949761009391",
        "37, 30.944857338104683, 44.13755508118677",
        "100, 90.0167451771134, 111.03336094114967",
        "1234, 1198.8764144707434, 1270.1378300944355",
        "20000, 19858.579822645894, 20142.42371361401",
        "50000, 49776.39394775455, 50224.608288605996",
        "1000000, 999000.000166674, 1001001.0003333407"
    })
    void agreesWithTheQuantilesOfChiSquare(long n, double low, double high) {
        PoissonInterval interval = PoissonInterval.of(n);
        double tolerance = (n <= 50_000 ? 1e-8 : 1e-6) * Math.sqrt(n + 1.0);
        assertThat(interval.low()).isCloseTo(low, within(tolerance));
        assertThat(interval.high()).isCloseTo(high, within(tolerance));
    }

    @Test
    void isContinuousWhereTheApproximationBegins() {
        PoissonInterval exact = PoissonInterval.of(50_000);
        PoissonInterval approximate = PoissonInterval.of(50_001);
        assertThat(approximate.low() - exact.low()).isCloseTo(1, within(0.01));
        assertThat(approximate.high() - exact.high()).isCloseTo(1, within(0.01));
    }

    @Test
    void refusesANegativeCount() {
        assertThatThrownBy(() -> PoissonInterval.of(-1)).hasMessageContaining("at least 0, found -1");
    }
}
