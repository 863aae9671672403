package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import hep.winnow.core.text.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program, killed without warning at random moments of a training and resumed, ends in the same bytes as a run that was left alone. */
@Tag("slow")
class KilledRunIT {
    private static final long SEED = 20260917;
    private static final String EVENTS = """
            winnow 1
            set seed=7
            toy moons = moons events=6000 noise=0.3
            split moons into train=50% valid=25% test=25%
            """;
    private static final String DIGITS = """
            winnow 1
            set seed=7
            toy digits = digits events=600
            split digits into train=70% valid=15% test=15%
            """;
    private static final String SAVE = "save nn to \"nn.wnm\"\n";
    private static final String MLP = EVENTS
            + "train nn = mlp on moons vars=[x, y] layers=[32, 16] dropout=10% batch=64 epochs=40 patience=0 checkpoint=1\n"
            + SAVE;

    /**
     * A training that is killed.
     *
     * @param kills how often
     */
    record Training(String name, String macro, int kills) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Training> trainings() {
        return List.of(
                new Training("mlp", MLP, 20),
                new Training("ensemble", EVENTS + """
                        train nn = mlp on moons vars=[x, y] layers=[32, 16] batch=64 epochs=20 patience=4 ensemble=4 checkpoint=1
                        """ + SAVE, 6),
                new Training("warm", EVENTS + """
                        train first = mlp on moons vars=[x, y] layers=[32, 16] batch=64 epochs=15 patience=0 checkpoint=2
                        train nn = mlp on moons vars=[x, y] layers=[32, 16] batch=64 epochs=20 patience=0 warm=first checkpoint=3
                        """ + SAVE, 6),
                new Training("cnn", DIGITS + """
                        train nn = cnn on digits vars=[p0..p783] image=[28, 28] layers=[conv(8, 3), pool(2), dropout(0.2), dense(16)] batch=64 epochs=8 checkpoint=1
                        """ + SAVE, 6),
                new Training("autoencoder", EVENTS + """
                        define r = x*x + y*y
                        train nn = autoencoder on moons vars=[x, y, r] layers=[32] bottleneck=2 noise=0.1 batch=64 epochs=30 patience=0 checkpoint=1
                        """ + SAVE, 6),
                new Training("gan", EVENTS + """
                        train nn = gan on moons vars=[x, y] latent=4 layers=[32, 32] discriminator=[64, 64] batch=200 epochs=30 checkpoint=1
                        """ + SAVE, 6));
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("trainings")
    void endsInTheSameBytesWheneverItIsKilled(Training training) throws IOException, InterruptedException {
        write(training.macro());
        long start = System.nanoTime();
        Program.Outcome unbroken = run("whole");
        assertThat(unbroken.exitCode()).as(unbroken.err()).isEqualTo(0);
        long whole = System.nanoTime() - start;
        String expected = model("whole");

        RandomStream random = new RandomStream(SEED);
        int unfinished = 0;
        int resumed = 0;
        for (int k = 0; k < training.kills(); k++) {
            String out = "killed" + k;
            long moment = (long) (whole * random.nextDouble());
            unfinished += kill(out, moment) ? 1 : 0;
            unfinished += kill(out, (long) (whole * random.nextDouble())) ? 1 : 0;
            resumed += Files.exists(folder.resolve(out).resolve("checkpoints")) ? 1 : 0;
            Program.Outcome outcome = run(out);
            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(0);
            assertThat(model(out))
                    .as("killed after %s", Duration.ofNanos(moment))
                    .isEqualTo(expected);
        }
        Told.tell(
                training.name(),
                2 * training.kills() + " kills, " + unfinished + " before the end; " + resumed + " of "
                        + training.kills() + " runs went on from a checkpoint; all ended in " + expected);
        assertThat(unfinished).as("runs that were killed before their end").isGreaterThan(training.kills() / 2);
        assertThat(resumed).as("runs that went on from a checkpoint").isPositive();
    }

    @Test
    void refusesTheCheckpointOfAnotherTraining() throws IOException, InterruptedException {
        write(MLP);
        run("other");
        write(MLP.replace("noise=0.3", "noise=0.31"));
        Program.Outcome events = run("other");
        assertThat(events.exitCode()).isEqualTo(2);
        assertThat(events.err()).contains("training.ckpt' is of a training with other events");
        write(MLP.replace("batch=64", "batch=65"));
        Program.Outcome settings = run("other");
        assertThat(settings.exitCode()).isEqualTo(2);
        assertThat(settings.err()).contains("other settings", "run without --resume to begin anew");
    }

    private void write(String macro) throws IOException {
        Files.writeString(folder.resolve("m.wn"), macro);
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
