package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that begin with another, and several that are one model, as a macro writes them. */
class WarmStartTest {
    @TempDir
    Path out;

    @Test
    void eventsThatTrainedTheEarlierModelLeakToo() throws IOException {
        String macro = """
                winnow 1
                toy a = moons events=500
                split a into train=50% test=50%
                toy b = moons events=500
                split b into train=50% test=50%
                train first = mlp on a vars=[x, y] epochs=1
                train second = mlp on b vars=[x, y] epochs=1 warm=first
                roc second on b.test
                roc second on a
                """;
        try (Runner runner = new Runner()) {
            assertThat(runner.check("leak.wn", macro, out, Map.of()).diagnostics())
                    .singleElement()
                    .satisfies(d -> assertThat(d.message())
                            .contains("'second' would score events that trained 'first', which it began with"));
        }
    }

    @Test
    void aSplitThatComesBehindTheTrainingKeepsNothingFromIt() throws IOException {
        String macro = """
                winnow 1
                toy a = moons events=500
                train early = mlp on a vars=[x, y] epochs=1
                split a into train=50% test=50%
                roc early on a.test
                """;
        try (Runner runner = new Runner()) {
            assertThat(runner.check("late.wn", macro, out, Map.of()).diagnostics())
                    .singleElement()
                    .satisfies(d -> assertThat(d.message())
                            .contains("'a.test' is part of a split that 'early' was trained without"));
        }
    }

    @Test
    void takesOverWeightsAndScales() throws IOException {
        try (Runner runner = new Runner()) {
            assertThat(runner.run("src/acceptance/macros/warm.wn", Map.of(), out)
                            .failedExpectations())
                    .isZero();
        }
    }
}
