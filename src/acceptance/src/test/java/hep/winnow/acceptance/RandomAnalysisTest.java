package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.random.RandomStream;
import hep.winnow.core.Winnow;
import hep.winnow.core.assist.Assist;
import hep.winnow.core.assist.Completions;
import hep.winnow.core.assist.Hints;
import hep.winnow.core.assist.Hover;
import hep.winnow.core.lang.DiagnosticPrinter;
import hep.winnow.core.lang.Formatter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analyses that are made of the schemas of all plugins: checking them ends soon, with a program or with errors, and never throws. */
class RandomAnalysisTest {
    private static final long SEED = 20_261_130;
    private static final double LONGEST_SECONDS = 1;

    @TempDir
    Path folder;

    @Test
    void everyVerbOptionAndFunctionIsReached() throws IOException {
        try (Runner runner = new Runner()) {
            Set<String> reached = new TreeSet<>();
            for (int i = 0; i < 20_000; i++) {
                RandomAnalysis.make(runner.winnow(), new RandomStream(SEED).stream(i), reached);
            }
            assertThat(reached).containsAll(RandomAnalysis.all(runner.winnow()));
        }
    }

    @Test
    void fewAreChecked() throws IOException {
        check(500);
    }

    @Test
    @Tag("slow")
    void manyAreChecked() throws IOException {
        check(Integer.getInteger("winnow.analyses", 50_000));
    }

    private void check(int count) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y,n,w,tag 1\n1,2,3,0.5,u\n2,3,4,-0.5,v\n");
        Files.writeString(folder.resolve("b.csv"), "x,y,n,w,tag 1\n0,2,5,0.5,u\n1,4,6,1.5,v\n");
        Files.writeString(folder.resolve("t.csv"), "x_low,x_high,v,v_err\n0,1,0.9,0.1\n1,2,1.1,0.1\n");
        int sound = 0;
        try (Runner runner = new Runner()) {
            for (int i = 0; i < count; i++) {
                RandomStream random = new RandomStream(SEED).stream(i);
                String text = RandomAnalysis.make(runner.winnow(), random, new TreeSet<>());
                sound += isSound(runner, i, text, random) ? 1 : 0;
            }
        }
        assertThat(sound).as("without a mistake, of " + count).isGreaterThan(count / 20);
    }

    private boolean isSound(Runner runner, int number, String text, RandomStream random) {
        long start = cpu();
        try {
            Winnow.Checked checked = runner.check("made.wn", text, folder, Map.of());
            boolean isSound = checked.diagnostics().stream().noneMatch(d -> d.severity() == Severity.ERROR);
            assertThat(checked.program().isPresent()).isEqualTo(isSound);
            assertThat(new DiagnosticPrinter(checked.texts(), false).print(checked.diagnostics()))
                    .isNotNull();
            Assist assist = Assist.of(runner.winnow(), checked.names(), folder);
            int at = random.nextInt(text.length() + 1);
            Completions.at(text, at, assist);
            Hover.at(text, at, assist);
            Hints.at(text, at, assist);
            String formatted = Formatter.format(text);
            assertThat(Formatter.format(formatted)).isEqualTo(formatted);
            assertThat((cpu() - start) / 1e9).isLessThan(LONGEST_SECONDS);
            return isSound;
        } catch (RuntimeException | Error e) {
            return fail("analysis " + number + ", seed " + SEED + ":\n" + text, e);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
