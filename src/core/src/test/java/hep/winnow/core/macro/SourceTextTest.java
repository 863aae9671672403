package hep.winnow.core.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.Winnow;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What columns are called that a macro does not name itself. */
class SourceTextTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeEvents() throws IOException {
        Files.writeString(folder.resolve("in.csv"), "x,y\n1,2\n");
    }

    @Test
    void spellsAnExpressionAsItIsWritten() throws IOException {
        assertThat(header("save a to \"out.csv\" columns=[x,  (x+y) * 2, sqrt( y )]"))
                .isEqualTo("x,(x+y) * 2,sqrt( y )");
    }

    @Test
    void spellsEachItemOfAListThatHasAName() throws IOException {
        assertThat(header("let both = [x, x*y]\nsave a to \"out.csv\" columns=both"))
                .isEqualTo("x,x*y");
    }

    @Test
    void putsValuesInThePlaceOfNames() throws IOException {
        assertThat(header("param k = 2\nlet s = x + y\nsave a to \"out.csv\" columns=[k*x, s, s/k, hypot(x, s)]"))
                .isEqualTo("2*x,x + y,(x + y)/2,\"hypot(x, (x + y))\"");
    }

    @Test
    void followsNamesOfNames() throws IOException {
        assertThat(header("let s = x + 1\nlet t = 2*s\nsave a to \"out.csv\" columns=[t, abs(t)]"))
                .isEqualTo("2*(x + 1),abs((2*(x + 1)))");
    }

    @Test
    void spellsTheValueOfALoopsVariable() throws IOException {
        header("for v in [x, y] { save a to \"{v}.csv\" columns=[v, 2*v] }\nsave a to \"out.csv\"");

        assertThat(Files.readAllLines(folder.resolve("x.csv")).get(0)).isEqualTo("x,2*x");
        assertThat(Files.readAllLines(folder.resolve("y.csv")).get(0)).isEqualTo("y,2*y");
    }

    @Test
    void recordsParamsAsTheyWereGiven() {
        String macro = "param k = 1\nparam f = \"a\"\nsave a to \"out.csv\" columns=[k*x]";

        assertThat(run(macro, Map.of()).record().params())
                .containsEntry("k", "1")
                .containsEntry("f", "a");
        assertThat(run(macro, Map.of("k", "2 + 1", "f", "b")).record().params())
                .containsEntry("k", "2 + 1")
                .containsEntry("f", "b");
        assertThat(folder.resolve("out.csv")).content().startsWith("(2 + 1)*x\n");
    }

    private String header(String macro) throws IOException {
        run(macro, Map.of());
        return Files.readAllLines(folder.resolve("out.csv")).get(0);
    }

    private RunResult run(String macro, Map<String, String> params) {
        Winnow winnow = new Winnow(java.util.List.of());
        var checked = winnow.check("m.wn", "winnow 1\nread a from \"in.csv\"\n" + macro + "\n", folder, params);
        assertThat(checked.diagnostics()).isEmpty();
        return winnow.run(checked.program().orElseThrow(), new RunOptions(folder, 1, "test"), RunListener.SILENT);
    }
}
