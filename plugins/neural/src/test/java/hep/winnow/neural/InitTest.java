package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Init;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import java.util.List;
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
        Activation tanh = new Activation.Tanh();
        Network network = new Network(Shape.flat(100), List.of(new Dense(100, tanh), new Dense(5, tanh)));
        Parameters parameters = network.zeros();
        init.fill(network, parameters, new RandomStream(1));
        assertThat(greatest(parameters.block(0, 0).toArray())).isCloseTo(hidden, within(1e-3));
        assertThat(greatest(parameters.block(1, 0).toArray())).isCloseTo(last, within(3e-3));
        assertThat(greatest(parameters.block(0, 1).toArray())).isCloseTo(bias, within(3e-3));
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
