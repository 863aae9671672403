package hep.winnow.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAccessTest {
    @TempDir
    Path top;

    private Path data;

    @BeforeEach
    void writeFiles() throws IOException {
        top = top.toRealPath();
        data = Files.createDirectory(top.resolve("data"));
        Files.writeString(data.resolve("a.csv"), "x\n1\n");
        Files.createDirectory(top.resolve("my data"));
    }

    @Test
    void saysWhatMayBeReadAndWhatWouldAllowMore() {
        FileAccess access = FileAccess.none().reading(top.resolve("my data"));

        assertThatThrownBy(() -> access.checkRead(data.resolve("a.csv")))
                .isInstanceOfSatisfying(AccessError.class, e -> {
                    assertThat(e.message()).endsWith("a.csv' is not among the files that the macro may read");
                    assertThat(e.help())
                            .isEqualTo("it may read what lies in " + top + "/my data; allow more with --allow " + data);
                });
    }

    @Test
    void quotesNamesForTheShell() {
        assertThatThrownBy(() -> FileAccess.none().checkRead(top.resolve("my data/a.csv")))
                .isInstanceOfSatisfying(
                        AccessError.class,
                        e -> assertThat(e.help()).isEqualTo("allow more with --allow '" + top + "/my data'"));
    }

    @Test
    void tellsWhereALinkLeads() throws IOException {
        Path link = Files.createSymbolicLink(top.resolve("my data/l.csv"), data.resolve("a.csv"));

        assertThatThrownBy(
                        () -> FileAccess.none().reading(top.resolve("my data")).checkRead(link))
                .hasMessage("'" + link + "' leads to '" + data + "/a.csv', which is not among the files that the macro"
                        + " may read");
    }

    @Test
    void followsLinksBetweenAllowedFolders() throws IOException {
        Path link = Files.createSymbolicLink(top.resolve("my data/l.csv"), data.resolve("a.csv"));
        FileAccess access = FileAccess.none().reading(top.resolve("my data"), data.resolve("a.csv"));

        access.checkRead(link);
        access.checkRead(List.of(link, data.resolve("a.csv")));
        assertThat(access.mayRead(data.resolve("b.csv"))).isFalse();
    }

    @Test
    void letsARootBeALink() throws IOException {
        Path link = Files.createSymbolicLink(top.resolve("l"), data);

        assertThat(FileAccess.none().reading(link).mayRead(data.resolve("a.csv")))
                .isTrue();
    }

    @Test
    void readsWhatItMayWriteAndNotTheOtherWayRound() {
        FileAccess access = FileAccess.none().reading(data).writing(top.resolve("new"));

        access.checkWrite(top.resolve("new/a.csv"));
        assertThat(access.mayRead(top.resolve("new/a.csv"))).isTrue();
        assertThatThrownBy(() -> access.checkWrite(data.resolve("b.csv"))).isInstanceOf(AccessError.class);
    }

    @Test
    void takesFoldersByTheirWholeName() {
        assertThat(FileAccess.none().reading(data).mayRead(top.resolve("database/a.csv")))
                .isFalse();
    }

    @Test
    void trustsParamsThatNameFiles() {
        FileAccess access = FileAccess.none().trustingParams();

        assertThat(access.named(data + "/a.csv", Path.of("")).mayRead(data.resolve("a.csv")))
                .isTrue();
        assertThat(access.named(data + "/a.csv", Path.of("")).mayRead(data.resolve("b.csv")))
                .isFalse();
        assertThat(access.named(data + "/*.csv", Path.of("")).mayRead(data.resolve("b.csv")))
                .isTrue();
        assertThat(access.named(data + "/a", Path.of("")).mayRead(data.resolve("a_1.csv")))
                .isTrue();
        assertThat(access.named(data.toString(), Path.of("")).mayRead(data.resolve("b.csv")))
                .isTrue();
        assertThat(access.named("/", Path.of("")).mayRead(data.resolve("a.csv")))
                .isFalse();
        assertThat(access.named("/*/a.csv", Path.of("")).mayRead(data.resolve("a.csv")))
                .isFalse();
        assertThat(access.named("30", Path.of("")).mayRead(data.resolve("a.csv")))
                .isFalse();
        assertThat(FileAccess.none().named(data.toString(), Path.of("")).mayRead(data.resolve("a.csv")))
                .isFalse();
        assertThatThrownBy(() -> access.named(data.toString(), Path.of("")).checkWrite(data.resolve("a.csv")))
                .isInstanceOf(AccessError.class);
    }

    @Test
    void refusesLinksInFolders() throws IOException {
        Path deep = Files.createDirectories(data.resolve("deep/er"));
        FileAccess access = FileAccess.none().reading(data);
        access.checkLinks(data);

        Files.createSymbolicLink(deep.resolve("l"), top.resolve("my data"));

        assertThatThrownBy(() -> access.checkLinks(data)).isInstanceOf(AccessError.class);
    }

    @Test
    void refusesNothingWhereAllIsAllowed() {
        FileAccess.all().checkRead(Path.of("/etc/passwd"));
        FileAccess.all().checkWrite(Path.of("/etc/passwd"));
    }
}
