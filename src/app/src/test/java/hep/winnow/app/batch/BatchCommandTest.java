package hep.winnow.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import hep.winnow.app.Console;
import hep.winnow.app.Console.Outcome;
import hep.winnow.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
    /** Events of each file: none, one, a block to the event, several blocks. */
    private static final int[] EVENTS = {3000, 0, 1, 8192, 20_000, 17, 5000};

    private static final String MACRO = """
        winnow 1
        param input = "e0.csv"
        param low = 0.2
        set seed=7 lumi=10/fb
        read ev from input signal=(label > 0.5) weight=w xsec=3*pb id=[event] duplicates=keep factor=(0.5 + 0.3*y)
        define r = x*x + y
        region sr {
          cut "y" : y > low
          cut "x" : x > 0.1
        }
        split ev into train=50% test=50%
        hist h in sr : r bins=30 range=0..3
        hist in ev : y edges=[0, 0.1, 0.5, 2, 10]
        hist in test : x bins=20 range=0..1 blind=(y > 1)
        hist2d in [ev, test] : [x, y] bins=[8, 5] range=[0..1, 0..2]
        profile in sr : [y, x] bins=10 range=0..2
        cutflow [sr, test] save="cf.csv"
        show sr columns=[x, y] rows=4
        save sr to "sr.csv.gz" columns=[event, x, r]
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeEvents() throws IOException {
        RandomStream random = new RandomStream(20260917);
        long event = 0;
        for (int f = 0; f < EVENTS.length; f++) {
            StringBuilder text = new StringBuilder("event,x,y,w,label\n");
            for (int i = 0; i < EVENTS[f]; i++) {
                double w = (random.nextDouble() < 0.25 ? -1 : 1) * (0.1 + random.nextDouble());
                String x = random.nextDouble() < 0.01 ? "" : Double.toString(random.nextDouble());
                text.append(event++ + "," + x + "," + 2 * random.nextDouble() + "," + w + ","
                        + (random.nextDouble() < 0.3 ? 1 : 0) + "\n");
            }
            Files.writeString(file(f), text);
        }
        Files.writeString(folder.resolve("m.wn"), MACRO);
    }

    @Test
    void givesTheSameBitsAsOneRun() throws IOException {
        Outcome run = Console.run(
                "run",
                macro(),
                "--quiet",
                "--out",
                out("run"),
                "--param",
                "input=" + folder + "/e*.csv",
                "--threads",
                "3");
        assertThat(run.status()).as(run.err()).isZero();

        for (String perJob : List.of("1", "3")) {
            Outcome batch = batch("by" + perJob, "--jobs", "2", "--files-per-job", perJob);

            assertThat(batch.status()).as(batch.err()).isZero();
            assertThat(json("by" + perJob, "batch.json").get("statements"))
                    .isEqualTo(json("run", "run.json").get("statements"));
            for (String name : List.of("cf.csv", "sr.csv.gz")) {
                assertThat(folder.resolve("by" + perJob).resolve(name))
                        .hasSameBinaryContentAs(folder.resolve("run").resolve(name));
            }
        }
        assertThat(json("by1", "batch.json").get("inputs")).asString().contains("e4.csv, bytes=", "events=20000");
        assertThat(json("by1", "batch.json").get("batch"))
                .isEqualTo(Map.of("param", "input", "files", 7L, "merged", 7L, "missing", List.of()));
    }

    @Test
    void doesAgainWhatFailedOrChangedAndNothingElse() throws IOException {
        String good = Files.readString(file(3));
        Files.writeString(file(3), good + "7,8,none,1,0\n");

        Outcome stopped = batch("out", "--jobs", "1");
        assertThat(stopped.status()).isEqualTo(2);
        assertThat(stopped.err())
                .contains("row in line 8194", "column 'y': found 'none'", "log.txt", "Nothing was merged", "--resume");
        assertThat(folder.resolve("out/batch.json")).doesNotExist();

        Outcome skipped = batch("out", "--jobs", "2", "--resume", "--on-bad=skip");
        assertThat(skipped.status()).isEqualTo(2);
        assertThat(skipped.err()).contains("kept               3 of 7 jobs", "missing in what was merged");
        assertThat(json("out", "batch.json").get("batch")).asString().contains("missing=[" + file(3) + "]");

        Files.writeString(file(3), good);
        Outcome mended = batch("out", "--jobs", "2", "--resume");
        assertThat(mended.status()).as(mended.err()).isZero();
        assertThat(mended.err()).contains("kept               6 of 7 jobs");
        assertThat(mended.err()).contains("1 file of 1, 8192 events");

        Outcome again = batch("out", "--resume");
        assertThat(again.status()).isZero();
        assertThat(again.err()).contains("kept               7 of 7 jobs").doesNotContain("batch  ");

        Outcome refused = batch("out");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("holds a batch already", "--resume goes on with it, --fresh throws it away");
    }

    @Test
    void leavesOutFilesThatCannotBeOpened() throws IOException {
        Files.writeString(file(5), "something,else\n1,2\n");
        Files.write(file(0), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});

        Outcome outcome = batch("out", "--on-bad=skip", "--files-per-job", "7");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("failed: 2 jobs of a batch over 7 files", "e5.csv", "e0.csv");
        assertThat(json("out", "batch.json").get("batch"))
                .asString()
                .contains("merged=5", "missing=[" + file(0) + ", " + file(5) + "]");
    }

    @Test
    void refusesWhatCannotBeMergedBeforeAnythingRuns() throws IOException {
        Files.writeString(folder.resolve("m.wn"), """
            param input = "e0.csv"
            read ev from input signal=(label > 0.5)
            split ev into train=50% test=50%
            hist in ev : y
            hist in test : y range=0..1
            weigh ev
            """);

        Outcome outcome = batch("out");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "error[E318] the bins of a 'hist' without range= are told from all its events",
                        "m.wn:4:1",
                        "give it range= or edges=",
                        "a part of a split by row number needs all rows in one process",
                        "split by=hash(columns), or give the sample id=[columns]",
                        "'weigh'",
                        "m.wn:6:1");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void refusesWhatCountsEventsOverAllFiles() throws IOException {
        Files.writeString(folder.resolve("m.wn"), """
            param input = "e0.csv"
            set limit=100
            read ev from input signal=(label > 0.5) id=[event] duplicates=drop
            region sr { cut "y" : y > 0.2 }
            nminus1 sr
            profile in ev : [x, y]
            """);

        Outcome outcome = batch("out");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "error[E318] limit= counts events of sample 'ev' over all files",
                        "error[E318] duplicates=drop of sample 'ev' compares the events of all files",
                        "what 'nminus1' gathers cannot be merged across processes",
                        "the bins of a 'profile' without range= are told from all its events");
        assertThat(batch("out", "--limit", "10").err()).contains("--limit counts events over all files");
    }

    @Test
    void countsByFileWhatIsNotCertified() throws IOException {
        Files.writeString(folder.resolve("good.json"), "{\"1\": [[1, 2]]}");
        for (int f = 0; f < EVENTS.length; f++) {
            Files.writeString(file(f), "run,ls,x\n1,1,0.5\n" + "1,3,0.5\n".repeat(f) + "1,2,0.7\n");
        }
        Files.writeString(folder.resolve("m.wn"), """
            param input = "e0.csv"
            read ev from input role=data certified="good.json" run=run lumi_section=ls
            hist in ev : x bins=2 range=0..1
            cutflow ev
            """);
        Outcome run = Console.run("run", macro(), "--out", out("run"), "--param", "input=" + folder + "/e*.csv");
        assertThat(run.status()).as(run.err()).isZero();

        Outcome outcome = batch("out", "--files-per-job", "2");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("21 of 35 events are in no certified section and were left out");
        assertThat(json("out", "batch.json").get("statements"))
                .isEqualTo(json("run", "run.json").get("statements"));
        assertThat(json("out", "batch.json").get("inputs"))
                .asString()
                .contains("e4.csv, bytes=", "events=2, skipped=0, uncertified=4");
    }

    @Test
    void saysWhichParamStandsForTheFiles() throws IOException {
        Files.writeString(folder.resolve("m.wn"), "param input = \"a.csv\"\nread ev from \"e0.csv\"\ncutflow ev\n");
        assertThat(batch("out").err()).contains("no sample of the macro reads the files of the param 'input'");
        assertThat(batch("out", "--as", "inputs").err()).contains("has no param 'inputs'", "did you mean 'input'?");
        assertThat(batch("out", "--param", "input=e1.csv").err()).contains("--param input is what --over gives");
    }

    @Test
    void refusesAFolderInWhichABatchIsAtWork() throws IOException {
        try (Lock lock = Lock.take(folder.resolve("out"))) {
            lock.prepare(false, false);
            Outcome outcome = batch("out");

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("another batch is at work");
        }
    }

    private Outcome batch(String out, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("batch", macro(), "--out", out(out), "--over", folder + "/e*.csv"));
        arguments.addAll(List.of(more));
        return Console.run(arguments.toArray(String[]::new));
    }

    private String macro() {
        return folder.resolve("m.wn").toString();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private Path file(int i) {
        return folder.resolve("e" + i + ".csv");
    }

    private Map<?, ?> json(String out, String name) throws IOException {
        return (Map<?, ?>) Json.parse(Files.readString(folder.resolve(out).resolve(name)));
    }
}
