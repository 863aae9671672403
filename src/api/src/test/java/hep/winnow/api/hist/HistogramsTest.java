package hep.winnow.api.hist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class HistogramsTest {
    private static final Binning X = Binning.uniform(4, -2, 2);
    private static final Binning Y = Binning.variable(-3, 0, 1, 3);

    /** Events of a correlation of 0.6, some of negative weight. */
    private static double[][] events(int n, boolean isWeighted) {
        RandomStream random = new RandomStream(7);
        double[][] out = new double[n][];
        for (int i = 0; i < n; i++) {
            double x = 0.5 * random.nextGaussian();
            double y = 0.6 * 2 * x + 0.8 * random.nextGaussian();
            double w = !isWeighted ? 1 : random.nextDouble() < 0.2 ? -0.5 : 0.5 + random.nextDouble();
            out[i] = new double[] {x, y, w};
        }
        return out;
    }

    @Test
    void dividesByTheWidthsOfBins() {
        Histogram h = new Histogram(Binning.variable(0, 1, 5));
        h.fill(0.5, 2);
        h.fill(3, 2);
        h.fill(9, 7);

        Histogram density = h.perWidth();

        assertThat(density.sumW(1)).isEqualTo(2);
        assertThat(density.sumW(2)).isEqualTo(0.5);
        assertThat(density.error(2)).isEqualTo(0.5);
        assertThat(density.sumW(3)).isEqualTo(7);
    }

    @Test
    void tellsCountsFromSumsOfWeights() {
        Histogram h = new Histogram(X);
        h.fill(-1.5, 1);
        h.fill(-1.5, 1);
        h.fill(0.5, 2);
        h.fill(1.5, -1);
        h.fill(1.5, 2);

        assertThat(h.isCount(1)).isTrue();
        assertThat(h.isCount(2)).isTrue();
        assertThat(h.isCount(3)).isFalse();
        assertThat(h.isCount(4)).isFalse();
    }

    @Test
    void makesLogarithmicBinsAndFindsUniformOnesAgain() {
        Binning log = Binning.logarithmic(3, 1, 1000);
        assertThat(log.edge(1)).isCloseTo(10, within(1e-12));
        assertThat(log.edge(3)).isEqualTo(1000);
        assertThat(Binning.of(X.edges()).isUniform()).isTrue();
        assertThat(Binning.of(Y.edges()).isUniform()).isFalse();
        assertThat(Binning.of(log.edges())).isEqualTo(log);
        assertThatThrownBy(() -> Binning.logarithmic(3, 0, 1)).hasMessageContaining("above 0");
    }

    @Test
    void fillsPartsOfAPlaneAsItFillsTheWhole() {
        Histogram2D whole = new Histogram2D(X, Y);
        Histogram2D first = new Histogram2D(X, Y);
        Histogram2D second = new Histogram2D(X, Y);
        double[][] events = events(1000, true);
        for (int i = 0; i < events.length; i++) {
            whole.fill(events[i][0], events[i][1], events[i][2]);
            (i < 300 ? first : second).fill(events[i][0], events[i][1], events[i][2]);
        }
        whole.fill(Double.NaN, 0, 1);
        second.fill(Double.NaN, 0, 1);
        first.add(second);

        assertThat(first.entries()).isEqualTo(whole.entries());
        assertThat(first.missing()).isEqualTo(1);
        assertThat(first.total()).isCloseTo(whole.total(), within(1e-9));
        assertThat(first.moments().correlation()).isCloseTo(whole.moments().correlation(), within(1e-12));
        long outside = 0;
        for (double[] e : events) {
            outside += X.index(e[0]) == 5 || Y.index(e[1]) == 0 ? 1 : 0;
        }
        long found = 0;
        for (int i = 0; i <= 5; i++) {
            for (int j = 0; j <= 4; j++) {
                found += i == 5 || j == 0 ? whole.entries(i, j) : 0;
            }
        }
        assertThat(found).isEqualTo(outside).isPositive();
        assertThatThrownBy(() -> first.add(new Histogram2D(Y, X))).hasMessageContaining("differ in their bins");
    }

    @Test
    void findsTheCorrelationOfWeightedEventsAndItsError() {
        Moments m = new Moments(3, -5, 2, 10);
        double[][] events = events(5000, true);
        double w = 0;
        double x = 0;
        double y = 0;
        for (double[] e : events) {
            m.add(e[0], e[1], e[2]);
            w += e[2];
            x += e[2] * e[0];
            y += e[2] * e[1];
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (double[] e : events) {
            xx += e[2] * (e[0] - x / w) * (e[0] - x / w);
            yy += e[2] * (e[1] - y / w) * (e[1] - y / w);
            xy += e[2] * (e[0] - x / w) * (e[1] - y / w);
        }
        double r = xy / Math.sqrt(xx * yy);
        double variance = 0;
        for (double[] e : events) {
            double s = (e[0] - x / w) / Math.sqrt(xx / w);
            double t = (e[1] - y / w) / Math.sqrt(yy / w);
            double influence = e[2] * (s * t - r * (s * s + t * t) / 2) / w;
            variance += influence * influence;
        }
        assertThat(m.meanX()).isCloseTo(x / w, within(1e-12));
        assertThat(m.spreadY()).isCloseTo(Math.sqrt(yy / w), within(1e-12));
        assertThat(m.correlation()).isCloseTo(r, within(1e-12));
        assertThat(m.correlationError()).isCloseTo(Math.sqrt(variance), within(1e-10));
        assertThat(m.scaled(3).correlationError()).isCloseTo(m.correlationError(), within(1e-12));
    }

    @Test
    void hasTheKnownErrorOfTheCorrelationOfNormalValues() {
        Moments m = new Moments(0, 0, 1, 1);
        int n = 40_000;
        for (double[] e : events(n, false)) {
            m.add(e[0], e[1], e[2]);
        }
        double r = m.correlation();
        assertThat(r).isCloseTo(0.6, within(0.02));
        assertThat(m.correlationError()).isCloseTo((1 - r * r) / Math.sqrt(n), within(1e-4));
    }

    @Test
    void hasNoCorrelationWithoutASpread() {
        Moments m = new Moments(0, 0, 1, 1);
        m.add(1, 1, 1);
        m.add(1, 2, 1);
        assertThat(m.correlation()).isNaN();
        assertThat(m.correlationError()).isNaN();
    }

    @Test
    void tellsMeansWithTheErrorOfAWeightedMean() {
        Profile whole = new Profile(X);
        Profile first = new Profile(X);
        Profile second = new Profile(X);
        double[][] events = events(2000, true);
        double w = 0;
        double wy = 0;
        for (int i = 0; i < events.length; i++) {
            double[] e = events[i];
            whole.fill(e[0], e[1], e[2]);
            (i % 2 == 0 ? first : second).fill(e[0], e[1], e[2]);
            if (X.index(e[0]) == 3) {
                w += e[2];
                wy += e[2] * e[1];
            }
        }
        double variance = 0;
        double spread = 0;
        for (double[] e : events) {
            if (X.index(e[0]) == 3) {
                variance += e[2] * e[2] * (e[1] - wy / w) * (e[1] - wy / w) / (w * w);
                spread += e[2] * (e[1] - wy / w) * (e[1] - wy / w) / w;
            }
        }
        first.add(second);
        for (Profile p : new Profile[] {whole, first, whole.scaled(5)}) {
            assertThat(p.mean(3)).isCloseTo(wy / w, within(1e-12));
            assertThat(p.error(3)).isCloseTo(Math.sqrt(variance), within(1e-12));
            assertThat(p.spread(3)).isCloseTo(Math.sqrt(spread), within(1e-12));
        }
    }

    @Test
    void hasTheErrorOfTProfileForUnitWeights() {
        Profile p = new Profile(X);
        double[] y = {3, 4, 8, 9};
        for (double v : y) {
            p.fill(0.5, v, 1);
        }
        p.fill(1.5, 7, 1);
        p.fill(0.5, Double.NaN, 1);
        assertThat(p.mean(3)).isEqualTo(6);
        assertThat(p.spread(3)).isCloseTo(Math.sqrt(6.5), within(1e-14));
        assertThat(p.error(3)).isCloseTo(Math.sqrt(6.5 / 4), within(1e-14));
        assertThat(p.effectiveEntries(3)).isEqualTo(4);
        assertThat(p.error(4)).as("one entry tells of no spread").isNaN();
        assertThat(p.mean(1)).isNaN();
        assertThat(p.missing()).isEqualTo(1);
    }
}
