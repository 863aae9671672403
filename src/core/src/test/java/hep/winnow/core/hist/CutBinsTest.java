package hep.winnow.core.hist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutBinsTest {
    private static double distance(Binning bins, double x) {
        double least = Double.POSITIVE_INFINITY;
        for (double edge : bins.edges()) {
            least = Math.min(least, Math.abs(edge - x));
        }
        return least;
    }

    @ParameterizedTest
    @ValueSource(doubles = {22, 15, 20, 100, 0.7, 33.3, 91.1876, 150})
    void makeTheCutAnEdge(double cut) {
        CutBins bins = new CutBins(40);
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < 200_000; i++) {
            bins.add(i % 1000 == 0 ? 1e6 : 30 * random.nextExponential());
        }
        Binning found = bins.around(List.of(cut));
        assertThat(distance(found, cut)).isLessThan(1e-9 * (1 + cut));
        double step = found.edges()[1] - found.edges()[0];
        assertThat(found.low()).isGreaterThanOrEqualTo(cut < step ? -step : 0).isLessThan(cut);
        assertThat(found.high()).isGreaterThan(cut).isLessThan(400);
        assertThat(found.bins()).isBetween(14, 110);
    }

    @Test
    void giveWholeNumbersABinEach() {
        CutBins bins = new CutBins(40);
        for (int i = 0; i < 100; i++) {
            bins.add(i % 4);
        }
        assertThat(bins.around(List.of(0.0)).edges()).containsExactly(-0.5, 0.5, 1.5, 2.5, 3.5);
    }

    @Test
    void standWithoutEvents() {
        assertThat(new CutBins(10).around(List.of()).bins()).isEqualTo(10);
        Binning one = new CutBins(10).around(List.of(5.0));
        assertThat(one.low()).isLessThan(5);
        assertThat((one.low() + one.high()) / 2).isCloseTo(5, within(1e-9));
    }
}
