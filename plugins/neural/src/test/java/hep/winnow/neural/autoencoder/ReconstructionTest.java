package hep.winnow.neural.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReconstructionTest {
    private static final float[] X = {9, 9, 9, 1, -2, 0.5f};
    private static final double[] SHARE = Reconstruction.shares(3, new double[] {1, 3, 4});

    @Test
    void errorIsTheMeanSquareByShares() {
        Reconstruction r = new Reconstruction(X, SHARE);
        float[] z = {3, -2, 0};

        assertThat(r.loss(z, 1)).isEqualTo((1 * 4 + 3 * 0 + 4 * 0.25) / 8);
        assertThat(Reconstruction.shares(4, new double[0])).containsOnly(0.25);
    }

    @Test
    void gradientAgreesWithCentralDifferences() {
        Reconstruction r = new Reconstruction(X, SHARE);
        float[] delta = new float[3];
        r.gradient(new float[] {0.4f, -1.25f, 0.5f}, 1, 3, delta);
        for (int j = 0; j < 3; j++) {
            float[] up = {0.4f, -1.25f, 0.5f};
            float[] down = up.clone();
            up[j] += 0x1p-8f;
            down[j] -= 0x1p-8f;
            double slope = 3 * (r.loss(up, 1) - r.loss(down, 1)) / 0x1p-7;
            assertThat((double) delta[j]).isCloseTo(slope, within(1e-5));
        }
    }
}
