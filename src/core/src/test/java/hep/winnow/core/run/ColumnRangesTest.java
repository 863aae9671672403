package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.testing.Macros;
import hep.winnow.core.testing.Spy;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns as {@code p0..p3}, wherever a list of columns is taken. */
class ColumnRangesTest {
    private static final String READ = "read a from \"a.csv\"\n";

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void data() {
        macros = new Macros(folder)
                .lines("a.csv", "p0,p1,p2,p3,y,x08,x09,x10,`j 1,`j 2", "1,2,3,4,5,6,7,8,9,10", "0,-1,0,0,0,0,0,0,0,0");
    }

    @Test
    void namesTheInputsOfALearner() {
        macros.run(READ + "train ae = codes on a vars=[y, p1..p3, p0] scale=none");

        assertThat(Spy.take("ae").train().x()).startsWith(5, 2, 3, 4, 1);
    }

    @Test
    void standsAloneAndKeepsTheWidthOfNumbers() {
        macros.run(READ + "train ae = codes on a vars=x08..x10 scale=none");

        assertThat(Spy.take("ae").train().x()).startsWith(6, 7, 8);
    }

    @Test
    void namesWhatIsSavedAndWhatMayBeMissing() {
        Macros.Run run = macros.run(READ + "missing [p0..p2] sentinel=-1\nsave a to \"b.csv\" columns=[p0..p2, y]");

        assertThat(run.file("b.csv")).isEqualTo("p0,p1,p2,y\n1.0,2.0,3.0,5\n0.0,nan,0.0,0\n");
    }

    @Test
    void namesTheColumnsOfAFileWithoutAHeader() {
        macros.lines("h.csv", "7,1,2,3", "8,4,5,6");
        Macros.Run run = macros.run(
                "read h from \"h.csv\" header=no columns=[label, p1..p3]\nsave h to \"b.csv\" columns=[p2..p3, label]");

        assertThat(run.file("b.csv")).isEqualTo("p2,p3,label\n2,3,7\n5,6,8\n");
    }

    @Test
    void tellsTheFirstColumnThatIsNotThere() {
        assertThat(macros.problems(READ + "train ae = codes on a vars=[y, p0..p9]"))
                .containsExactly("E104 2:32-37 unknown column 'p4' / did you mean 'p0' or 'p1'?");
    }

    @Test
    void refusesWhatIsNoRange() {
        for (String range : new String[] {"p3..p0", "p0..x10", "p0..p0", "1..3", "p..p3", "x08..x9"}) {
            assertThat(macros.problems(READ + "train ae = codes on a vars=[" + range + "]"))
                    .as(range)
                    .singleElement()
                    .asString()
                    .contains("this is no range of columns");
        }
    }

    @Test
    void refusesAColumnThatARangeHoldsAlready() {
        assertThat(macros.problems(READ + "train ae = codes on a vars=[p0..p3, p2]"))
                .singleElement()
                .asString()
                .contains("the input 'p2' stands twice among vars");
    }
}
