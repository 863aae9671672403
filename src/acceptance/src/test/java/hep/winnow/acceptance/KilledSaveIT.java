package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import hep.winnow.core.text.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program, killed without warning while it saves events, leaves the old file or the new one, and what it had begun under names that tell so. */
@Tag("slow")
class KilledSaveIT {
    private static final int KILLS = 15;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.csv.gz", "t.npy", "t.npz", "t.h5", "t.root", "t.parquet", "t.arrow", "t.aida"})
    void leavesTheOldFileOrTheNewOne(String name) throws IOException, InterruptedException {
        String old = saved(name, 1000);
        long start = System.nanoTime();
        String whole = saved(name, 300_000);
        long nanos = System.nanoTime() - start;
        RandomStream random = new RandomStream(7);
        int unfinished = 0;
        for (int k = 0; k < KILLS; k++) {
            assertThat(saved(name, 1000)).isEqualTo(old);
            write(name, 300_000);
            Process process = Program.packaged(folder).start("run", "m.wn", "--quiet", "--out", "out");
            boolean hasEnded = process.waitFor((long) (nanos * random.nextDouble()), TimeUnit.NANOSECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            unfinished += hasEnded ? 0 : 1;
            assertThat(hash(name)).as("kill %d", k).isIn(old, whole);
            try (Stream<Path> files = Files.list(folder.resolve("out"))) {
                assertThat(files.map(f -> String.valueOf(f.getFileName())))
                        .as("kill %d", k)
                        .allMatch(f -> f.startsWith(".tmp-")
                                || List.of(name, name + ".json", "run.json").contains(f));
            }
        }
        Told.tell(name, KILLS + " kills, " + unfinished + " before the end");
        assertThat(unfinished).as("runs that were killed before their end").isGreaterThan(KILLS / 3);
    }

    private void write(String name, int events) throws IOException {
        Files.writeString(
                folder.resolve("m.wn"),
                "winnow 1\nset seed=7\ntoy moons = moons events=" + events + "\nsave moons to \"" + name + "\"\n");
    }

    private String saved(String name, int events) throws IOException, InterruptedException {
        write(name, events);
        Program.Outcome outcome = Program.packaged(folder).run("run", "m.wn", "--quiet", "--out", "out");
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(0);
        return hash(name);
    }

    private String hash(String name) throws IOException {
        return Hashes.sha256(folder.resolve("out").resolve(name));
    }
}
