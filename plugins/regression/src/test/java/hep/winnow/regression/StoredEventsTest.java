package hep.winnow.regression;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.step.TrainStep;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fits to events that do not lie in memory: the same bits. */
class StoredEventsTest {
    private static final int EVENTS = 50_000;

    private final double[][] rows = new double[EVENTS][3];
    private final double[] weight = new double[EVENTS];
    private final int[] label = new int[EVENTS];
    private final double[] target = new double[EVENTS];

    StoredEventsTest() {
        Random random = new Random(3);
        for (int i = 0; i < EVENTS; i++) {
            label[i] = random.nextInt(2);
            for (int f = 0; f < 3; f++) {
                rows[i][f] = random.nextGaussian() + 0.4 * f * label[i];
            }
            weight[i] = random.nextInt(5) == 0 ? -0.5 : 1.2;
            target[i] = rows[i][0] - 2 * rows[i][1] + random.nextGaussian();
        }
    }

    private static Examples stored(Examples events) {
        return Examples.stored(
                events.task(),
                events.classes(),
                events.features(),
                events.targets(),
                events.size(),
                (from, to) -> events.part(from[0], to[0]));
    }

    @Test
    void classifiesAlike() {
        Examples events = Training.classes(2, rows, label, weight);
        for (TrainStep step : new TrainStep[] {
            Training.logistic(0),
            new Lda("ld", Training.options(), Priors.WEIGHTED),
            new Fisher("f", Training.options())
        }) {
            assertThat(step.takesStored()).isTrue();
            LinearModel held = new Training(3).fit(step, events);
            LinearModel read = new Training(3, Training.backwards()).fit(step, stored(events));
            assertThat(read.describe(java.util.List.of("a", "b", "c")))
                    .isEqualTo(held.describe(java.util.List.of("a", "b", "c")));
            assertThat(scores(read, events)).isEqualTo(scores(held, events));
        }
    }

    @Test
    void fitsNumbersAlike() {
        Examples events = Training.regression(rows, target, weight);
        TrainStep step = new Linear("l", Training.options());
        LinearModel held = new Training(3).fit(step, events);
        assertThat(scores(new Training(3).fit(step, stored(events)), events)).isEqualTo(scores(held, events));
    }

    private static double[] scores(LinearModel model, Examples events) {
        double[] out = new double[events.size()];
        model.score(events.x(), events.size(), out);
        return out;
    }
}
