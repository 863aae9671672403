package hep.winnow.app.repl;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.app.Console;
import hep.winnow.app.macro.RunDisplay;
import hep.winnow.app.shell.Terminal;
import org.junit.jupiter.api.Test;

class StepListenerTest {
    private final StepListener listener =
            new StepListener(new RunDisplay(new Console(Terminal.Looks.PLAIN).terminal(), false));

    private static final EpochReport EPOCH = new EpochReport(1, 0.5, 0.6, Double.NaN, Double.NaN);

    @Test
    void letsATrainingWithAnEpochBehindItEndByItself() {
        listener.began(1, "train");
        listener.epoch("nn", EPOCH, 10);

        listener.stop();

        assertThat(listener.stopsTraining()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void givesATrainingUpTheSecondTime() {
        listener.epoch("nn", EPOCH, 10);
        listener.stop();
        listener.stop();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givesUpWhatIsNoTraining() {
        listener.epoch("nn", EPOCH, 10);
        listener.progressDone();
        listener.stop();

        assertThat(listener.stopsTraining()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
