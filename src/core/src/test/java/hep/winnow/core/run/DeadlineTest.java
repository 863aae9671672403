package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void endsWorkThatTakesTooLong() {
        assertThatThrownBy(() -> Deadline.within(Duration.ofMillis(20), DeadlineTest::forever))
                .isInstanceOf(LimitError.class)
                .hasMessage("the macro takes longer than the 0.02 s that it may");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void returnsWhatIsDoneInTime() {
        assertThat(Deadline.within(Duration.ofHours(1), () -> "done")).isEqualTo("done");
    }

    @Test
    void leavesAloneWhatFailsInTime() {
        assertThatThrownBy(() -> Deadline.within(Duration.ofHours(1), () -> {
                    throw new IllegalStateException("other");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static int forever() {
        while (true) {
            Interrupts.check();
        }
    }
}
