package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of other programs: where their inputs come from, and what is refused. */
class ImportedModelsTest {
    private static final String READ = "read a from \"a.csv\" role=signal\n";

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void data() {
        macros = new Macros(folder)
                .lines("a.csv", "x,y,z", "1,10,100", "2,20,-999", "3,,300")
                .file("xy.sums", "SUMS\nx;named;x;x;;NaN;NaN\ny;named;y;y;;NaN;NaN\n");
    }

    @Test
    void takesInputsByNameFromDoublesAndTellsOfThoseThatAreMissing() {
        assertThat(scores(READ + "load m from \"xy.sums\"")).containsExactly(11.0, 22.0, Double.NaN);
    }

    @Test
    void takesAllInputsInOrderAsTheMacroSays() {
        assertThat(scores(READ + "load m from \"xy.sums\" inputs=[z/100, x]")).containsExactly(2.0, -7.99, 6.0);
    }

    @Test
    void takesSomeInputsByNameAsTheMacroSays() {
        assertThat(scores(READ + "load m from \"xy.sums\" inputs=[y = z]")).containsExactly(101.0, -997.0, 303.0);
    }

    @Test
    void computesWhatTheFileTellsRatherThanTakingAColumnOfThatName() {
        macros.file("half.sums", "SUMS\nx;named;x/2;x/2;;NaN;NaN\n");

        assertThat(scores(READ + "load m from \"half.sums\"")).containsExactly(0.5, 1.0, 1.5);
    }

    @Test
    void prefersADefineAndWarnsIfItIsNotWhatTheFileTells() {
        macros.file("s.sums", "SUMS\ns;named;x + z;x+z;;NaN;NaN\n");
        String same = READ + "define s = x + z\nload m from \"s.sums\"";
        String other = READ + "define s = x - z\nload m from \"s.sums\"";

        assertThat(macros.problems(same)).isEmpty();
        assertThat(macros.problems(other))
                .singleElement()
                .asString()
                .startsWith("W102")
                .contains("x + z");
        assertThat(scores(other)).containsExactly(-99.0, 1001.0, -297.0);
    }

    @Test
    void takesAColumnThatIsCalledLikeTheFormula() {
        macros.lines("f.csv", "x+z,u", "5,1", "6,1").file("s.sums", "SUMS\ns;named;x + z;x+z;;NaN;NaN\n");

        assertThat(scores("read a from \"f.csv\" role=signal\nload m from \"s.sums\""))
                .containsExactly(5.0, 6.0);
    }

    @Test
    void neverTakesAUnitForAColumn() {
        macros.file("m.sums", "SUMS\nm;named;m;m;;NaN;NaN\n");

        assertThat(macros.problems(READ + "load k from \"m.sums\""))
                .singleElement()
                .asString()
                .startsWith("E129")
                .contains("'m'", "inputs=[`m` = FORMULA]");
    }

    @Test
    void asksForInputsThatTheFileDoesNotName() {
        macros.file("n.sums", "SUMS\ninput 0;unnamed;;;;NaN;NaN\ninput 1;unnamed;;;;NaN;NaN\n");

        assertThat(macros.problems(READ + "load m from \"n.sums\""))
                .singleElement()
                .asString()
                .startsWith("E129")
                .contains("does not name the model's 2 inputs", "inputs=[a, b, …]");
        assertThat(scores(READ + "load m from \"n.sums\" inputs=[x, z]")).containsExactly(101.0, -997.0, 303.0);
    }

    @Test
    void refusesAnInputThatIsNotThereAndTellsTheNearest() {
        macros.file("q.sums", "SUMS\nxx;named;`xx`;xx;;NaN;NaN\n");

        assertThat(macros.problems(READ + "load m from \"q.sums\""))
                .singleElement()
                .asString()
                .startsWith("E129 2:13-20")
                .contains("'xx'", "is it 'x'");
    }

    @Test
    void refusesInputsThatDoNotFit() {
        assertThat(macros.problems(READ + "load m from \"xy.sums\" inputs=[x]"))
                .containsExactly(
                        "E129 2:30-32 inputs= has 1 entry, the model has 2 inputs / they are, in this order: x, y");
        assertThat(macros.places(READ + "load m from \"xy.sums\" inputs=[w = x]"))
                .containsExactly("E129 2:31-31");
        assertThat(macros.places(READ + "load m from \"xy.sums\" inputs=[x = x, x = y]"))
                .containsExactly("E128 2:38-38");
        assertThat(macros.places(READ + "load m from \"xy.sums\" inputs=[x = x, y]"))
                .containsExactly("E129 2:30-39");
    }

    @Test
    void convertsUnitsOfOneDimensionAndRefusesOthers() {
        macros.file("u.sums", "SUMS\npt;named;`pt`;pt;GeV;NaN;NaN\n");
        String define = READ + "define pt = z*1000 unit=\"";

        assertThat(scores(define + "MeV\"\nload m from \"u.sums\"")).containsExactly(100.0, -999.0, 300.0);
        assertThat(macros.places(define + "MeV\"\nload m from \"u.sums\"")).contains("W103 3:13-20");
        assertThat(macros.problems(define + "mm\"\nload m from \"u.sums\"").toString())
                .contains("E129 3:13-20 the model needs 'pt' in GeV, it is in mm here");
        assertThat(macros.places(define + "GeV\"\nload m from \"u.sums\"")).doesNotContain("W103 3:13-20");
    }

    @Test
    void refusesAValueThatIsMissingHereAndWasANumberInTheTraining() {
        macros.file("z.sums", "SUMS\nz;named;z;z;;-999;500\n");
        String missing = READ + "missing [z] sentinel=-999\n";

        assertThat(macros.problems(missing + "load m from \"z.sums\""))
                .singleElement()
                .asString()
                .startsWith("E129")
                .contains("inputs=[z = isnan(z) ? -999 : z]");
        assertThat(scores(missing + "load m from \"z.sums\" inputs=[z = isnan(z) ? -999 : z]"))
                .containsExactly(100.0, -999.0, 300.0);
    }

    @Test
    void givesOneOfSeveralOutputsAsItsScore() {
        macros.file("c.sums", "SUMS qcd top w\nx;named;x;x;;NaN;NaN\n");

        assertThat(scores(READ + "load m from \"c.sums\" output=top")).containsExactly(10.0, 20.0, 30.0);
        assertThat(scores(READ + "load m from \"c.sums\" output=2")).containsExactly(100.0, 200.0, 300.0);
        assertThat(macros.problems(READ + "load m from \"c.sums\" output=z"))
                .singleElement()
                .asString()
                .contains("it has 0 to 2, named qcd, top, w");
    }

    @Test
    void refusesClassesThatAreNotAsMany() {
        assertThat(macros.problems(READ + "load m from \"xy.sums\" classes=[\"a\"]"))
                .singleElement()
                .asString()
                .contains("classes= has 1 names", "2 classes");
    }

    @Test
    void scoresInAnotherOfSeveralWays() {
        assertThat(scores(READ + "load m from \"xy.sums\" variant=\"minus\""))
                .containsExactly(-11.0, -22.0, Double.NaN);
        assertThat(macros.problems(READ + "load m from \"xy.sums\" variant=\"best\"")
                        .toString())
                .contains("no variant 'best'", "it has minus");
    }

    @Test
    void keepsTheFileInAModelFileOfItsOwn() {
        Macros.Run first = macros.run(READ
                + "load m from \"xy.sums\" variant=\"minus\" inputs=[y = z]\n"
                + "save m to \"m.wnm\"\n"
                + "dump a to \"d\" columns=m");

        Macros.Run second =
                macros.run(READ + "load m from \"" + first.out().getFileName() + "/m.wnm\"\ndump a to \"d\" columns=m");

        assertThat(second.file("d")).isEqualTo(first.file("d"));
    }

    @Test
    void tellsTheFileAndItsHashInTheRecordOfTheRun() {
        Macros.Run run = macros.run(READ + "load m from \"xy.sums\"\ndump a to \"d\" columns=m");

        List<?> inputs = (List<?>) Objects.requireNonNull(run.json().get("inputs"));
        Map<?, ?> model = (Map<?, ?>) inputs.get(1);
        assertThat(model.get("model")).isEqualTo("m");
        assertThat(String.valueOf(model.get("path"))).endsWith("xy.sums");
        assertThat(String.valueOf(model.get("sha256"))).hasSize(64);
    }

    @Test
    void tellsWhatItCannotRead() {
        macros.file("bad.sums", "SUMS\nx;y\n").file("p.pkl", "\u0080\u0004sklearn");

        assertThat(macros.problems(READ + "load m from \"bad.sums\"").toString())
                .contains("E400", "bad.sums' (sums): an input has 7 fields, found 2 / mend it");
        assertThat(macros.problems(READ + "load m from \"a.csv\"").toString()).contains("is no model file");
    }

    @Test
    void sharesItsWorkAmongThreadsWithTheSameBits() {
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int i = 0; i < 20_000; i++) {
            rows.append(i * 0.37).append(',').append(1.0 / (i + 1)).append('\n');
        }
        macros.file("many.csv", rows.toString());
        String macro = "read a from \"many.csv\" role=signal\nload m from \"xy.sums\"\ndump a to \"d\" columns=m";

        assertThat(macros.run(macro, 3).file("d"))
                .isEqualTo(macros.run(macro, 1).file("d"));
    }

    private double[] scores(String macro) {
        return macros.run(macro + "\ndump a to \"d\" columns=m")
                .file("d")
                .lines()
                .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[4]))
                .toArray();
    }
}
