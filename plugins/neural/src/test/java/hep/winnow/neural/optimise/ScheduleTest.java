package hep.winnow.neural.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void stepsHalveEverySoManyEpochs() {
        Schedule step = new Schedule.Step(10, 0.5);
        assertThat(step.factor(9, 100)).isEqualTo(1);
        assertThat(step.factor(10, 100)).isEqualTo(0.5);
        assertThat(step.factor(25, 100)).isEqualTo(0.25);
    }

    @Test
    void exponentialAndInverseFallFromOne() {
        assertThat(new Schedule.Exponential(0.9).factor(0, 5)).isEqualTo(1);
        assertThat(new Schedule.Exponential(0.9).factor(2, 5)).isCloseTo(0.81, within(1e-15));
        assertThat(new Schedule.Inverse(0.5).factor(2, 5)).isEqualTo(0.5);
    }

    @Test
    void cosineRisesAndThenFallsToItsLeast() {
        Schedule cosine = new Schedule.Cosine(0.1, 4);
        assertThat(cosine.factor(0, 20)).isEqualTo(0.2);
        assertThat(cosine.factor(3, 20)).isEqualTo(0.8);
        assertThat(cosine.factor(4, 20)).isEqualTo(1);
        assertThat(cosine.factor(12, 20)).isCloseTo(0.55, within(1e-15));
        assertThat(cosine.factor(20, 20)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void annealingCools() {
        Schedule annealing = new Schedule.Annealing(0.01, 0.5);
        assertThat(annealing.factor(7, 20)).isEqualTo(1);
        assertThat(annealing.temperature(0)).isEqualTo(0.01);
        assertThat(annealing.temperature(3)).isEqualTo(0.00125);
    }
}
