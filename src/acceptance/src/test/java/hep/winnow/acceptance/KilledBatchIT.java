package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import hep.winnow.core.text.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is killed without warning, with its processes or without them, and resumed, ends in the same bytes as one that was left alone, and those are the bytes of one run. */
class KilledBatchIT {
    private static final long SEED = 20260917;
    private static final int FILES = 7;
    private static final String MACRO = """
        winnow 1
        param input = "e0.csv"
        set seed=7 lumi=10/fb
        read ev from input signal=(label > 0.5) weight=w xsec=3*pb id=[event]
        region sr { cut "y" : y > 0.3 }
        split ev into train=50% test=50%
        hist h in sr : x bins=30 range=0..1 save="x.svg"
        hist in test : y edges=[0, 0.1, 0.5, 2]
        cutflow [sr, test] save="cutflow.csv"
        save sr to "sr.csv" columns=[event, x]
        save sr to "sr.npz" columns=[event, x]
        print ["yields", yield(sr), yield(test)]
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeEvents() throws IOException {
        RandomStream random = new RandomStream(SEED);
        for (int f = 0; f < FILES; f++) {
            StringBuilder text = new StringBuilder("event,x,y,w,label\n");
            for (int i = 0; i < 4000 * (f + 1); i++) {
                double w = (random.nextDouble() < 0.25 ? -1 : 1) * (0.1 + random.nextDouble());
                text.append(100_000 * f + i + "," + random.nextDouble() + "," + 2 * random.nextDouble() + "," + w + ","
                        + (random.nextDouble() < 0.3 ? 1 : 0) + "\n");
            }
            Files.writeString(folder.resolve("e" + f + ".csv"), text);
        }
        Files.writeString(folder.resolve("m.wn"), MACRO);
    }

    @Test
    void endsInTheSameBytesWhenItIsKilledOnce() throws IOException, InterruptedException {
        killAndCompare(2);
    }

    @Test
    @Tag("slow")
    void endsInTheSameBytesWheneverItIsKilled() throws IOException, InterruptedException {
        killAndCompare(50);
    }

    /** Kills a batch at so many moments, in folders of two kills each. */
    private void killAndCompare(int kills) throws IOException, InterruptedException {
        Program.Outcome run = program().run("run", "m.wn", "--quiet", "--out", "run", "--param", "input=e*.csv");
        assertThat(run.exitCode()).as(run.err()).isZero();
        long start = System.nanoTime();
        batch("whole");
        long whole = System.nanoTime() - start;
        Map<String, String> expected = files("whole");
        Map<String, String> ofRun = files("run");
        assertThat(expected).containsKeys("batch.json", "x.svg", "cutflow.csv", "sr.csv", "sr.npz");
        for (String name : List.of("x.svg", "cutflow.csv", "sr.csv", "sr.npz")) {
            assertThat(expected.get(name)).as(name).isEqualTo(ofRun.get(name));
        }
        assertThat(statements("whole/batch.json")).isEqualTo(statements("run/run.json"));

        RandomStream random = new RandomStream(SEED);
        int unfinished = 0;
        for (int k = 0; k < kills / 2; k++) {
            String out = "killed" + k;
            unfinished += kill(out, 1 + k % FILES, (long) (0.1 * whole * random.nextDouble()), k % 2 == 0) ? 1 : 0;
            unfinished += kill(out, 0, (long) (whole * random.nextDouble()), k % 2 == 1) ? 1 : 0;
            batch(out);
            assertThat(files(out)).isEqualTo(expected);
        }
        Told.tell("batch", kills + " kills, " + unfinished + " before the end; all ended in the same bytes");
        assertThat(unfinished).isPositive();
    }

    private void batch(String out) throws IOException, InterruptedException {
        Program.Outcome outcome = program().run(arguments(out));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }

    private static String[] arguments(String out) {
        return new String[] {"batch", "m.wn", "--over", "e*.csv", "--jobs", "2", "--quiet", "--resume", "--out", out};
    }

    /**
     * Kills a batch so long after its journal has so many lines.
     *
     * @param withWorkers whether its processes are killed too, or are left to end by themselves
     * @return whether it was still going on
     */
    private boolean kill(String out, int lines, long nanos, boolean withWorkers)
            throws IOException, InterruptedException {
        Process process = program().start(arguments(out));
        Path journal = folder.resolve(out).resolve("journal.jsonl");
        while (process.isAlive() && lines > 0 && (!Files.exists(journal) || lines(journal) < lines)) {
            Thread.sleep(5);
        }
        boolean hasEnded = process.waitFor(nanos, TimeUnit.NANOSECONDS);
        List<ProcessHandle> workers = process.descendants().toList();
        if (withWorkers) {
            workers.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly().waitFor();
        for (ProcessHandle worker : workers) {
            worker.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
        return !hasEnded;
    }

    private static int lines(Path file) throws IOException {
        return Files.readAllLines(file).size();
    }

    private Program program() {
        return Program.packaged(folder);
    }

    /** Returns the hashes of what a run or batch wrote into its folder; of {@code batch.json} without times. */
    private Map<String, String> files(String out) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder.resolve(out))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.equals("batch.json")) {
                    hashes.put(name, withoutTimes(Files.readString(file)));
                } else if (!name.equals("journal.jsonl") && !name.startsWith(".tmp-")) {
                    hashes.put(name, Hashes.sha256(file));
                }
            }
        }
        return hashes;
    }

    private static String withoutTimes(String json) {
        return json.lines()
                .filter(line -> !line.contains("\"seconds\"") && !line.contains("\"started\""))
                .reduce("", (a, b) -> a + b + "\n");
    }

    private String statements(String record) throws IOException {
        String json = Files.readString(folder.resolve(record));
        return json.substring(json.indexOf("\"statements\""));
    }
}
