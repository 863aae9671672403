package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is computed only for the events that pass the first cuts is the same as if it were computed for all. */
final class FirstCutsTest {
    private static final String REGION = """
            read a from "a.csv" role=background weight=w
            define slow = exp(y) + cos(x)
            region sr {
              cut "few"     : x > 1.2
              cut "half"    : y > 0 and abs(x) < 3
              cut "slow"    : slow > 1
              cut "last"    : z < 0.5
            }
            region wide { cut "x" : x > 0 }
            """;
    private static final String SELECTED = """
            hist h in sr : slow bins=20 range=0..5
            hist g in sr : x edges=[0, 1, 2, 4]
            cutflow sr
            """;

    /** A histogram of all events, behind which no cut comes first. */
    private static final String ALL = "hist every in a : slow bins=5 range=0..5\n";

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void write() {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder rows = new StringBuilder("x,y,z,w\n");
        for (int i = 0; i < 20_000; i++) {
            rows.append(4 * random.nextDouble() - 2).append(',');
            rows.append(random.nextInt(10) == 0 ? "" : 2 * random.nextDouble() - 1)
                    .append(',');
            rows.append(random.nextInt(10) == 0 ? "" : random.nextDouble()).append(',');
            rows.append(random.nextDouble() - 0.2).append('\n');
        }
        macros = new Macros(folder).file("a.csv", rows.toString());
    }

    @Test
    void changeNoNumber() {
        Macros.Run few = macros.run(REGION + SELECTED, 1);
        Macros.Run fewOnThree = macros.run(REGION + SELECTED, 3);
        Macros.Run all = macros.run(REGION + SELECTED + ALL, 2);
        List<Map<?, ?>> flow = few.facts("cutflow");
        List<Map<?, ?>> hists = few.facts("hist");
        assertThat(flow.toString()).contains("missing");
        assertThat(all.facts("cutflow")).isEqualTo(flow);
        assertThat(fewOnThree.facts("cutflow")).isEqualTo(flow);
        assertThat(all.facts("hist").subList(0, 2)).isEqualTo(hists);
        assertThat(fewOnThree.facts("hist")).isEqualTo(hists);
    }

    @Test
    void areFollowedByTheSameEvents() {
        String save = "save sr to \"r.csv\" columns=[x, slow, z]\n";
        String few = macros.run(REGION + save, 2).file("r.csv");
        String all = macros.run(REGION + save + ALL, 1).file("r.csv");
        assertThat(few.lines().count()).isBetween(500L, 3000L);
        assertThat(all).isEqualTo(few);
    }

    @Test
    void whichLeaveNoEventLeaveNone() {
        String text = REGION.replace("x > 1.2", "x > 2") + SELECTED;
        Map<?, ?> flow = macros.run(text, 2).facts("cutflow").get(0);
        assertThat(flow.toString()).contains("raw=0");
    }
}
