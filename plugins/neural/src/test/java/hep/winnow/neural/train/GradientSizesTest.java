package hep.winnow.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientSizesTest {
    private static final Network NETWORK = new Network(
            Shape.flat(3), List.of(new Dense(7, new Activation.Tanh()), new Dense(1, new Activation.Identity())));

    @Test
    void isTheRootMeanSquareOverTheWeightsOfALayer() {
        GradientSizes sizes = new GradientSizes(NETWORK.zeros());
        sizes.add(gradient(9, 9), 0, 1);
        sizes.begin();
        assertThat(sizes.sizes()).containsExactly(Double.NaN, Double.NaN);
        sizes.add(gradient(3, 0.5f), 0, 1);
        List<Double> found = sizes.sizes();
        assertThat(found.get(0)).isCloseTo(3, within(1e-12));
        assertThat(found.get(1)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void looksAtFewBatchesOfAnEpoch() {
        GradientSizes sizes = new GradientSizes(NETWORK.zeros());
        for (int batch = 0; batch < 40; batch++) {
            // Batches 0, 16 and 32 are looked at.
            sizes.add(gradient(batch % 16 == 0 ? 1 + batch / 16 : 100, 1), batch, 40);
        }

        assertThat(sizes.sizes().get(0)).isCloseTo(Math.sqrt((1 + 4 + 9) / 3.0), within(1e-12));
    }

    /** The weights of the first layer are {@code first} with either sign, those of the second {@code second}; biases are large and do not count. */
    private static Parameters gradient(float first, float second) {
        Parameters p = NETWORK.zeros();
        for (int i = 0; i < p.rows(); i++) {
            Arrays.fill(p.row(i), 50f);
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 7; j++) {
                p.block(0, 0).row(i)[j] = (i + j) % 2 == 0 ? first : -first;
            }
        }
        for (int i = 0; i < 7; i++) {
            p.block(1, 0).row(i)[0] = second;
        }
        return p;
    }
}
