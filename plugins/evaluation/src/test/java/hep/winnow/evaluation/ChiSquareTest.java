package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class ChiSquareTest {
    /** Tables of the chi2 distribution: Abramowitz and Stegun, table 26.8. */
    @Test
    void probabilityIsThatOfTheTables() {
        assertThat(new ChiSquare(3.84146, 1).probability()).isCloseTo(0.05, within(1e-6));
        assertThat(new ChiSquare(9.21034, 2).probability()).isCloseTo(0.01, within(1e-6));
        assertThat(new ChiSquare(18.3070, 10).probability()).isCloseTo(0.05, within(1e-6));
        assertThat(new ChiSquare(124.342, 100).probability()).isCloseTo(0.05, within(1e-5));
        assertThat(new ChiSquare(0, 3).probability()).isEqualTo(1);
        assertThat(new ChiSquare(1e6, 5).probability()).isZero();
        assertThat(new ChiSquare(0, 0).probability()).isNaN();
    }

    @Test
    void isTheSumOverBinsWithEnoughEntries() {
        Histogram a = new Histogram(Binning.uniform(2, 0, 2));
        Histogram b = new Histogram(Binning.uniform(2, 0, 2));
        for (int i = 0; i < 100; i++) {
            a.fill(i < 40 ? 0.5 : 1.5, 2);
            b.fill(i < 50 ? 0.5 : 1.5, 1);
        }
        // a: 0.4 with variance 40·4/200², b: 0.5 with 50/100²; the other bin likewise. Under- and overflow are merged.
        double expected = 0.01 / (0.004 + 0.005) + 0.01 / (0.006 + 0.005);

        ChiSquare found = ChiSquare.of(a, b);

        assertThat(found.degrees()).isEqualTo(1);
        assertThat(found.value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void equalShapesGiveUniformProbabilitiesWhateverTheWeights() {
        RandomStream random = new RandomStream(3);
        int below = 0;
        double sum = 0;
        int trials = 400;
        for (int t = 0; t < trials; t++) {
            double p = ChiSquare.of(sample(random, 800), sample(random, 2000)).probability();
            below += p < 0.05 ? 1 : 0;
            sum += p;
        }
        assertThat(sum / trials).isCloseTo(0.5, within(0.06));
        assertThat(below).isBetween(6, 40);
    }

    /** Gaussian, every tenth event with a negative weight. */
    private static Histogram sample(RandomStream random, int n) {
        Histogram h = new Histogram(Binning.uniform(20, -2, 2));
        for (int i = 0; i < n; i++) {
            h.fill(random.nextGaussian(), random.nextDouble() < 0.1 ? -0.5 : 1);
        }
        return h;
    }
}
