package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import hep.winnow.core.testing.Macros;
import hep.winnow.core.testing.Spy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples that a model draws. */
class GeneratedSamplesTest {
    private static final String READ = "set seed=3\nread a from \"a.csv\" role=signal\n";
    private static final String TRAIN = READ + "train g = blobs on a vars=[x, y] transform=decorrelate\n";
    private static final String GENERATE = TRAIN + "generate fake from g events=10000 role=background\n";

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void data() {
        RandomStream random = new RandomStream(1);
        StringBuilder lines = new StringBuilder("x,y,z\n");
        for (int i = 0; i < 2000; i++) {
            double x = random.nextGaussian();
            lines.append(100 + 20 * x)
                    .append(',')
                    .append(3 + 2 * x + random.nextGaussian())
                    .append(",1\n");
        }
        macros = new Macros(folder).file("a.csv", lines.toString());
    }

    @Test
    void drawsInTheStateOfTheInputs() {
        List<double[]> events = events(macros.run(GENERATE + "save fake to \"fake.csv\""));

        assertThat(events).hasSize(10000);
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (double[] e : events) {
            x += e[0] / 1e4;
            y += e[1] / 1e4;
            xx += e[0] * e[0] / 1e4;
            xy += e[0] * e[1] / 1e4;
        }
        // As in the file: means 100 and 3, a width of 20, and a covariance of 40.
        assertThat(x).isCloseTo(100, within(2.0));
        assertThat(y).isCloseTo(3, within(0.3));
        assertThat(Math.sqrt(xx - x * x)).isCloseTo(20, within(1.5));
        assertThat(xy - x * y).isCloseTo(40, within(4.0));
    }

    @Test
    void drawsTheSameBitsOnAnyNumberOfThreadsAndInEveryPass() {
        String macro = GENERATE + "save fake to \"fake.csv\"\ndump fake to \"fake.txt\" columns=[x, y]\n"
                + "judge m = x on fake\nregion r on fake { cut \"x\" : x > m.cut }\nsave r to \"r.csv\"";
        Macros.Run one = macros.run(macro, 1);
        assertThat(one.file("r.csv").lines().count()).isBetween(4800L, 5200L);
        assertThat(one.file("fake.csv"))
                .contains(one.file("r.csv").lines().skip(1).findFirst().orElseThrow());
        for (int threads : new int[] {2, 3, 8}) {
            Macros.Run more = macros.run(macro, threads);
            for (String file : List.of("fake.csv", "fake.txt", "r.csv")) {
                assertThat(more.file(file)).isEqualTo(one.file(file));
            }
        }
    }

    @Test
    void trainsAnotherModelToTellDrawnFromTrue() {
        macros.run(GENERATE + "train c = centroid on all vars=[x, y]");

        Spy.Seen seen = Spy.take("c");
        assertThat(seen.train().size()).isEqualTo(12000);
        assertThat(seen.train().label()).contains(0, 1);
    }

    @Test
    void splitsWhatIsDrawn() {
        macros.run(GENERATE + "split fake into train=50% test=50%\ntrain h = codes on fake vars=[x] codes=0");

        assertThat(Spy.take("h").train().size()).isBetween(4800, 5200);
    }

    @Test
    void drawsFromAModelFile() {
        Macros.Run first = macros.run(GENERATE + "save g to \"g.wnm\"\nsave fake to \"fake.csv\"");
        Macros.Run second = macros.run(READ + "load g from \"" + first.out().getFileName() + "/g.wnm\"\n"
                + "generate fake from g events=10000\nsave fake to \"fake.csv\"");

        assertThat(second.file("fake.csv")).isEqualTo(first.file("fake.csv"));
    }

    @Test
    void dependsOnTheSeedAndTheName() {
        String save = "\nsave fake to \"fake.csv\"";
        String one = macros.run(GENERATE + save).file("fake.csv");
        assertThat(macros.run(GENERATE.replace("seed=3", "seed=4") + save).file("fake.csv"))
                .isNotEqualTo(one);
        assertThat(macros.run(GENERATE.replace("fake", "other") + "save other to \"fake.csv\"")
                        .file("fake.csv"))
                .isNotEqualTo(one);
    }

    @Test
    void tellsWhatCannotBeDrawn() {
        assertThat(macros.problems(READ + "train c = codes on a vars=[x]\ngenerate f from c"))
                .containsExactly(
                        "E309 4:17-17 'c' is a model of 'codes', which draws no events / take a generative learner");
        assertThat(
                        macros.problems(
                                READ
                                        + "define s = x + y\ntrain g = blobs on a vars=[x, s]\ngenerate f from g\nhist h in f : x bins=2 range=0..1"))
                .singleElement()
                .asString()
                .contains("'s', an input of 'g', is no column");
        assertThat(macros.problems(READ + "generate f from g\nhist h in f : x bins=2 range=0..1"))
                .singleElement()
                .asString()
                .contains("unknown model 'g'");
        assertThat(macros.problems(GENERATE + "hist h in fake : z bins=2 range=0..1"))
                .singleElement()
                .asString()
                .contains("sample 'fake' has no column 'z'");
    }

    private static List<double[]> events(Macros.Run run) {
        return run.file("fake.csv")
                .lines()
                .skip(1)
                .map(l -> l.split(","))
                .map(c -> new double[] {Double.parseDouble(c[0]), Double.parseDouble(c[1])})
                .toList();
    }
}
