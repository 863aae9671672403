package hep.winnow.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesTheFile() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFiles.writeText(file, "old");
        AtomicFiles.writeText(file, "new é");
        assertThat(file).hasContent("new é");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void makesFoldersAndKeepsTheEnding() {
        Path file = folder.resolve("a/b/c.svg");
        AtomicFiles.write(file, path -> {
            assertThat(path).doesNotExist();
            assertThat(path.getParent()).isEqualTo(file.getParent());
            assertThat(path.toString()).endsWith("-c.svg");
            Files.writeString(path, "x");
        });
        assertThat(file).hasContent("x");
    }

    @Test
    void writesIntoALinkedFolder() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        AtomicFiles.writeText(link.resolve("a.txt"), "x");
        assertThat(real.resolve("a.txt")).hasContent("x");
    }

    @Test
    void leavesTheOldFileWhenTheBodyFails() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFiles.writeText(file, "old");
        assertThatThrownBy(() -> AtomicFiles.write(file, path -> {
                    Files.writeString(path, "half");
                    throw new IOException("no space left");
                }))
                .isInstanceOf(UserError.class)
                .hasMessage("cannot write '" + file + "': no space left");
        assertThatThrownBy(() -> AtomicFiles.write(file, path -> {
                    Files.writeString(path, "half");
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void refusesFoldersAndMissingContent() throws IOException {
        assertThatThrownBy(() -> AtomicFiles.writeText(folder, "x")).hasMessageContaining("it is no regular file");
        assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("b"), path -> {}))
                .hasMessageEndingWith("b': nothing was written");
        AtomicFiles.writeText(folder.resolve("file"), "x");
        assertThatThrownBy(() -> AtomicFiles.writeText(folder.resolve("file/b"), "x"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a file stands where its folder should be");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void deletesWhatAKilledProcessLeftLongAgo() throws IOException {
        String gone = ".tmp-999999999999999999-01234567-a.txt";
        String own = ".tmp-" + ProcessHandle.current().pid() + "-01234567-a.txt";
        List<String> kept = List.of(".tmp-999999999999999999-01234567-b-a.txt", own, ".tmp-x-a.txt");
        for (String name : kept) {
            age(name, 2);
        }
        age(gone, 2);
        age(gone + ".0", 2);
        age(".tmp-999999999999999999-89abcdef-a.txt", 0);

        AtomicFiles.writeText(folder.resolve("a.txt"), "x");

        assertThat(names())
                .containsExactlyInAnyOrder(
                        kept.get(0), own, kept.get(2), ".tmp-999999999999999999-89abcdef-a.txt", "a.txt");
    }

    private void age(String name, int hours) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "half");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(hours))));
    }
}
