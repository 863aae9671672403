package hep.winnow.aida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadResultsTest {
    private static final Path RESULTS = Path.of("src/test/resources/golden/results.aida");
    private static final double INF = Double.POSITIVE_INFINITY;

    @TempDir
    private Path folder;

    @Test
    void listsTuplesAndResults() {
        assertThat(AidaTable.all(RESULTS))
                .extracting(AidaTable::name)
                .containsExactly("/h/mll", "/h/p", "/h2", "/REF/d01-x01-y01", "/t");
    }

    @Test
    void readsBinsWithUnderflowAndOverflow() {
        ReadResults.Bins1 bins = ReadResults.bins(RESULTS, "/h/mll");

        assertThat(bins.low()).containsExactly(-INF, 0, 10, 20.5, 50, 100);
        assertThat(bins.high()).containsExactly(0, 10, 20.5, 50, 100, INF);
        assertThat(bins.height()).containsExactly(0.5, 4, 0, 0, -1.5, 0);
        assertThat(bins.error()).containsExactly(0.5, 2, 0, 0, 2.5, 0);
        assertThat(bins.entries()).containsExactly(1, 4, 0, 0, 2, 0);
        assertThat(ReadResults.column(RESULTS, "/h/mll", "bin")).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    }

    @Test
    void readsProfiles() {
        assertThat(ReadResults.points(RESULTS, "h/p"))
                .element(2)
                .isEqualTo(List.of(2.0, 0.0, 1.0, 7.5, 0.25, 3.0, 0.4));
    }

    @Test
    void readsBinsOfTwoAxes() {
        assertThat(AidaTable.find(RESULTS, Optional.of("/h2")).open(RESULTS).schema())
                .extracting(ColumnInfo::name)
                .containsExactly("x_bin", "x_low", "x_high", "y_bin", "y_low", "y_high", "height", "error", "entries");
        List<List<Double>> cells = ReadResults.points(RESULTS, "/h2");
        assertThat(cells).hasSize(12);
        assertThat(cells.get(6)).isEqualTo(List.of(2.0, 1.0, 2.0, 1.0, 0.0, 1.0, 9.0, 3.0, 9.0));
        assertThat(cells.get(8)).isEqualTo(List.of(0.0, -INF, 0.0, 2.0, 1.0, INF, 4.0, 2.0, 4.0));
    }

    @Test
    void readsPointsWithTheirErrors() {
        assertThat(ReadResults.points(RESULTS, "/REF/d01-x01-y01"))
                .containsExactly(
                        List.of(1.0, 0.5, 0.25, 2.5, 0.125, 0.125), List.of(2.0, 0.0, 0.0, Double.NaN, 1.0, 1.0));
    }

    @Test
    void leavesADefaultValueOutOfTheNameOfAColumn() {
        assertThat(AidaTable.find(RESULTS, Optional.of("/t")).open(RESULTS).schema())
                .extracting(ColumnInfo::name)
                .containsExactly("n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "numberOfBins=\"4\" | numberOfBins=\"5\" | an axis of 5 bins has 3 borders, expected 4",
                "numberOfBins=\"4\" | numberOfBins=\"x\" | 'x' is no whole number, for numberOfBins",
                "numberOfBins=\"4\" | numberOfBins=\"999999999\" | numberOfBins is 999999999, expected 1 to 131072",
                "value=\"20.5\" | value=\"5\" | the edges of an axis do not rise: 10.0, 5.0",
                "binNum=\"3\" | binNum=\"4\" | binNum is 4, expected 0 to 3",
                "height=\"-1.5\" | height=\"?\" | '?' is no number, for height",
                "max=\"100.0\" | maximum=\"100.0\" | there is no max"
            })
    void saysWhatIsWrong(String right, String wrong, String message) throws IOException {
        Path file = Files.writeString(
                folder.resolve("h.aida"), Files.readString(RESULTS).replace(right, wrong));

        assertThatThrownBy(() -> ReadResults.bins(file, "/h/mll"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("h.aida cannot be read as AIDA XML: line")
                .hasMessageContaining(message);
    }
}
