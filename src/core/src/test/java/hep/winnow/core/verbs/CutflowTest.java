package hep.winnow.core.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutflowTest {
    private static final String READ = "read everything from \"a.csv\" role=background weight=w\n";

    @TempDir
    Path folder;

    @Test
    void fitsEightyColumns() {
        StringBuilder rows = new StringBuilder("x,w\n");
        for (int i = 0; i < 1000; i++) {
            rows.append(i).append(",12345.678\n");
        }
        String text = new Macros(folder)
                .file("a.csv", rows.toString())
                .run(READ + "region presel {\n  cut \"opposite charge\" : x > 500\n}\ncutflow presel\n")
                .text();

        assertThat(text).contains("opposite charge", "49.90%").doesNotContain("missing");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void tellsOfMissingValuesWhereThereAreAny() {
        String text = new Macros(folder)
                .lines("a.csv", "x,w", "1,1", ",1", "3,1")
                .run(READ + "region up { cut \"high\" : x > 2 }\ncutflow up\n")
                .text();

        assertThat(text).contains("missing").containsPattern("high +1 .* 33\\.33% +1\n");
    }
}
