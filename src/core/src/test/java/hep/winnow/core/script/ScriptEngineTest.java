package hep.winnow.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.core.host.HistogramResult;
import hep.winnow.core.host.Results;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptEngineTest {
    @TempDir
    Path folder;

    private final ScriptEngine engine = Objects.requireNonNull(
            new ScriptEngineManager(ScriptEngineTest.class.getClassLoader()).getEngineByName("winnow"));

    @BeforeEach
    void writeEvents() throws IOException {
        Files.writeString(folder.resolve("s.csv"), "x\n1\n2\n3\n4\n");
        engine.put("winnow.folder", folder);
    }

    @Test
    void isFoundByNameAndByEnding() {
        ScriptEngineManager manager = new ScriptEngineManager();

        assertThat(manager.getEngineByExtension("wn")).isInstanceOf(WinnowScriptEngine.class);
        assertThat(manager.getEngineByMimeType("text/x-winnow")).isInstanceOf(WinnowScriptEngine.class);
        assertThat(engine.getFactory().getParameter(ScriptEngine.LANGUAGE)).isEqualTo("Winnow");
        assertThat(engine.getFactory().getProgram("print 1", engine.getFactory().getOutputStatement("{x} {{1}} \"y\"")))
                .isEqualTo("print 1\nprint \"{{x}} {{{1}}} \\\"y\\\"\"\n");
    }

    @Test
    void takesBindingsAndLeavesResults() throws ScriptException {
        engine.put("low", 1.5);
        engine.put("edges", new double[] {0, 2, 4});
        engine.put("file", "s.csv");
        engine.put("stranger", new Object());

        Object value = engine.eval("""
                read s from file role=data
                region r { cut "a" : x > low }
                hist h in r : x edges=edges
                """);

        assertThat(value).isInstanceOf(Results.class).isSameAs(engine.get("results"));
        List<?> histograms = (List<?>) engine.get("h");
        assertThat(((HistogramResult) histograms.get(0)).histogram().total()).isEqualTo(3);
        assertThat(folder.resolve("out/script/run.json")).exists();
    }

    @Test
    void runsAgainWithOtherBindings() throws ScriptException {
        String macro = "param n = 1\nread s from \"s.csv\" rows=n role=data\ncutflow s\n";
        engine.put("n", 2);
        Results first = (Results) engine.eval(macro);
        engine.put("n", 3);
        Results second = (Results) engine.eval(new StringReader(macro));

        assertThat(first.record().inputs().get(0).events()).isEqualTo(2);
        assertThat(second.record().inputs().get(0).events()).isEqualTo(3);
    }

    @Test
    void handsColumnsOver() throws ScriptException {
        engine.put("winnow.columns", Map.of("s", List.of("x", "x^2")));

        Results results = (Results) engine.eval("read s from \"s.csv\" role=data\n");

        assertThat(results.columns("s").values("x^2")).containsExactly(1, 4, 9, 16);
    }

    @Test
    void printsToTheWriterOfItsContext() throws ScriptException {
        StringWriter writer = new StringWriter();
        engine.getContext().setWriter(writer);
        engine.eval("print \"hello\"\n");

        assertThat(writer.toString()).isEqualTo("hello\n");
    }

    @Test
    void tellsMistakesByFileAndLine() {
        engine.put(ScriptEngine.FILENAME, "mine.wn");

        assertThatThrownBy(() -> engine.eval("print 1\nprnt 2\n")).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.getLineNumber()).isEqualTo(2);
            assertThat(e.getFileName()).isEqualTo("mine.wn");
            assertThat(e).hasMessageContaining("unknown verb 'prnt'");
        });
    }

    private static final String READ = "read s from \"s.csv\" role=data\n";

    private static final String ABOVE = """
            def above(name: name, of: events, least: number, edges: [number] = [0, 5]) {
              define kept = x*1
              region name extends of { cut "above" : kept > least }
              hist in name : x edges=edges
            }
            """;

    @Test
    void handsBindingsToVerbsOfTheMacro() throws ScriptException {
        engine.put("low", 1.5);
        engine.put("bins", List.of(0, 2, 4));

        Results results = (Results) engine.eval(READ + ABOVE + "above r s low edges=bins\nabove all_of_it s (-1)\n");

        assertThat(results.histograms()).extracting(HistogramResult::region).containsExactly("r", "all_of_it");
        assertThat(results.histograms().get(0).histogram().total()).isEqualTo(3);
        assertThat(results.histograms().get(1).histogram().total()).isEqualTo(4);
    }

    @Test
    void beginsEachMacroWithoutTheVerbsOfOthers() throws Exception {
        Files.writeString(folder.resolve("verbs.wn"), ABOVE);
        engine.eval(READ + ABOVE + "above r s 1\n");

        assertThatThrownBy(() -> engine.eval(READ + "above r s 1\n")).hasMessageContaining("unknown verb 'above'");
        engine.eval(READ + ABOVE + "above r s 2\n");
        engine.eval(READ + "include \"verbs.wn\"\nabove r s 2\n");
    }

    @Test
    void tellsMistakesInTheBodyOfAVerb() {
        String macro = READ + ABOVE.replace("x*1", "y*1") + "above r s 1\n";

        assertThatThrownBy(() -> engine.eval(macro)).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.getLineNumber()).isEqualTo(3);
            assertThat(e).hasMessageContaining("'y'").hasMessageContaining("above r s 1");
        });
    }

    @Test
    void tellsMistakesInAnotherFileWhereTheScriptCallsIt() throws Exception {
        Files.writeString(folder.resolve("verbs.wn"), ABOVE.replace("x*1", "y*1"));

        assertThatThrownBy(() -> engine.eval(READ + "include \"verbs.wn\"\nabove r s 1\n"))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.getLineNumber()).isEqualTo(3);
                    assertThat(e).hasMessageContaining("verbs.wn:2");
                });
    }

    @Test
    void keepsMacrosWithinTheirFolder() {
        assertThatThrownBy(() -> engine.eval("read s from \"/etc/passwd\" role=data\n"))
                .hasMessageContaining("E402");
    }
}
