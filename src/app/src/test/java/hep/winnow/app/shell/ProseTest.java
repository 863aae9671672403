package hep.winnow.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void breaksLinesBetweenWords() {
        assertThat(Prose.wrap("one two three four", 9, 2)).isEqualTo("one two\n  three\n  four");
    }

    @Test
    void keepsTheIndentOfALine() {
        assertThat(Prose.wrap("  one two three", 9, 2)).isEqualTo("  one two\n    three");
    }

    @Test
    void leavesTablesAlone() {
        String row = "name    1.5    2.5    3.5";

        assertThat(Prose.wrap(row, 10, 2)).isEqualTo(row);
    }

    @Test
    void leavesAWordWholeThatIsTooLong() {
        assertThat(Prose.wrap("a /a/very/long/path b", 8, 0)).isEqualTo("a\n/a/very/long/path\nb");
    }

    @Test
    void countsCellsAndNotCharacters() {
        assertThat(Prose.wrap("\u6F22\u5B57 \u6F22\u5B57", 8, 0)).isEqualTo("\u6F22\u5B57\n\u6F22\u5B57");
    }
}
