package hep.winnow.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.core.Winnow;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginSetTest {
    @TempDir
    Path folder;

    /** Returns a plugin {@code p.ID}, capital first, with {@code body} besides its id. */
    private static PluginJar plugin(String id, String body) {
        return new PluginJar()
                .source(name(id), """
                        package p;
                        import hep.winnow.api.*;
                        import hep.winnow.api.step.*;
                        import hep.winnow.api.function.*;
                        import java.util.*;
                        public class %s implements Plugin {
                            public String id() { return "%s"; }
                            %s
                        }
                        """.formatted(name(id).substring(2), id, body))
                .provider(name(id));
    }

    private static String name(String id) {
        return "p." + id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1);
    }

    private static String step(String verb, String kind) {
        return """
                @Verb(value = "%s", kind = "%s", doc = "Does.")
                public record Stp() implements ReportStep {
                    public void report(hep.winnow.api.run.RunRecord run, hep.winnow.api.run.StepContext context) {}
                }
                public List<Class<? extends Step>> steps() { return List.of(Stp.class); }
                """.formatted(verb, kind);
    }

    private PluginSet load() {
        return PluginSet.load(List.of(folder), Plugin.class.getClassLoader());
    }

    private static List<String> ids(PluginSet set) {
        return set.plugins().stream().map(LoadedPlugin::id).toList();
    }

    private PluginProblem onlyProblem(PluginSet set) {
        assertThat(set.problems()).hasSize(1);
        return set.problems().get(0);
    }

    @Test
    void loadsJarsOfAFolderOfItsTargetAndLooseOnes() throws IOException {
        plugin("one", step("count", "")).version("1.2").write(folder.resolve("one/one.jar"));
        plugin("two", "").write(folder.resolve("two/target/plugin/two.jar"));
        plugin("three", "").write(folder.resolve("three.jar"));
        Files.writeString(folder.resolve("README.md"), "text");
        try (PluginSet set = load()) {
            assertThat(set.problems()).isEmpty();
            assertThat(ids(set)).containsExactly("one", "three", "two");
            assertThat(set.plugins().get(0).version()).isEqualTo("1.2");
            assertThat(set.plugins().get(0).location())
                    .isEqualTo(folder.resolve("one").toString());
            assertThat(set.plugins().get(1).version()).isEqualTo("development");
            assertThat(set.plugins().get(1).location())
                    .isEqualTo(folder.resolve("three.jar").toString());
            assertThat(set.plugins().get(0).plugin().steps()).hasSize(1);
        }
    }

    @Test
    void passesOverAModuleThatIsNotBuiltAndTellsOfAnEmptyFolder() throws IOException {
        Files.createDirectories(folder.resolve("module"));
        Files.writeString(folder.resolve("module/pom.xml"), "<project/>");
        Files.createDirectories(folder.resolve("empty"));
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).where())
                    .isEqualTo(folder.resolve("empty").toString());
            assertThat(onlyProblem(set).reason()).isEqualTo("the folder holds no jar, and no file of verbs");
        }
    }

    @Test
    void tellsOfAFolderThatIsNotThere() throws IOException {
        try (PluginSet set = PluginSet.load(List.of(folder.resolve("no")), Plugin.class.getClassLoader())) {
            assertThat(onlyProblem(set).where()).isEqualTo(folder.resolve("no").toString());
        }
    }

    @Test
    void givesEachPluginItsOwnCopyOfALibrary() throws IOException {
        for (String id : List.of("one", "two")) {
            plugin(id, "public String description() { return lib.Version.get(); }")
                    .source(
                            "lib.Version",
                            "package lib; public class Version { public static String get() { return \"" + id
                                    + "\"; } }")
                    .write(folder.resolve(id + "/" + id + ".jar"));
        }
        try (PluginSet set = load()) {
            assertThat(set.problems()).isEmpty();
            assertThat(set.plugins()).extracting(p -> p.plugin().description()).containsExactly("one", "two");
        }
    }

    @Test
    void sharesTheApiEvenWithAPluginThatBringsItsOwn() throws IOException {
        plugin("one", "")
                .source("hep.winnow.api.Plugin", "package hep.winnow.api; public interface Plugin { String id(); }")
                .write(folder.resolve("one/one.jar"));
        try (PluginSet set = load()) {
            assertThat(ids(set)).containsExactly("one");
        }
    }

    @Test
    void hidesTheCoreFromPlugins() throws IOException {
        plugin(
                        "one",
                        "public String description() { try { Class.forName(\"hep.winnow.core.plugin.PluginSet\"); return \"seen\"; }"
                                + " catch (ClassNotFoundException e) { return \"hidden\"; } }")
                .write(folder.resolve("one/one.jar"));
        try (PluginSet set = load()) {
            assertThat(set.plugins().get(0).plugin().description()).isEqualTo("hidden");
        }
    }

    @Test
    void givesAPluginItsOwnResourcesAndTheClassesOfTheJdk() throws IOException {
        plugin(
                        "one",
                        "public String description() { return javax.swing.SwingConstants.CENTER + \" \" + org.w3c.dom.Node.TEXT_NODE"
                                + " + \" \" + (getClass().getResource(\"/META-INF/MANIFEST.MF\") + \"\").contains(\"one.jar\"); }")
                .write(folder.resolve("one/one.jar"));
        try (PluginSet set = load()) {
            assertThat(set.plugins().get(0).plugin().description()).isEqualTo("0 3 true");
        }
    }

    @Test
    void goesOnWithoutAPluginWhoseConstructorThrows() throws IOException {
        plugin("bad", "public Bad() { throw new IllegalStateException(\"no licence\"); }")
                .write(folder.resolve("bad/bad.jar"));
        plugin("good", "").write(folder.resolve("good/good.jar"));
        try (PluginSet set = load()) {
            assertThat(ids(set)).containsExactly("good");
            assertThat(onlyProblem(set).reason()).contains("no licence");
        }
    }

    @Test
    void goesOnWithoutAPluginThatThrowsWhenAsked() throws IOException {
        plugin("bad", "public List<EventFunction> functions() { throw new UnsupportedOperationException(\"later\"); }")
                .write(folder.resolve("bad/bad.jar"));
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).contains("later");
        }
    }

    @Test
    void namesTheClassThatAPluginMisses() throws IOException {
        plugin("bad", "public String description() { return lib.Gone.get(); }")
                .source("lib.Gone", "package lib; public class Gone { public static String get() { return \"\"; } }")
                .without("lib.Gone")
                .write(folder.resolve("bad/bad.jar"));
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).isEqualTo("it needs the class lib.Gone, which is not there");
        }
    }

    @Test
    void tellsOfAPluginThatWasBuiltAgainstAnotherApi() throws IOException {
        plugin("bad", "public String description() { return hep.winnow.api.event.ColumnInfo.gone(); }")
                .source(
                        "hep.winnow.api.event.ColumnInfo",
                        "package hep.winnow.api.event; public class ColumnInfo { public static String gone() { return \"\"; } }")
                .write(folder.resolve("bad/bad.jar"));
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).startsWith("it does not fit this version of Winnow");
        }
    }

    @Test
    void tellsOfProvidersThatAreNotThereOrNone() throws IOException {
        plugin("absent", "").provider("p.Nowhere").write(folder.resolve("absent/absent.jar"));
        new PluginJar()
                .source("q.Library", "package q; public class Library {}")
                .write(folder.resolve("library/library.jar"));
        try (PluginSet set = load()) {
            assertThat(ids(set)).containsExactly("absent");
            assertThat(set.problems()).hasSize(2);
            assertThat(set.problems().get(0).reason()).contains("p.Nowhere");
            assertThat(set.problems().get(1).reason()).contains("META-INF/services/hep.winnow.api.Plugin");
        }
    }

    @Test
    void tellsOfAJarThatIsTorn() throws IOException {
        Path jar = plugin("one", "").write(folder.resolve("one/one.jar"));
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        try (PluginSet set = load()) {
            assertThat(ids(set)).isEmpty();
            assertThat(onlyProblem(set).where()).isEqualTo(jar.toString());
            assertThat(onlyProblem(set).reason()).startsWith("the jar cannot be opened");
        }
    }

    @Test
    void refusesWhatAnEarlierPluginHas() throws IOException {
        String function = """
                public List<EventFunction> functions() { return List.of(new EventFunction() {
                    public String name() { return "twice"; }
                    public String usage() { return "twice(x)"; }
                    public String doc() { return "x"; }
                    public int minArguments() { return 1; }
                    public int maxArguments() { return 1; }
                    public void apply(double[][] a, int n, double[] out) {}
                }); }
                """;
        plugin("a1", step("train", "net")).write(folder.resolve("a1/a.jar"));
        plugin("a2", step("train", "net")).write(folder.resolve("a2/a.jar"));
        plugin("a3", step("train", "tree")).write(folder.resolve("a3/a.jar"));
        plugin("b1", function).write(folder.resolve("b1/b.jar"));
        plugin("b2", function).write(folder.resolve("b2/b.jar"));
        plugin("a1", "").write(folder.resolve("c/c.jar"));
        try (PluginSet set = load()) {
            assertThat(ids(set)).containsExactly("a1", "a3", "b1");
            assertThat(set.problems())
                    .extracting(PluginProblem::reason)
                    .containsExactly(
                            "plugin 'a2' has the step 'train … = net', which plugin 'a1' in " + folder.resolve("a1")
                                    + " has too",
                            "plugin 'b2' has the function 'twice', which plugin 'b1' in " + folder.resolve("b1")
                                    + " has too",
                            "plugin 'a1' has the id 'a1', which plugin 'a1' in " + folder.resolve("a1") + " has too");
        }
    }

    @Test
    void refusesAnIdThatIsNone() throws IOException {
        plugin("bad", "")
                .source(
                        "p.Bad",
                        "package p; public class Bad implements hep.winnow.api.Plugin { public String id() { return \"Bad Id\"; } }")
                .write(folder.resolve("bad/bad.jar"));
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).startsWith("its id is 'Bad Id'");
        }
    }

    @Test
    void refusesAStepThatIsNoRecordWithAVerb() throws IOException {
        plugin("bad", "public List<Class<? extends Step>> steps() { return List.of(ReportStep.class); }")
                .write(folder.resolve("bad/bad.jar"));
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).isEqualTo("hep.winnow.api.step.ReportStep is no record with @Verb");
        }
    }

    @Test
    void takesThePluginsOfTheHostLast() throws IOException {
        Path host = plugin("host", "").write(folder.resolve("elsewhere/host.jar"));
        Path plugins = folder.resolve("plugins");
        plugin("one", "").write(plugins.resolve("one/one.jar"));
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {host.toUri().toURL()}, Plugin.class.getClassLoader());
                PluginSet set = PluginSet.load(List.of(plugins), loader)) {
            assertThat(ids(set)).containsExactly("one", "host");
            assertThat(set.plugins().get(1).location()).isEqualTo(host.toString());
            assertThat(set.problems()).isEmpty();
        }
    }

    private void verbs(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void takesAFolderOfVerbsThatAreWrittenInTheLanguage() throws IOException {
        verbs("mine/a.wn", "def once(what: events) { cutflow what }\n");
        verbs("mine/b.wn", "winnow 1\ndef twice(what: events) { once what\nonce what }\n");
        try (PluginSet set = load()) {
            assertThat(set.problems()).isEmpty();
            assertThat(ids(set)).containsExactly("mine");
            Winnow winnow =
                    new Winnow(set.plugins().stream().map(LoadedPlugin::plugin).toList());
            assertThat(winnow.vocabulary().step("twice", "").orElseThrow().plugin())
                    .isEqualTo("mine");
            assertThat(winnow.check("m.wn", "twice nothing", folder, Map.of()).diagnostics())
                    .singleElement()
                    .satisfies(d -> {
                        assertThat(d.code()).isEqualTo("E301");
                        assertThat(d.span().file())
                                .isEqualTo(folder.resolve("mine/a.wn").toString());
                        assertThat(d.callers()).extracting(c -> c.verb()).containsExactly("once", "twice");
                    });
        }
    }

    @Test
    void takesVerbsBesideTheJarsOfAPlugin() throws IOException {
        plugin("one", step("frob", "")).write(folder.resolve("one/one.jar"));
        verbs("one/more.wn", "def frobs(n: integer) { frob }\n");
        try (PluginSet set = load()) {
            assertThat(set.problems()).isEmpty();
            assertThat(ids(set)).containsExactly("one", "one-verbs");
        }
    }

    @Test
    void refusesVerbsThatThereAre() throws IOException {
        plugin("one", step("frob", "hard")).write(folder.resolve("one/one.jar"));
        verbs("two/v.wn", "def frob(n: integer) { print n }\n");
        try (PluginSet set = load()) {
            assertThat(ids(set)).containsExactly("one");
            assertThat(onlyProblem(set).reason()).contains("plugin 'two' has the step 'frob … = hard'", "plugin 'one'");
        }
        verbs("two/v.wn", "def region(n: integer) { print n }\n");
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).endsWith("v.wn defines the verb 'region', which the framework has");
        }
    }

    @Test
    void tellsWhatIsWrongWithAFileOfVerbs() throws IOException {
        verbs("two/v.wn", "def a(n: integer) { print n }\ncutflow all\n");
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).endsWith("v.wn, line 2: a file of verbs holds nothing but 'def'");
        }
        verbs("two/v.wn", "def a(n: intger) { print n }\n");
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).endsWith("v.wn, line 1: there is no type 'intger' of parameters");
        }
        verbs("two/v.wn", "def a(n: integer) {\n");
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).endsWith("v.wn, line 1: this '{' is never closed");
        }
        verbs("two/v.wn", "# nothing\n");
        try (PluginSet set = load()) {
            assertThat(onlyProblem(set).reason()).endsWith("v.wn, line 1: it defines no verb");
        }
    }
}
