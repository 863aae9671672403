package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.acceptance.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a house of its own. */
@Timeout(60)
class LauncherTest {
    @TempDir
    private Path temporary;

    private House house;

    @BeforeEach
    void build() throws IOException {
        house = new House(temporary.resolve("a house"));
    }

    @Test
    void passesArgumentsAndExitCode() throws Exception {
        Outcome outcome = program().run("run", "a b", "", "*");

        assertThat(outcome.out()).contains("argument [a b]\nargument []\nargument [*]\n");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void addsTheVectorModuleAndHidesItsWarning() throws Exception {
        Outcome outcome = program().run("run");

        assertThat(outcome.out()).contains("vector true");
        assertThat(outcome.err()).isEqualTo("told\n");
    }

    @Test
    void doesWithoutVectorsWhereNothingIsComputed() throws Exception {
        for (String command : List.of("doc", "check", "--version")) {
            Outcome outcome = program().run(command);

            assertThat(outcome.out()).contains("vector false");
            assertThat(outcome.err()).isEqualTo("told\n");
        }
    }

    @Test
    void makesItsArchiveAnewWhereAJarIsNewer() throws Exception {
        Outcome first = program().run("run");
        Path archive = archive();
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));

        Outcome second = program().run("run");

        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(archive())).isGreaterThan(FileTime.fromMillis(0));
    }

    @Test
    void makesOneArchiveOfItsKindForWhatOnlyPrints() throws Exception {
        Outcome first = program().run("doc");
        Outcome second = program().run("doc");

        assertThat(second).isEqualTo(first);
        assertThat(archive()).isNotEmptyFile().asString().contains("-light.");
    }

    @Test
    void runsWithoutAnArchiveThatIsBroken() throws Exception {
        Outcome first = program().run("doc");
        Files.writeString(archive(), "no archive");

        assertThat(program().run("doc")).isEqualTo(first);
    }

    /** Returns the one file beside the jars. */
    private Path archive() throws IOException {
        try (Stream<Path> made = Files.list(house.root.resolve("src/app/target"))) {
            List<Path> archives = made.filter(path -> !path.endsWith("lib")).toList();
            assertThat(archives).hasSize(1);
            return archives.get(0);
        }
    }

    @Test
    void showsWhatElseTheJvmSays() throws Exception {
        Outcome outcome = program().with("WINNOW_JAVA_OPTS", "-XX:NoSuchFlag").run();

        assertThat(outcome.err()).contains("NoSuchFlag");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void isFoundThroughLinksAndFromAnotherFolder() throws Exception {
        Path links = Files.createDirectories(temporary.resolve("bin"));
        Files.createSymbolicLink(links.resolve("direct"), house.launcher());
        Files.createSymbolicLink(links.resolve("winnow"), Path.of("direct"));

        Outcome outcome = Program.of(links.resolve("winnow"), links).run();

        assertThat(outcome.out()).startsWith("home [" + house.root.toRealPath() + "]\n");
    }

    @Test
    void keepsTheOrderOfBothStreams() throws Exception {
        String expected = IntStream.range(0, 100)
                .mapToObj(i -> "out " + i + "\nerr " + i + "\n")
                .collect(Collectors.joining());

        assertThat(program().runWithStreamsJoined("alternate")).endsWith(expected);
    }

    @Test
    void passesSignals() throws Exception {
        Process process = program().start("wait");
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).startsWith("home");
            process.destroy();
            assertThat(process.waitFor()).isEqualTo(143);
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Path scratch = Files.createDirectories(temporary.resolve("scratch"));

        program().with("TMPDIR", scratch.toString()).run("run");

        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
        assertThat(archive()).asString().endsWith(".jsa");
    }

    @Test
    void buildsOnlyWhenASourceIsNewer() throws Exception {
        house.giveBuild("echo built >>builds");

        assertThat(program().run().err()).isEqualTo("told\n");
        house.touchSource();
        assertThat(program().run().err()).isEqualTo("Winnow: building (a source has changed)…\ntold\n");
        assertThat(program().run().err()).isEqualTo("told\n");

        assertThat(house.root.resolve("builds")).hasContent("built");
    }

    @Test
    void buildsOnceForTwoStarts() throws Exception {
        house.giveBuild("echo built >>builds; sleep 1");
        house.touchSource();

        Process first = program().start();
        Process second = program().start();

        assertThat(first.waitFor()).isEqualTo(3);
        assertThat(second.waitFor()).isEqualTo(3);
        assertThat(house.root.resolve("builds")).hasContent("built");
    }

    @Test
    void buildsInPlaceOfABuildThatWasKilled() throws Exception {
        house.giveBuild("echo built >>builds");
        house.touchSource();
        Process killed = new ProcessBuilder("uname", "-n").start();
        String machine = killed.inputReader().readLine();
        killed.waitFor();
        Path lock = Files.createDirectories(house.root.resolve("src/app/target/building"));
        Files.writeString(lock.resolve("holder"), machine + " " + killed.pid() + "\n");

        assertThat(program().run().exitCode()).isEqualTo(3);
        assertThat(house.root.resolve("builds")).hasContent("built");
    }

    @Test
    void tellsWhyABuildFailed() throws Exception {
        house.giveBuild("echo '[ERROR] Source.java: no such thing'; echo '[ERROR] -> [Help 1]'; exit 1");
        house.touchSource();

        Outcome outcome = program().run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("[ERROR] Source.java: no such thing\n")
                .contains(house.root
                        .toRealPath()
                        .resolve("src/app/target/build.log")
                        .toString())
                .doesNotContain("Help");
    }

    @Test
    void asksForAnotherJava() throws Exception {
        Outcome outcome =
                program().with("WINNOW_JAVA_HOME", temporary.toString()).run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(temporary.toString()).contains("17 or newer");
    }

    private Program program() {
        return Program.of(house.launcher(), temporary);
    }
}
