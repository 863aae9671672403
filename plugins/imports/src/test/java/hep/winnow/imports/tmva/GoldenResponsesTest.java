package hep.winnow.imports.tmva;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ForeignScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What TMVA itself says of 405 points. */
@Tag("shared")
class GoldenResponsesTest {
    private static final Path FOLDER = Path.of("../../../shared/data/tmva");

    @ParameterizedTest
    @ValueSource(strings = {"BDT", "MLP"})
    void scoresAsTmvaDoes(String method) throws IOException {
        Path weights = FOLDER.resolve("roottest/TMVAClassification_" + method + ".weights.xml");
        assumeTrue(Files.exists(weights), () -> "there is no " + weights);
        ForeignModel model = new TmvaFormat().read(Files.readAllBytes(weights));

        ForeignScorer scorer = Objects.requireNonNull(model.variants().get("class"));
        List<String> lines = Files.readAllLines(FOLDER.resolve("golden/roottest__" + method + ".csv"));

        assertThat(lines).hasSize(406);
        for (String line : lines.subList(1, lines.size())) {
            double[] row = Arrays.stream(line.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] out = new double[1];
            scorer.score(Arrays.copyOf(row, 4), 1, out);
            assertThat(out[0]).as(line).isCloseTo(row[4], within(1e-9));
        }
    }
}
