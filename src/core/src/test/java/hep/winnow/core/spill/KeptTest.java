package hep.winnow.core.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns in a temporary file. */
class KeptTest {
    @TempDir
    Path folder;

    @Test
    void givesBackColumnsOfAllTypes() {
        Column words = new Column.Strings(new String[] {"", "a", "\u00e9\ud800"});
        List<Column> columns = List.of(
                new Column.Doubles(new double[] {1.5, Double.POSITIVE_INFINITY, -0.0}),
                new Column.Floats(new float[] {1.5f, Float.NEGATIVE_INFINITY}),
                new Column.Longs(new long[] {Long.MIN_VALUE, 3}),
                new Column.Ints(new int[] {-1, 2, 3}),
                new Column.Booleans(new boolean[] {true, false, true}),
                words,
                new Column.Doubles(new double[0]),
                new Column.Lists(new int[] {0, 2, 2, 3}, words),
                new Column.Lists(
                        new int[] {0, 1, 2},
                        new Column.Lists(new int[] {0, 2, 3}, new Column.Ints(new int[] {7, 8, 9}))));
        try (SpillFile file = new Memory(1, folder).file()) {
            List<Kept> kept = new ArrayList<>();
            columns.forEach(c -> kept.add(Kept.of(c, file)));
            for (int i = 0; i < columns.size(); i++) {
                assertThat(kept.get(i).column()).usingRecursiveComparison().isEqualTo(columns.get(i));
            }
        }
    }

    @Test
    void leavesNothingBehind() throws IOException {
        try (SpillFile file = new Memory(1, folder).file()) {
            Kept.of(new Column.Doubles(new double[100]), file);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void tellsWhereItCannotWrite() throws IOException {
        Path taken = Files.createFile(folder.resolve("file"));
        try (SpillFile file = new Memory(1, taken).file()) {
            assertThatThrownBy(() -> Kept.of(new Column.Doubles(new double[100]), file))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("temporary file")
                    .hasMessageContaining(taken.toString());
        }
    }
}
