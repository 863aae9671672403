package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.core.testing.Macros;
import hep.winnow.core.testing.Spy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regressions that predict several numbers at once. */
class SeveralTargetsTest {
    private static final String READ = "read a from \"a.csv\" weight=w\nread b from \"b.csv\"\n";
    private static final String TRAIN = READ + "train nn = means on a vars=[x] target=[y, z] scale=none\n";

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void data() {
        macros = new Macros(folder)
                .lines("a.csv", "x,y,z,w", "1,10,5,1", "2,20,6,2", "3,60,7,1")
                .lines("b.csv", "x,y,z,w", "4,80,1,1", "6,0,1,1");
    }

    @Test
    void handsOverTargetsEventByEvent() {
        macros.run(TRAIN);

        Spy.Seen seen = Spy.take("nn");
        assertThat(seen.train().targets()).isEqualTo(2);
        assertThat(seen.train().target()).containsExactly(10, 5, 20, 6, 60, 7);
        assertThat(seen.valid().targets()).isEqualTo(2);
    }

    @Test
    void callsOutputsByTheirTargets() {
        Macros.Run run = macros.run(TRAIN + "dump b to \"b.txt\" columns=[nn.y, nn.z, nn.first]");

        assertThat(columns(run)).containsExactly("27.5 6.0 4.0", "27.5 6.0 6.0");
    }

    @Test
    void countsTargetsThatAreFormulas() {
        Macros.Run run = macros.run(READ + "define s = y + z\n"
                + "train nn = means on a vars=[x] target=[s, 2*y, -z] scale=none\n"
                + "dump b to \"b.txt\" columns=[nn.s, nn.t2, nn.t3]");

        assertThat(columns(run)).containsExactly("33.5 55.0 -6.0", "33.5 55.0 -6.0");
    }

    @Test
    void takesOneTargetWithOrWithoutBrackets() {
        for (String target : List.of("y", "[y]")) {
            Macros.Run run = macros.run(READ + "train nn = means on a vars=[x] target=" + target
                    + " scale=none\ndump b to \"b.txt\" columns=[nn, nn.first]");
            assertThat(columns(run)).containsExactly("27.5 4.0", "27.5 6.0");
        }
    }

    @Test
    void keepsTheNamesInTheModelFile() {
        String dump = "dump b to \"b.txt\" columns=[nn.y, nn.z, nn.first]";
        Macros.Run first = macros.run(TRAIN + "save nn to \"nn.wnm\"\n" + dump);
        Macros.Run second = macros.run(READ + "load nn from \"" + first.out().getFileName() + "/nn.wnm\"\n" + dump);

        assertThat(second.file("b.txt")).isEqualTo(first.file("b.txt"));
    }

    @Test
    void refusesTheBareName() {
        assertThat(macros.problems(TRAIN + "hist h in b : nn bins=2 range=0..1\nhist g in b : nn[0] bins=2 range=0..1"))
                .containsExactly(
                        "E120 4:15-16 model 'nn' has several outputs / write one of them: nn.y, nn.z, nn.first",
                        "E105 5:18-18 model 'nn' has outputs with names / write nn.y");
    }

    @Test
    void refusesSeveralTargetsOfALearnerOfOne() {
        assertThat(macros.problems(READ + "train nn = centroid on a vars=[x] target=[y, z]"))
                .containsExactly(
                        "E309 3:42-47 'centroid' predicts one target, found 2 / train one model for each of them, or take another learner");
    }

    @Test
    void refusesTwoOutputsOfOneName() {
        assertThat(macros.places(READ + "train nn = means on a vars=[x] target=[y, y]"))
                .containsExactly("E128 3:43-43");
        assertThat(macros.places(READ + "define first = y\ntrain nn = means on a vars=[x] target=[z, first]"))
                .containsExactly("E128 4:43-47");
    }

    @Test
    void tellsWhichTargetIsMissing() {
        macros.lines("a.csv", "x,y,z,w", "1,10,5,1", "2,20,nan,2");
        assertThatThrownBy(() -> macros.run(TRAIN))
                .hasMessageContaining("the target 'z' is missing or not finite in 1 of 2 train events");
    }

    private static List<String> columns(Macros.Run run) {
        return run.file("b.txt").lines().map(l -> l.split(" ", 5)[4]).toList();
    }
}
