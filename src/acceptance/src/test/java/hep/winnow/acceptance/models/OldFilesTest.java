package hep.winnow.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.model.ModelFile;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.model.SplitRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files of each format so far can be read, and score as they did, bit by bit. Files in resources/models are never made anew: a new format gets files of its own. */
class OldFilesTest {
    @TempDir
    Path folder;

    private static Path resource(String name) throws Exception {
        return Path.of(Objects.requireNonNull(OldFilesTest.class.getResource("/models/" + name))
                .toURI());
    }

    /** Returns the scores of some events, a line each. */
    static String scores(SavedModel model) {
        return Stream.of(Zoo.events(model.inputs().size(), 8))
                .map(event -> Arrays.stream(model.score(event))
                        .mapToObj(Double::toHexString)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void filesOfTheFirstFormatScoreAsTheyDid() throws Exception {
        try (Zoo zoo = new Zoo(folder)) {
            for (String name : List.of("gauss", "images", "quantiles", "ensemble", "logistic")) {
                Path file = resource("format1-" + name + ".wnm");
                SavedModel model = zoo.read(file);
                assertThat(scores(model)).as(name).isEqualTo(Files.readString(resource("format1-" + name + ".txt")));
                assertThat(model.provenance().values())
                        .as(name)
                        .containsKeys("macro_sha256", "seed", "inputs", "metrics");
                Path again = folder.resolve("again.wnm");
                ModelFile.write(again, model);
                assertThat(again).as(name).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void filesTellWhichEventsTrainedThem() throws Exception {
        try (Zoo zoo = new Zoo(folder)) {
            assertThat(SplitRule.of(zoo.read(resource("format1-gauss.wnm")).provenance()))
                    .contains(new SplitRule("ab", List.of("x1", "y1"), 4, 0.6, 0.2, 0.2));
        }
    }
}
