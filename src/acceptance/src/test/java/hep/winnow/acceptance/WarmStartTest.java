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
    void takesOverWeightsAndScales() throws IOException {
        try (Runner runner = new Runner()) {
            assertThat(runner.run("src/acceptance/macros/warm.wn", Map.of(), out)
                            .failedExpectations())
                    .isZero();
        }
    }
}
