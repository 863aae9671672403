package hep.winnow.core.model.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class EigenTest {
    @Test
    void decomposesSymmetricMatrices() {
        RandomStream random = new RandomStream(11);
        for (int n = 1; n < 30; n += 4) {
            double[][] a = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] = random.nextGaussian();
                    a[j][i] = a[i][j];
                }
            }
            Eigen eigen = Eigen.of(a);
            for (int i = 0; i < n; i++) {
                assertThat(i == 0 || eigen.values()[i] <= eigen.values()[i - 1]).isTrue();
                for (int j = 0; j < n; j++) {
                    double product = 0;
                    double dot = 0;
                    for (int k = 0; k < n; k++) {
                        product += eigen.vectors()[k][i] * eigen.values()[k] * eigen.vectors()[k][j];
                        dot += eigen.vectors()[i][k] * eigen.vectors()[j][k];
                    }
                    assertThat(product).isCloseTo(a[i][j], within(1e-13 * n));
                    assertThat(dot).isCloseTo(i == j ? 1 : 0, within(1e-13));
                }
            }
        }
    }

    @Test
    void findsKnownValues() {
        Eigen eigen = Eigen.of(new double[][] {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}});
        assertThat(eigen.values()[0]).isCloseTo(2 + Math.sqrt(2), within(1e-15));
        assertThat(eigen.values()[1]).isCloseTo(2, within(1e-15));
        assertThat(eigen.values()[2]).isCloseTo(2 - Math.sqrt(2), within(1e-15));
        assertThat(eigen.vectors()[0][1]).isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void agreesWithTablesOfTheNormalDistribution() {
        assertThat(NormalQuantile.of(0.5)).isZero();
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963984540054, within(1e-15));
        assertThat(NormalQuantile.of(0.84134474606854293)).isCloseTo(1, within(1e-14));
        assertThat(NormalQuantile.of(1e-10)).isCloseTo(-6.361340902404056, within(1e-14));
        assertThat(NormalQuantile.of(0.25)).isEqualTo(-NormalQuantile.of(0.75));
        assertThat(NormalQuantile.of(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NormalQuantile.of(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(NormalQuantile.of(-0.1)).isNaN();
    }
}
