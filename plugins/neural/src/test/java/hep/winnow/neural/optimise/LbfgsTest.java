package hep.winnow.neural.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class LbfgsTest {
    /** Three weights and a bias to play with. */
    private static Parameters four(float a, float b, float c, float d) {
        Network network = new Network(Shape.flat(3), List.of(new Dense(1, new Activation.Identity())));
        Parameters p = network.zeros();
        float[] values = {a, b, c, d};
        for (int i = 0; i < 4; i++) {
            p.row(i)[0] = values[i];
        }
        return p;
    }

    /** Rosenbrock's valley in two dimensions, twice. */
    private static double valley(Parameters p, Lbfgs.Gradient out) {
        Parameters g = p.zeros();
        double sum = 0;
        for (int k = 0; k < 4; k += 2) {
            double x = p.row(k)[0];
            double y = p.row(k + 1)[0];
            sum += 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
            g.row(k)[0] = (float) (-400 * x * (y - x * x) - 2 * (1 - x));
            g.row(k + 1)[0] = (float) (200 * (y - x * x));
        }
        out.is(g);
        return sum;
    }

    @Test
    void findsTheEndOfRosenbrocksValleyAndStopsThere() {
        Parameters p = four(-1.2f, 1, 0, 3);
        Lbfgs lbfgs = new Lbfgs(10, p, LbfgsTest::valley);
        int steps = 0;
        while (lbfgs.step() && steps < 200) {
            steps++;
        }
        assertThat(steps).isLessThan(100);
        for (int i = 0; i < 4; i++) {
            assertThat((double) p.row(i)[0]).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void everyStepGoesDown() {
        Parameters p = four(-1.2f, 1, 0, 3);
        Lbfgs lbfgs = new Lbfgs(2, p, LbfgsTest::valley);
        double last = valley(p, g -> {});
        for (int i = 0; i < 15; i++) {
            assertThat(lbfgs.step()).isTrue();
            double now = valley(p, g -> {});
            assertThat(now).isLessThan(last);
            last = now;
        }
    }

    @Test
    void goesOnFromItsStateWithTheSameBits() {
        Parameters whole = four(-1.2f, 1, 0, 3);
        Lbfgs first = new Lbfgs(3, whole, LbfgsTest::valley);
        for (int i = 0; i < 7; i++) {
            first.step();
        }
        Parameters other = four(0, 0, 0, 0);
        Lbfgs second = new Lbfgs(3, other, LbfgsTest::valley);
        second.resume(first.state());
        for (int i = 0; i < 7; i++) {
            first.step();
            second.step();
        }
        for (int i = 0; i < 4; i++) {
            assertThat(other.row(i)[0]).isEqualTo(whole.row(i)[0]);
        }
    }

    @Test
    void clippingKeepsDirectionAndLimitsLength() {
        Parameters g = four(3, 0, 4, 12);
        new Clip(6.5).apply(g);
        assertThat(g.row(0)[0]).isEqualTo(1.5f);
        assertThat(g.row(3)[0]).isEqualTo(6f);
        new Clip(7).apply(g);
        assertThat(g.row(3)[0]).isEqualTo(6f);
    }

    @Test
    void noiseHasTheAskedWidth() {
        Network network = new Network(Shape.flat(100), List.of(new Dense(100, new Activation.Identity())));
        Parameters p = network.zeros();
        Noise.shake(p, 0.3, new RandomStream(1));
        double squares = 0;
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.length(i); j++) {
                squares += p.row(i)[j] * p.row(i)[j];
            }
        }
        assertThat(Math.sqrt(squares / p.count())).isCloseTo(0.3, within(0.01));
    }
}
