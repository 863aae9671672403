package hep.winnow.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.Part;
import hep.winnow.api.run.Facts;
import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitRuleTest {
    private static final String MACRO = """
            set seed=9
            read a from "a.csv" role=signal id=[run, tag]
            read b from "b.csv" role=background id=[run, tag]
            region presel { cut "all" : x > -99 }
            split presel into train=50% valid=20% test=30%
            train nn = centroid on presel vars=[x]
            save nn to "nn.wnm"
            """;

    @TempDir
    Path folder;

    private static String events(double shift) {
        StringBuilder lines = new StringBuilder("run,tag,x\n");
        for (int i = 0; i < 300; i++) {
            lines.append(i)
                    .append(",t")
                    .append(i % 7)
                    .append(',')
                    .append(i % 10 + shift)
                    .append('\n');
        }
        return lines.toString();
    }

    /** The rule that a model file keeps must part the events as the run did. */
    @Test
    void tellsWhichEventsTrainedAModel() {
        Macros macros = new Macros(folder).file("a.csv", events(3)).file("b.csv", events(0));
        Macros.Run run = macros.run(MACRO + "dump train to \"train.txt\" columns=[run]\n");
        SavedModel saved = ModelFile.read(run.out().resolve("nn.wnm"), macros.winnow()::modelReader);
        SplitRule rule = SplitRule.of(saved.provenance()).orElseThrow();
        assertThat(rule).isEqualTo(new SplitRule("presel", List.of("run", "tag"), 9, 0.5, 0.2, 0.3));
        int[] runs = new int[300];
        String[] tags = new String[300];
        for (int i = 0; i < 300; i++) {
            runs[i] = i;
            tags[i] = "t" + i % 7;
        }
        Part[] parts = rule.parts(List.of(new Column.Ints(runs), new Column.Strings(tags)), 300);
        List<Integer> trained = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            if (parts[i] == Part.TRAIN) {
                trained.add(i);
            }
        }
        List<Integer> seen = run.file("train.txt")
                .lines()
                .filter(line -> line.startsWith("a "))
                .map(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .toList();
        assertThat(trained).isEqualTo(seen).hasSizeBetween(120, 180);
    }

    @Test
    void isNoneWhereAnOldFileDoesNotTell() {
        assertThat(SplitRule.of(new Facts())).isEmpty();
        Facts old = new Facts().put("split", new Facts().put("train", 0.5).put("by", "Hash[]"));
        assertThat(SplitRule.of(old)).isEmpty();
    }

    @Test
    void refusesToHashWithoutColumns() {
        SplitRule random = new SplitRule("all", List.of(), 1, 0.5, 0, 0.5);
        assertThatThrownBy(() -> random.parts(List.of(), 3)).hasMessageContaining("the rule hashes []");
    }
}
