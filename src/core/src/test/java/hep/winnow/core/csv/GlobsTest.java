package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {
    @TempDir
    Path base;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of(
                "b.csv",
                "a.csv",
                "a1.csv",
                "a10.csv",
                ".h.csv",
                "{x}.csv",
                "[1].csv",
                "d/a.csv",
                "d/e/a.csv",
                "d/e/b.tsv",
                "d2/a.csv")) {
            Files.createDirectories(base.resolve(name).getParent());
            Files.writeString(base.resolve(name), "x\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv,           a.csv",
        "./d/../a.csv,    a.csv",
        "a*.csv,          a.csv a1.csv a10.csv",
        "a?.csv,          a1.csv",
        "[ab].csv,        a.csv b.csv",
        "[!a].csv,        b.csv",
        "[a-c]*.csv,      a.csv a1.csv a10.csv b.csv",
        ".*.csv,          .h.csv",
        "{x}*,            {x}.csv",
        "[1].csv,         [1].csv",
        "d/*,             d/a.csv",
        "d*/a.csv,        d/a.csv d2/a.csv",
        "**/a.csv,        a.csv d/a.csv d/e/a.csv d2/a.csv",
        "d/**,            d/a.csv d/e/a.csv d/e/b.tsv",
        "d/**/*.tsv,      d/e/b.tsv"
    })
    void expandsPatternsSorted(String pattern, String expected) {
        assertThat(Globs.expand(pattern, base))
                .extracting(p -> base.relativize(p).toString())
                .containsExactly(expected.split(" ", -1));
    }

    @Test
    void takesAbsolutePatterns() {
        assertThat(Globs.expand(base + "/d/*.csv", Path.of("elsewhere"))).containsExactly(base.resolve("d/a.csv"));
    }

    @Test
    void namesWhatIsThereWhenNothingMatches() {
        assertThatThrownBy(() -> Globs.expand("d/e/c*.tsv", base))
                .isInstanceOf(UserError.class)
                .hasMessage("no file matches 'd/e/c*.tsv' in " + base)
                .satisfies(e -> assertThat(((UserError) e).help())
                        .isEqualTo("in " + base.resolve("d/e") + " there is 'b.tsv' and 1 more"));
        assertThatThrownBy(() -> Globs.expand("d3/a.csv", base))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no file 'd3/a.csv' in " + base)
                .satisfies(e -> assertThat(((UserError) e).help()).contains("'d2'"));
        assertThatThrownBy(() -> Globs.expand("zzzzzz", base.resolve("none")))
                .isInstanceOf(UserError.class)
                .satisfies(e -> assertThat(((UserError) e).help()).startsWith("there is no folder"));
    }

    @Test
    void namesTheWorkingFolder() {
        assertThatThrownBy(() -> Globs.expand("no such.csv", Path.of("")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no file 'no such.csv' in the working folder");
    }
}
