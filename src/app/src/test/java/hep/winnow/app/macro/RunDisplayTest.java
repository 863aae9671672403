package hep.winnow.app.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.app.Console;
import hep.winnow.app.shell.Terminal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunDisplayTest {
    private static final String ERASE = "\r\u001B[K";
    private static final long SECOND = 1_000_000_000L;

    private long now;

    @Test
    void drawsATrainingOnATerminal() {
        Console console = new Console(Console.LIVE);
        RunDisplay display = display(console, false);

        display.epoch("nn", new EpochReport(1, 0.5, 0.6, Double.NaN, 0.7), 4);
        now += 2 * SECOND;
        display.epoch("nn", new EpochReport(2, 0.4, 0.5, Double.NaN, 0.8), 4);

        List<String> drawn = frames(console);
        assertThat(drawn).hasSize(2);
        assertThat(drawn.get(1))
                .isEqualTo("train nn        ━━━━━━━━────────  2/4  2.0 s left  loss 0.4000  valid 0.5000");
    }

    @Test
    void keepsTheDrawnLineWithinTheTerminal() {
        Terminal.Looks narrow = new Terminal.Looks(true, false, false, true, Console.LIVE.charset(), 40);
        Console console = new Console(narrow);
        RunDisplay display = display(console, false);

        display.began(1, "hist h in a_region_with_a_long_name : some + long * expression");
        display.epoch("a_model_with_a_long_name", new EpochReport(1, 0.5, 0.6, 0.7, 0.8), 4);

        assertThat(frames(console)).hasSize(2).allSatisfy(f -> assertThat(f).hasSizeLessThan(40));
    }

    @Test
    void drawsNoMoreOftenThanAnEyeCanSee() {
        Console console = new Console(Console.LIVE);
        RunDisplay display = display(console, false);

        for (int i = 0; i < 1000; i++) {
            display.reading("a", i, i, 1000);
            now += SECOND / 1000;
        }

        assertThat(frames(console)).hasSizeBetween(5, 20);
    }

    @Test
    void erasesTheDrawnLineBeforeItSpeaks() {
        Console console = new Console(Console.LIVE);
        RunDisplay display = display(console, false);

        display.reading("a", 5, 50, 100);
        display.text(1, "found it");
        display.reading("a", 5, 50, 100);
        display.warning(7, "take care");

        assertThat(console.err()).contains(ERASE + "\u001B[1;33mwarning:\u001B[0m take care (line 7)\n");
        assertThat(console.out()).isEqualTo("found it\n");
    }

    @Test
    void leavesOneLineForEachThingDone() {
        Console console = new Console(Terminal.Looks.PLAIN);
        RunDisplay display = display(console, false);

        display.reading("sig", 1000, 10, 100);
        now += 3 * SECOND / 2;
        display.reading("sig", 20_000, 100, 100);
        display.progressDone();
        display.progressDone();
        display.epoch("nn", new EpochReport(1, 0.5, 0.6, 0.7, 0.8), 4);
        display.progressDone();

        assertThat(console.err())
                .isEqualTo("read sig           20 000 events in 1.5 s\ntrain nn           1 epoch in 0.0 s\n");
    }

    @Test
    void givesASignOfLifeInALog() {
        Console console = new Console(Terminal.Looks.PLAIN);
        RunDisplay display = display(console, false);

        for (int i = 1; i <= 4; i++) {
            display.epoch("nn", new EpochReport(i, 0.5, Double.NaN, Double.NaN, Double.NaN), 9);
            now += 25 * SECOND;
        }

        assertThat(console.err()).isEqualTo("train nn           epoch 4/9  loss 0.5000\n");
    }

    @Test
    void partsBlocksByBlankLines() {
        Console console = new Console(Terminal.Looks.PLAIN);
        RunDisplay display = display(console, false);

        display.text(1, "one");
        display.text(2, "two");
        display.text(3, "a\nb\n");
        display.text(4, "c\nd");
        display.text(5, "three");

        assertThat(console.out()).isEqualTo("one\ntwo\n\na\nb\n\nc\nd\n\nthree\n");
    }

    @Test
    void coloursWhatBecameOfExpectations() {
        Console console = new Console(Console.LIVE);
        RunDisplay display = display(console, false);

        display.text(1, "expect ok      1 < 2");
        display.text(2, "expect FAILED  3 < 2");

        assertThat(console.out())
                .isEqualTo("\u001B[32mexpect ok\u001B[0m      1 < 2\n\u001B[1;31mexpect FAILED\u001B[0m  3 < 2\n");
    }

    private RunDisplay display(Console console, boolean isQuiet) {
        return new RunDisplay(console.terminal(), isQuiet, () -> now);
    }

    /** Returns what was drawn, without colours. */
    private static List<String> frames(Console console) {
        String plain = console.err().replace(ERASE, "\n").replaceAll("\u001B\\[[0-9;]*m", "");
        return plain.lines().filter(l -> !l.isBlank()).toList();
    }
}
