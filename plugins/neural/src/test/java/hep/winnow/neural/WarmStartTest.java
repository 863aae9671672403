package hep.winnow.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.optimise.Solver;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarmStartTest {
    private static final Examples MOONS = Toys.moons(300, 0.3, 1);
    private static final Solver STILL = new Solver.Sgd(1e-9, 0, false, 0);

    private static Mlp mlp(int neurons, Solver solver, int epochs) {
        return Toys.mlp(List.of(neurons), new Activation.Tanh(), solver, 32, epochs, 0);
    }

    @Test
    void beginsWithTheWeightsOfTheEarlierModel() {
        Model first = mlp(6, Toys.adam(0.02), 10).train(MOONS, Toys.NO_BINARY, new TestContext(1));
        Model second = mlp(6, STILL, 1).train(MOONS, Toys.NO_BINARY, new Warm(first));
        double[] before = new double[300];
        double[] after = new double[300];
        first.score(MOONS.x(), 300, before);
        second.score(MOONS.x(), 300, after);
        for (int i = 0; i < 300; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(1e-5));
        }
    }

    @Test
    void keepsWhatTheOutputOfARegressionMeans() {
        float[] x = {-1, 0, 1, 2};
        Examples low = Toys.regression(1, x, new double[] {1, 2, 3, 4});
        Examples high = Toys.regression(1, x, new double[] {101, 202, 303, 404});
        Model first = mlp(4, Toys.adam(0.02), 50).train(low, low, new TestContext(1));
        Model second = mlp(4, STILL, 1).train(high, high, new Warm(first));
        double[] before = new double[4];
        double[] after = new double[4];
        first.score(x, 4, before);
        second.score(x, 4, after);
        assertThat(after[2]).isCloseTo(before[2], within(1e-3));
    }

    @Test
    void refusesAModelOfOtherLayers() {
        Model first = mlp(6, STILL, 1).train(MOONS, Toys.NO_BINARY, new TestContext(1));
        Model ensemble = Toys.ensemble(mlp(7, STILL, 1), 2).train(MOONS, Toys.NO_BINARY, new TestContext(1));
        for (Model warm : List.of(first, ensemble)) {
            assertThatThrownBy(() -> mlp(7, STILL, 1).train(MOONS, Toys.NO_BINARY, new Warm(warm)))
                    .isInstanceOfSatisfying(
                            UserError.class,
                            e -> assertThat(e.message()).contains("no single network of the same layers"));
        }
    }

    private static final class Warm extends TestContext {
        private final Model earlier;

        Warm(Model earlier) {
            super(1);
            this.earlier = earlier;
        }

        @Override
        public Optional<Model> warm() {
            return Optional.of(earlier);
        }
    }
}
