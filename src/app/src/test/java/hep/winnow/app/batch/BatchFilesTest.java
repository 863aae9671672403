package hep.winnow.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of("b.csv", "a.csv", "c.csv")) {
            Files.writeString(folder.resolve(name), "x\n1\n");
        }
    }

    @Test
    void takesPathsInTheirOrderAndGlobsSorted() {
        assertThat(BatchFiles.of(List.of(path("c.csv"), path("a.csv")))).containsExactly(at("c.csv"), at("a.csv"));
        assertThat(BatchFiles.of(List.of(path("*.csv")))).containsExactly(at("a.csv"), at("b.csv"), at("c.csv"));
    }

    @Test
    void takesAListWithCommentsAndBlankLines() throws IOException {
        list("# mine\n\n  " + path("b.csv") + "  \n" + path("[ac].csv") + "\n");

        assertThat(BatchFiles.of(List.of(path("files.txt")))).containsExactly(at("b.csv"), at("a.csv"), at("c.csv"));
    }

    @Test
    void namesTheLineOfAFileThatIsNotThere() throws IOException {
        list(path("b.csv") + "\n" + path("d.csv") + "\n");

        assertThatThrownBy(() -> BatchFiles.of(List.of(path("files.txt"))))
                .hasMessageContaining("files.txt:2: there is no file")
                .hasMessageContaining("d.csv");
    }

    @Test
    void refusesAFileNamedTwice() {
        assertThatThrownBy(() -> BatchFiles.of(List.of(path("b.csv"), path("./b.csv"))))
                .hasMessageContaining("is named twice");
    }

    @Test
    void refusesAListOfNothing() throws IOException {
        list("# none yet\n");

        assertThatThrownBy(() -> BatchFiles.of(List.of(path("files.txt")))).hasMessageContaining("names no file");
    }

    private void list(String text) throws IOException {
        Files.writeString(folder.resolve("files.txt"), text);
    }

    private String path(String name) {
        return folder + "/" + name;
    }

    private Path at(String name) {
        return folder.resolve(name);
    }
}
