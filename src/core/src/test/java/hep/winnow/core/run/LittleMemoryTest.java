package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.core.testing.Macros;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that do not fit into memory: what comes out is the same. */
class LittleMemoryTest {
    private static final String READ = """
            read ev from "a.csv" signal=(y > 0.5) weight=w
            missing [b] sentinel=-999 fill=median
            missing [a] sentinel=-999 fill=mean
            define ab = a*b
            split ev into train=50% valid=25% test=25%
            """;

    private static final String MACRO = READ + """
            train plain = centroid on ev vars=[a, b, ab]
            train narrow = centroid on ev vars=[a, b, ab] scale=minmax negw=ignore
            train turned = centroid on ev vars=[a, b, ab] transform=[standard, decorrelate, pca(keep=2), minmax]
            train even = centroid on ev vars=[a, b, ab] transform=[gauss, uniform] balance=none
            train number = centroid on ev vars=[a] target=w + y
            hist in test : plain
            cutflow [ev, test]
            save ev to "all.csv"
            save test to "test.csv" columns=[s, a, plain, narrow, turned, even, number]
            save turned to "turned.wnm"
            """;

    private static final OptionalDouble LITTLE = OptionalDouble.of(1e6);

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void data() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("y,w,a,b,s\n");
        for (int i = 0; i < 40_000; i++) {
            int y = i / 20_000;
            text.append(y).append(random.nextInt(4) == 0 ? ",-0.5," : ",1.5,");
            text.append(random.nextInt(50) == 0 ? "-999" : random.nextGaussian() + y);
            text.append(',').append(random.nextInt(50) == 0 ? "-999" : random.nextGaussian() - y);
            text.append(",\u00e9").append(i % 7).append('\n');
        }
        macros = new Macros(folder).file("a.csv", text.toString());
    }

    @Test
    void changesNoBit() throws IOException {
        Macros.Run plenty = macros.run(MACRO, 1);
        assertThat(plenty.text()).doesNotContain("do not fit");
        for (int threads : new int[] {1, 3}) {
            Macros.Run little = macros.run(MACRO, threads, LITTLE);
            assertThat(little.text()).contains("plain: ", "of inputs do not fit into memory=1.0MB");
            for (String file : List.of("all.csv", "test.csv")) {
                assertThat(little.bytes(file)).as(file).isEqualTo(plenty.bytes(file));
            }
            assertThat(withoutTimes(little)).isEqualTo(withoutTimes(plenty));
            assertThat(names(little.out())).isEqualTo(names(plenty.out()));
        }
    }

    private static String withoutTimes(Macros.Run run) {
        return run.file("run.json").replaceAll("\"(seconds|started|threads)\": *[^,}\n]*", "");
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }

    @Test
    void tellsWhatALearnerNeedsThatTakesAllAtOnce() {
        assertThatThrownBy(() -> macros.run(READ + "train ae = codes on ev vars=[a, b]", 1, LITTLE))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("'ae' learns from, all at once for codes")
                .hasMessageContaining("memory= is 1.0 MB");
    }

    @Test
    void tellsWhatATableNeeds() {
        assertThatThrownBy(() -> macros.run(READ + "dump ev to \"d.txt\" columns=[a, b, ab]", 1, LITTLE))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("the 40000 events of 'ev' need 1.9 MB at once");
    }

    @Test
    void tellsOfAMissingInputWithAllEvents() {
        String macro = "read ev from \"a.csv\" signal=(y > 0.5)\nmissing [a] sentinel=-999\n"
                + "train nn = centroid on ev vars=[a, b]";
        String plenty = message(macro, OptionalDouble.empty());
        assertThat(plenty).contains("input 'a' is missing or infinite");
        assertThat(message(macro, LITTLE)).isEqualTo(plenty);
    }

    private String message(String macro, OptionalDouble memory) {
        try {
            macros.run(macro, 2, memory);
        } catch (RunFailure e) {
            return e.error().message();
        }
        throw new AssertionError("nothing was wrong");
    }

    @Test
    void isSetByTheMacro() {
        assertThat(macros.run("set memory=1MB\n" + MACRO).text()).contains("do not fit into memory=1.0MB");
        assertThat(macros.problems("set memory=-1")).singleElement().asString().contains("memory");
        assertThat(macros.problems("set memory=2XB")).isNotEmpty();
    }
}
