package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Tensor;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.optimise.Solver;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Weights after training, down to the last bit: they must be the same on every machine, JDK and release. */
class GoldenBitsTest {
    @Test
    void weightsHaveTheBitsOfTheFirstRelease() {
        Examples moons = Toys.moons(300, 0.3, 1);
        Mlp tanh = Toys.mlp(List.of(9, 7), new Activation.Tanh(), Toys.adam(0.01), 37, 4, 0);
        assertThat(bits(Toys.with(tanh, Optional.empty(), 1e-4, 1e-3, 0), moons))
                .isEqualTo("656c849b");
        Mlp relu = Toys.mlp(List.of(20), new Activation.Relu(), new Solver.Sgd(0.05, 0.9, true, 0.01), 0, 5, 0);
        assertThat(bits(relu, Toys.blobs(700, 4, 1))).isEqualTo("05bfbe4f");
        Mlp elu = Toys.mlp(List.of(8, 8), new Activation.Elu(0.7), new Solver.RmsProp(0.01, 0.9, 1e-8), 4, 5, 0);
        float[] x = new float[50];
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = (i - 25) / 15f;
            y[i] = 100 + x[i] * x[i];
        }
        assertThat(bits(elu, Toys.regression(1, x, y))).isEqualTo("c7ca2a12");
        Mlp dropping = Toys.with(relu, Optional.of(new Loss.Mse()), 0, 0, 0.5);
        assertThat(bits(dropping, moons)).isEqualTo("41728b63");
    }

    private static String bits(Mlp mlp, Examples train) {
        Model model = mlp.train(train, train, new TestContext(5));
        CRC32 crc = new CRC32();
        for (Tensor tensor : model.state().tensors()) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.values().length);
            for (float value : tensor.toFloats()) {
                bytes.putFloat(value + 0f);
            }
            crc.update(bytes.array());
        }
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
