package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitTest {
    @ParameterizedTest
    @CsvSource({
        "GLOROT, 0.1732051, 0.2390457, 0",
        "HE,     0.2449490, 0.2390457, 0",
        "LECUN,  0.1732051, 0.1732051, 0",
        "PLAIN,  0.1,       0.1,       0.1"
    })
    void drawsWithinItsLimit(Init init, double hidden, double last, double bias) {
        Parameters parameters = new Parameters(100, 100, 5);
        init.fill(parameters, new RandomStream(1));
        assertThat(greatest(parameters.weights(0).toArray())).isCloseTo(hidden, within(1e-3));
        assertThat(greatest(parameters.weights(1).toArray())).isCloseTo(last, within(3e-3));
        assertThat(greatest(parameters.biases(0))).isCloseTo(bias, within(3e-3));
    }

    @Test
    void seluStartsFromLecunAndOthersFromGlorot() {
        assertThat(Init.habitOf(new Activation.Selu())).isEqualTo(Init.LECUN);
        assertThat(Init.habitOf(new Activation.Relu())).isEqualTo(Init.GLOROT);
    }

    private static double greatest(float[] x) {
        double greatest = 0;
        for (float v : x) {
            greatest = Math.max(greatest, Math.abs(v));
        }
        return greatest;
    }
}
