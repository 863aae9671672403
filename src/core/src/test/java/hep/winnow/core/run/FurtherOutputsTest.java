package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.learn.Task;
import hep.winnow.core.testing.Macros;
import hep.winnow.core.testing.Spy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learners that need no classes, and outputs that have names. */
class FurtherOutputsTest {
    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void data() {
        macros = new Macros(folder)
                .lines("a.csv", "x,y,w", "1,10,1", "2,20,2", "3,60,1")
                .lines("b.csv", "x,y,w", "4,80,1", "6,0,-1");
    }

    private static final String READ = "read a from \"a.csv\" weight=w\nread b from \"b.csv\" weight=w\n";
    private static final String TRAIN = READ + "train ae = codes on a vars=[x, y] scale=none\n";

    @Test
    void handsOverEventsOfAllSamplesWithLabelZero() {
        macros.run(READ + "train ae = codes on all vars=[x, y] scale=none");

        Spy.Seen seen = Spy.take("ae");
        assertThat(seen.train().task()).isEqualTo(Task.UNSUPERVISED);
        assertThat(seen.train().classes()).isEqualTo(1);
        assertThat(seen.train().label()).containsExactly(0, 0, 0, 0, 0);
        assertThat(seen.train().target()).isEmpty();
        assertThat(seen.train().weight()).containsExactly(1.25, 2.5, 1.25, 1.25, -1.25);
    }

    @Test
    void readsNamedOutputsLikeColumns() {
        Macros.Run run = macros.run(
                TRAIN + "define far = abs(ae.z1) + ae.z2\ndump b to \"b.txt\" columns=[ae, ae.z1, ae.z2, far]");

        // The mean of x is 2, that of y 27.5.
        assertThat(columns(run, "b.txt")).containsExactly("2760.25 2.0 52.5 54.5", "772.25 4.0 -27.5 -23.5");
    }

    @Test
    void cutsAndFillsByNamedOutputsInThePassAfterTraining() {
        Macros.Run run = macros.run(
                TRAIN
                        + "region far on b { cut \"z\" : ae.z1 > 3 }\nhist h in far : ae.z2 bins=2 range=-30..0\nsave far to \"far.csv\" columns=[x, ae.z2]");

        assertThat(run.file("far.csv")).isEqualTo("x,ae.z2\n6,-27.5\n");
    }

    @Test
    void feedsNamedOutputsToAnotherLearner() {
        macros.run(TRAIN + "train two = codes on all vars=[ae.z1, ae] scale=none leak=allow");

        assertThat(Spy.take("two").train().x()).contains(2f, 2760.25f, 4f, 772.25f);
    }

    @Test
    void keepsNamesInTheModelFile() {
        Macros.Run first = macros.run(TRAIN + "save ae to \"ae.wnm\"\ndump b to \"b.txt\" columns=[ae, ae.z2]");

        Macros.Run second = macros.run(READ + "load ae from \"" + first.out().getFileName() + "/ae.wnm\"\n"
                + "dump b to \"b.txt\" columns=[ae, ae.z2]");

        assertThat(second.file("b.txt")).isEqualTo(first.file("b.txt"));
    }

    @Test
    void refusesAnOutputThatIsNotThere() {
        assertThat(macros.problems(TRAIN + "hist h in b : ae.z3 bins=2 range=0..1"))
                .containsExactly("E105 4:18-19 model 'ae' has no output 'z3' / did you mean 'z1'?");
        assertThat(macros.problems(
                        READ + "train ae = codes on a vars=[x] codes=0\nhist h in b : ae.z1 bins=2 range=0..1"))
                .containsExactly("E105 4:18-19 model 'ae' has no output 'z1' / write ae alone");
        assertThat(macros.problems(TRAIN + "hist h in b : ae[1] bins=2 range=0..1"))
                .containsExactly("E105 4:18-18 model 'ae' has one output / write ae alone");
    }

    @Test
    void refusesATargetWhereNoneIsLearnt() {
        assertThat(macros.problems(READ + "train ae = codes on a vars=[x] target=y"))
                .containsExactly(
                        "E309 3:39-39 'codes' learns from the inputs alone / leave out target=, or take another learner");
    }

    @Test
    void asksForEventsThatAreNoData() {
        macros.lines("d.csv", "x", "1");
        assertThat(macros.problems("read d from \"d.csv\" role=data\ntrain ae = codes on d vars=[x]"))
                .containsExactly(
                        "E311 2:21-21 'd' holds recorded data alone, which trains nothing / read it without role=data");
    }

    @Test
    void locksTheTrainPartOfNamedOutputs() {
        assertThat(macros.places(TRAIN + "hist h in a : ae.z1 bins=2 range=0..1"))
                .containsExactly("E310 4:15-16");
    }

    private static List<String> columns(Macros.Run run, String file) {
        return run.file(file).lines().map(l -> l.split(" ", 5)[4]).toList();
    }
}
