package hep.winnow.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Given;
import hep.winnow.core.run.RunFailure;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.testing.TestPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a macro tries to get at that is not its own, or to use up; each is refused, with a code. */
class EscapesTest {
    private static final String READ = "read s from \"in.csv\" role=data\n";

    @TempDir
    Path top;

    private Path work;
    private Path out;
    private Path outside;

    /** Something that is done to the files. */
    @FunctionalInterface
    interface Deed {
        void run(EscapesTest test) throws IOException;

        Deed NOTHING = test -> {};
    }

    /**
     * An attempt.
     *
     * @param name what is tried
     * @param macro that tries it; {@code TOP} stands for the folder of all
     * @param code of the refusal
     * @param before the check
     * @param between the check and the run; the run refuses where this does something
     */
    record Attempt(String name, String macro, String code, Deed before, Deed between) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Attempt at(String name, String macro, String code) {
        return at(name, macro, code, Deed.NOTHING);
    }

    private static Attempt at(String name, String macro, String code, Deed before) {
        return new Attempt(name, macro, code, before, Deed.NOTHING);
    }

    private static Attempt race(String name, String macro, Deed before, Deed between) {
        return new Attempt(name, macro, "E402", before, between);
    }

    private static Deed link(String at, String target) {
        return test -> test.makeLink(at, target);
    }

    private static Deed both(Deed first, Deed second) {
        return test -> {
            first.run(test);
            second.run(test);
        };
    }

    private static Deed file(String name, String text) {
        return test -> test.write(name, text);
    }

    static Stream<Attempt> attempts() {
        return Stream.of(reads(), globs(), texts(), otherFiles(), outputs(), races(), limits())
                .flatMap(List::stream);
    }

    private static List<Attempt> reads() {
        return List.of(
                at("an absolute path", "read s from \"TOP/outside/secret.csv\"", "E402"),
                at("a path upwards", "read s from \"../outside/secret.csv\"", "E402"),
                at("down and upwards", "read s from \"sub/../../outside/secret.csv\"", "E402"),
                at("a device", "read s from \"/dev/zero\"", "E402"),
                at("what the system tells", "read s from \"/proc/self/environ\"", "E402"),
                at("a file that is not there", "read s from \"../outside/none.csv\"", "E402"),
                at("a link to a file", "read s from \"l.csv\"", "E402", link("work/l.csv", "outside/secret.csv")),
                at("a link to a folder", "read s from \"l/secret.csv\"", "E402", link("work/l", "outside")),
                at(
                        "a link to a link",
                        "read s from \"a.csv\"",
                        "E402",
                        both(link("work/b.csv", "outside/secret.csv"), link("work/a.csv", "work/b.csv"))),
                at("upwards behind a link", "read s from \"l/../secret.csv\"", "E402", link("work/l", "outside/deep")),
                at("a dangling link", "read s from \"l.csv\"", "E402", link("work/l.csv", "outside/none.csv")),
                at(
                        "links in a circle",
                        "read s from \"a.csv\"",
                        "E402",
                        both(link("work/b.csv", "work/a.csv"), link("work/a.csv", "work/b.csv"))),
                at("a path put together", "let up = \"..\"\nread s from \"{up}/outside/secret.csv\"", "E402"),
                at("a path in a loop", "for f in [\"..\"] {\nread s from \"{f}/outside/secret.csv\"\n}", "E402"),
                at("a usual param", "param f = \"../outside/secret.csv\"\nread s from f", "E402"),
                at("a param of someone else", "param given = \"in.csv\"\nread s from given", "E402"),
                at("one of several", "read s from [\"in.csv\", \"../outside/secret.csv\"]", "E402"),
                at("a name with a zero", "read s from \"in.csv\0x\"", "E203"),
                at("an address", "read s from \"https://example.org/a.csv\"", "E402"),
                at("a server by its port", "read s from \"http://127.0.0.1:1/a.csv\"", "E402"),
                at("a model on a server", "load m from \"https://example.org/m.wnm\"", "E402"),
                at("a table on a server", "table t from \"https://example.org/t.csv\" keys=[x]", "E402"),
                at("a macro on a server", "include \"https://example.org/m.wn\"", "E"),
                at("a server to write to", "read s from \"in.csv\"\nsave s to \"https://example.org/a.csv\"", "E"),
                at("an address of a file", "read s from \"file:///etc/passwd\"", "E400"),
                at("a program", "read s from \"|cat in.csv\"", "E400"),
                at("the home folder", "read s from \"~/.profile\"", "E400"),
                at("a plugin as data", "read s from \"p.jar\"", "E400", Jars::plugin),
                at("a folder as data", "read s = csv from \"sub\"", "E400"));
    }

    private static List<Attempt> globs() {
        return List.of(
                at("a glob upwards", "read s from \"../outside/*.csv\"", "E402"),
                at("an absolute glob", "read s from \"TOP/out*/*.csv\"", "E402"),
                at("a glob that finds nothing", "read s from \"../outside/*.none\"", "E402"),
                at("a glob that finds a link", "read s from \"l*\"", "E402", link("work/l.csv", "outside/secret.csv")),
                at("a glob behind a link", "read s from \"*/secret.csv\"", "E402", link("work/l", "outside")),
                at("a glob in a linked folder", "read s from \"l/*.csv\"", "E402", link("work/l", "outside")));
    }

    private static List<Attempt> texts() {
        return List.of(
                at("an include from elsewhere", "include \"TOP/outside/secret.wn\"", "E402"),
                at("an include upwards", "include \"../outside/secret.wn\"", "E402"),
                at("an include by link", "include \"l.wn\"", "E402", link("work/l.wn", "outside/secret.wn")),
                at(
                        "an include of an include",
                        "include \"sub/a.wn\"",
                        "E402",
                        file("work/sub/a.wn", "include \"../../outside/secret.wn\"")),
                at("a macro that includes itself", "include \"a.wn\"", "E216", file("work/a.wn", "include \"a.wn\"")),
                at(
                        "macros that include each other",
                        "include \"a.wn\"",
                        "E216",
                        both(file("work/a.wn", "include \"b.wn\""), file("work/b.wn", "include \"a.wn\""))),
                at("a huge include", "include \"huge.wn\"", "E401", test -> test.huge("work/huge.wn")),
                at("a verb that calls itself", "def a() {\na\n}\na", "E224"));
    }

    private static List<Attempt> otherFiles() {
        return List.of(
                at("a model from elsewhere", READ + "load m from \"../outside/m.wnm\"", "E402"),
                at("a model by link", READ + "load m from \"l.wnm\"", "E402", link("work/l.wnm", "outside/m.wnm")),
                at("a plugin as a model", READ + "load m from \"p.jar\"", "E400", Jars::plugin),
                at("a model that swells", READ + "load m from \"b.wnm\"", "E400", Jars::bomb),
                at("a table from elsewhere", "table t from \"../outside/secret.csv\" key=x value=y", "E402"),
                at(
                        "a mask from elsewhere",
                        "read s from \"in.csv\" role=data certified=\"../outside/mask.json\"",
                        "E402"));
    }

    private static List<Attempt> outputs() {
        return List.of(
                at("events to elsewhere", READ + "save s to \"TOP/outside/new.csv\"", "E402"),
                at("events upwards", READ + "save s to \"../new.csv\"", "E402"),
                at("events into the macro's folder", READ + "save s to \"../work/new.csv\"", "E402"),
                at("over an input", READ + "save s to \"../work/in.csv\"", "E402"),
                at("a figure elsewhere", READ + "hist in s : x save=\"../outside/x.svg\"", "E402"),
                at("a table elsewhere", READ + "region r { cut \"a\" : x > 0 }\ncutflow r save=\"/tmp/x.txt\"", "E402"),
                at("a link for a file", READ + "save s to \"l.csv\"", "E402", link("out/l.csv", "outside/secret.csv")),
                at("a link to nothing", READ + "save s to \"l.csv\"", "E402", link("out/l.csv", "outside/new.csv")),
                at("a link for a folder", READ + "save s to \"l/new.csv\"", "E402", link("out/l", "outside")),
                at("the record of the run", READ + "save s to \"./run.json\"", "E222"));
    }

    private static List<Attempt> races() {
        return List.of(
                race(
                        "a folder that becomes a link",
                        "read s from \"sub/in.csv\" role=data\nhist in s : x",
                        file("work/sub/in.csv", "x\n1\n"),
                        test -> test.swap("work/sub", "outside")),
                race(
                        "a file that becomes a link",
                        READ + "hist in s : x",
                        Deed.NOTHING,
                        test -> test.swap("work/in.csv", "outside/secret.csv")),
                race(
                        "an out folder's folder that becomes a link",
                        READ + "save s to \"sub/new.csv\"",
                        test -> Files.createDirectory(test.out.resolve("sub")),
                        test -> test.swap("out/sub", "outside")));
    }

    private static List<Attempt> limits() {
        String eight = "[1, 2, 3, 4, 5, 6, 7, 8]";
        return List.of(
                at("loops without an end", nested("for NAME in " + eight + " {\n", "print 1\n", "}\n", 7), "E214"),
                at("loops that do nothing", nested("for NAME in " + eight + " {\n", "", "}\n", 9), "E214"),
                at("a list that doubles", doubled("[A, A]", "[1, 2]"), "E214"),
                at("a text that doubles", doubled("\"{A}{A}\"", "\"xxxxxxxxxx\""), "E214"),
                at("a formula that doubles", doubled("A + A", "1"), "E214"),
                at("parentheses", READ + "define y = " + "(".repeat(100_000) + "x" + ")".repeat(100_000), "E0"),
                at("signs", READ + "define y = " + "-".repeat(100_000) + "x", "E0"),
                at("lists in lists", "let a = " + "[".repeat(100_000) + "]".repeat(100_000), "E0"),
                at("blocks in blocks", "if true {\n".repeat(20_000) + "}\n".repeat(20_000), "E0"),
                at("a histogram of all memory", READ + "hist in s : x bins=2000000000 range=0..1", "E203"),
                at("a number of events beyond all", "numbers s events=1e300", "E203"));
    }

    private static String nested(String open, String body, String close, int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(open.replace("NAME", "v" + i));
        }
        return text.append(body).append(close.repeat(depth)).toString();
    }

    private static String doubled(String next, String first) {
        StringBuilder text = new StringBuilder("let a0 = " + first + "\n");
        for (int i = 1; i < 64; i++) {
            text.append("let a" + i + " = " + next.replace("A", "a" + (i - 1)) + "\n");
        }
        return text.toString();
    }

    @BeforeEach
    void makeFolders() throws IOException {
        work = top.resolve("work");
        out = Files.createDirectory(top.resolve("out"));
        outside = top.resolve("outside");
        Files.createDirectories(work.resolve("sub"));
        Files.createDirectories(outside.resolve("deep"));
        write("work/in.csv", "x\n1\n2\n");
        write("outside/secret.csv", "x,y\n1,2\n");
        write("outside/in.csv", "x\n7\n");
        write("outside/secret.wn", "let secret = 1\n");
        write("outside/m.wnm", "secret");
        write("outside/mask.json", "{\"1\": [[1, 2]]}");
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void refuses(Attempt attempt) throws IOException {
        attempt.before().run(this);
        byte[] before = Files.readAllBytes(outside.resolve("secret.csv"));
        FileAccess access = FileAccess.none().reading(work).out(out);
        boolean isGiven = attempt.macro().contains("param given");
        Given given = Given.params(isGiven ? Map.of("given", outside + "/secret.csv") : Map.of())
                .with(access);
        Winnow winnow = new Winnow(List.of(new TestPlugin()));
        String macro = attempt.macro().replace("TOP", top.toString());

        Winnow.Checked checked = winnow.check("m.wn", macro, work, given);

        if (attempt.between() == Deed.NOTHING) {
            List<Diagnostic> errors = checked.diagnostics().stream()
                    .filter(d -> d.severity() == Severity.ERROR)
                    .toList();
            assertThat(errors).extracting(Diagnostic::code).anyMatch(c -> c.startsWith(attempt.code()));
            assertThat(errors).extracting(d -> d.message() + d.help()).noneMatch(m -> m.contains("let secret"));
            assertThat(checked.program()).isEmpty();
        } else {
            assertThat(checked.diagnostics()).isEmpty();
            attempt.between().run(this);
            assertThat(refusal(winnow, checked)).isInstanceOf(AccessError.class);
        }
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files).hasSize(6);
        }
        assertThat(Files.readAllBytes(outside.resolve("secret.csv"))).isEqualTo(before);
    }

    private UserError refusal(Winnow winnow, Winnow.Checked checked) {
        try {
            winnow.run(checked.program().orElseThrow(), new RunOptions(out, 1, "test"), RunListener.SILENT);
            throw new AssertionError("the run went through");
        } catch (RunFailure e) {
            return e.error();
        } catch (UserError e) {
            return e;
        }
    }

    void write(String name, String text) throws IOException {
        Files.writeString(top.resolve(name), text);
    }

    Path file(String name) {
        return top.resolve(name);
    }

    private void makeLink(String at, String target) throws IOException {
        Files.createSymbolicLink(top.resolve(at), top.resolve(target));
    }

    private void huge(String name) throws IOException {
        Files.writeString(top.resolve(name), "# comment\n".repeat(1_100_000));
    }

    private void swap(String name, String target) {
        try {
            Files.move(top.resolve(name), top.resolve(name + ".old"));
            makeLink(name, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
