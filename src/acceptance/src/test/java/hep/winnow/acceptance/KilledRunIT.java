package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import hep.winnow.core.text.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, killed without warning at random moments of a training and resumed, ends in the same bytes as a run that was left alone. */
@Tag("slow")
class KilledRunIT {
    private static final int KILLS = 20;
    private static final long SEED = 20260917;
    private static final String MACRO = """
            winnow 1
            set seed=7
            toy moons = moons events=6000 noise=0.3
            split moons into train=50% valid=25% test=25%
            train nn = mlp on moons vars=[x, y] layers=[32, 16] dropout=10% batch=64 epochs=40 patience=0 checkpoint=1
            save nn to "nn.wnm"
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeMacro() throws IOException {
        Files.writeString(folder.resolve("m.wn"), MACRO);
    }

    @Test
    void endsInTheSameBytesWheneverItIsKilled() throws IOException, InterruptedException {
        long start = System.nanoTime();
        assertThat(run("whole").exitCode()).isEqualTo(0);
        long whole = System.nanoTime() - start;
        String expected = model("whole");

        RandomStream random = new RandomStream(SEED);
        int unfinished = 0;
        for (int k = 0; k < KILLS; k++) {
            String out = "killed" + k;
            long moment = (long) (whole * random.nextDouble());
            unfinished += kill(out, moment) ? 1 : 0;
            unfinished += kill(out, (long) (whole * random.nextDouble())) ? 1 : 0;
            Program.Outcome outcome = run(out);
            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(0);
            assertThat(model(out))
                    .as("killed after %s", Duration.ofNanos(moment))
                    .isEqualTo(expected);
        }
        assertThat(unfinished).as("runs that were killed before their end").isGreaterThan(KILLS / 2);
    }

    @Test
    void refusesTheCheckpointOfAnotherTraining() throws IOException, InterruptedException {
        run("other");
        Files.writeString(folder.resolve("m.wn"), MACRO.replace("noise=0.3", "noise=0.31"));
        Program.Outcome events = run("other");
        assertThat(events.exitCode()).isEqualTo(2);
        assertThat(events.err()).contains("training.ckpt' is of a training with other events");
        Files.writeString(folder.resolve("m.wn"), MACRO.replace("batch=64", "batch=65"));
        Program.Outcome settings = run("other");
        assertThat(settings.exitCode()).isEqualTo(2);
        assertThat(settings.err()).contains("other settings", "run without --resume to begin anew");
    }

    private Program.Outcome run(String out) throws IOException, InterruptedException {
        return Program.packaged(folder).run("run", "m.wn", "--resume", "--quiet", "--out", out);
    }

    /** Returns whether the run was still going on. */
    private boolean kill(String out, long nanos) throws IOException, InterruptedException {
        Process process = Program.packaged(folder).start("run", "m.wn", "--resume", "--quiet", "--out", out);
        boolean hasEnded = process.waitFor(nanos, TimeUnit.NANOSECONDS);
        // The launcher becomes the JVM; where it does not, its children are the program.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return !hasEnded;
    }

    private String model(String out) throws IOException {
        return Hashes.sha256(folder.resolve(out).resolve("nn.wnm"));
    }
}
