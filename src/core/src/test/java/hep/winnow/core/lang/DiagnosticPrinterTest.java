package hep.winnow.core.lang;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
    private static final String TEXT = "winnow 1\nregion r {\n  cut \"lepton pt\" : l1_ptt > 22\n}\n";

    private static Diagnostic at(String text, String word, String label, String help) {
        int start = text.indexOf(word);
        return Diagnostic.error(
                "E104", new Span("hww.wn", start, start + word.length()), "unknown column", label, help);
    }

    private static String print(String text, Diagnostic diagnostic) {
        return new DiagnosticPrinter(Map.of("hww.wn", text), false).print(diagnostic);
    }

    @Test
    void drawsLineCaretsAndHelp() {
        assertThat(print(TEXT, at(TEXT, "l1_ptt", "no such column or define in sig, bkg", "did you mean 'l1_pt'?")))
                .isEqualTo("""
                        error[E104] unknown column
                          --> hww.wn:3:21
                            3 |   cut "lepton pt" : l1_ptt > 22
                              |                     ^^^^^^ no such column or define in sig, bkg
                           help: did you mean 'l1_pt'?
                        """);
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(print(TEXT, at(TEXT, "winnow", "", ""))).isEqualTo("""
                        error[E104] unknown column
                          --> hww.wn:1:1
                            1 | winnow 1
                              | ^^^^^^
                        """);
    }

    @Test
    void countsTabsAndWideCharactersByCells() {
        String text = "\tprint\t\"日本é\" x\r\n";
        assertThat(print(text, at(text, "x", "", ""))).isEqualTo("""
                        error[E104] unknown column
                          --> hww.wn:1:14
                            1 |     print   "日本é" x
                              |                     ^
                        """);
    }

    @Test
    void putsOneCaretUnderAnEmptySpanAtTheEnd() {
        String text = "print";
        Diagnostic diagnostic = Diagnostic.warning("W001", new Span("hww.wn", 5, 5), "odd", "", "");
        assertThat(print(text, diagnostic)).isEqualTo("""
                        warning[W001] odd
                          --> hww.wn:1:6
                            1 | print
                              |      ^
                        """);
    }

    @Test
    void showsFirstLineOfLongPlaces() {
        assertThat(print(TEXT, at(TEXT, "r {\n  cut", "here", "")))
                .contains("    2 | region r {\n      |        ^^^ here\n");
    }

    @Test
    void takesUnknownFilesAndOffsetsBeyondTheText() {
        Diagnostic elsewhere = Diagnostic.error("E1", new Span("other.wn", 3, 4), "odd", "", "");
        assertThat(print(TEXT, elsewhere)).isEqualTo("error[E1] odd\n  --> other.wn\n");
        Diagnostic beyond = Diagnostic.error("E1", new Span("hww.wn", 9999, 10000), "odd", "", "");
        assertThat(print(TEXT, beyond)).contains("--> hww.wn:5:1");
    }

    @Test
    void keepsControlCharactersFromTheTerminal() {
        String text = "print \u001B[31m x";
        assertThat(print(text, at(text, "x", "", ""))).doesNotContain("\u001B").contains("print \uFFFD[31m x");
    }

    @Test
    void coloursOnDemand() {
        String coloured = new DiagnosticPrinter(Map.of("hww.wn", TEXT), true).print(at(TEXT, "l1_ptt", "no", "help"));
        assertThat(coloured).contains("\u001B[1;31merror[E104]\u001B[0m").contains("\u001B[1;31m^^^^^^ no\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(print(TEXT, at(TEXT, "l1_ptt", "no", "help")));
    }

    @Test
    void partsSeveralByBlankLines() {
        Diagnostic one = at(TEXT, "winnow", "", "");
        String both = new DiagnosticPrinter(Map.of("hww.wn", TEXT), false).print(List.of(one, one));
        assertThat(both).isEqualTo(print(TEXT, one) + "\n" + print(TEXT, one));
    }
}
