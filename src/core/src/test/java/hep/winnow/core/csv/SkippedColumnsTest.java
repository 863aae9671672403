package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.ColumnType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that nobody asked for are passed over without a look at what they hold: rows, bad rows and other columns are the same. */
class SkippedColumnsTest {
    private static final long SEED = 20261129;
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    private static final List<String> CELLS = List.of(
            "",
            "1",
            "-2.5",
            "1.727920913696289062e+01",
            "text",
            " 7 ",
            "\t8",
            "\"q\"",
            "\"a, b\"",
            "\"a \"\"b\"\"\"",
            "5\" pipe",
            "\"two\nlines\"",
            "é",
            "a b",
            "12345678",
            "1234567",
            " \"x\" ");

    @TempDir
    Path folder;

    private void check(String text) {
        Path file = Tables.write(folder, "t.csv", text);
        Map<String, ColumnType> types = new TreeMap<>();
        NAMES.forEach(name -> types.put(name, ColumnType.STRING));
        CsvSource source = CsvSource.open(List.of(file), CsvOptions.DEFAULT.withTypes(types));
        Tables.Read all = Tables.read(source, 1);
        for (List<String> asked : List.of(List.of("a"), List.of("e"), List.of("j"), List.of("d", "a"), NAMES)) {
            Tables.Read some = Tables.read(source, asked, 100, 2);
            assertThat(some.bad()).as("%s (seed %d)", asked, SEED).isEqualTo(all.bad());
            assertThat(some.rows()).isEqualTo(all.rows());
            for (String name : asked) {
                assertThat(some.texts(name)).as("%s of %s", name, asked).isEqualTo(all.texts(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void doNotShowInRowsOfAllKinds(String separator) {
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder text = new StringBuilder(String.join(separator, NAMES)).append('\n');
        for (int row = 0; row < 400; row++) {
            int kinds = random.nextInt(4) == 0 ? CELLS.size() : 5;
            int fields = NAMES.size() + (random.nextInt(20) == 0 ? random.nextInt(5) - 2 : 0);
            for (int i = 0; i < fields; i++) {
                text.append(i == 0 ? "" : separator).append(CELLS.get(i == 0 ? 1 : random.nextInt(kinds)));
            }
            text.append(random.nextInt(3) == 0 ? "\r\n" : "\n");
        }
        check(text.toString());
    }

    @Test
    void doNotShowWhereTheLastRowHasNoLineEnd() {
        check(String.join(",", NAMES) + "\n1,2,3,4,5,6,7,8,9,0\n1,2,3,4,5,6,7,8,9,");
        check(String.join(",", NAMES) + "\n,,,,,,,,,\n1,2,3,4,5,6,7,8,9");
    }
}
