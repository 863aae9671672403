package hep.winnow.acceptance.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page on embedding, each in a class path of the core, the plugins and its language. */
class HostsTest {
    @TempDir
    Path folder;

    @Test
    void pageShowsWhatIsTested() {
        assertThat(HostPath.text("embedding.md"))
                .contains("```java\n" + HostPath.text("example/Embedding.java") + "```")
                .contains("```groovy\n" + HostPath.text("example/embedding.groovy") + "```")
                .contains("```python\n" + HostPath.text("example/embedding.py") + "```");
    }

    @Test
    void runsInJava() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        try (URLClassLoader loader = HostPath.loader("java", classes)) {
            String path =
                    Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
            String source = HostPath.docs().resolve("example/Embedding.java").toString();
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-proc:none", "-cp", path, "-d", classes.toString(), source);
            assertThat(failed).isZero();

            String text = printed(() -> loader.loadClass("Embedding")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {folder.toString()}));

            assertThat(text).containsPattern("auc 0\\.9\\d+, cut \\d\\.\\d+, \\d+ events\nthe same score: true\n");
            assertThat(folder.resolve("results/run.json")).exists();
        }
    }

    @Test
    void runsInGroovy() throws Exception {
        assertThat(script("groovy", "example/embedding.groovy"))
                .containsPattern("auc 0\\.9\\d+, [1-9]\\d+ events, score 0\\.\\d+\n");
    }

    /** Jython takes its time to start. */
    @Test
    @Tag("slow")
    void runsInJython() throws Exception {
        assertThat(script("jython", "example/embedding.py"))
                .containsPattern("auc 0\\.9\\d+, [1-9]\\d+ events, least score 0\\.5\\d+\n");
    }

    /** What Jas4pp does with a script: an engine of its language, with a variable, and the loader of the program. */
    private String script(String language, String file) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = HostPath.loader(language)) {
            thread.setContextClassLoader(loader);
            ScriptEngine engine = Objects.requireNonNull(
                    new ScriptEngineManager(loader).getEngineByName(language.equals("jython") ? "python" : language));
            StringWriter text = new StringWriter();
            engine.getContext().setWriter(text);
            engine.put("folder", folder.toString());
            engine.eval(HostPath.text(file));
            return text.toString();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What is printed by a program. */
    private static String printed(Deed deed) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(text, true, StandardCharsets.UTF_8));
            deed.run();
        } finally {
            System.setOut(before);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Something that may fail in any way. */
    @FunctionalInterface
    private interface Deed {
        void run() throws Exception;
    }
}
