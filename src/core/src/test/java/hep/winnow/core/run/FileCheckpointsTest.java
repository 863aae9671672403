package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.access.FileAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckpointsTest {
    @TempDir
    Path folder;

    @Test
    void aRunThatResumesFindsWhatWasKeptLast() {
        FileCheckpoints first = new FileCheckpoints(folder.resolve("nn"), false, FileAccess.all());
        first.save("training", new byte[] {1, 2});
        first.save("training", new byte[] {3});

        FileCheckpoints second = new FileCheckpoints(folder.resolve("nn"), true, FileAccess.all());
        assertThat(second.load("training"))
                .hasValueSatisfying(b -> assertThat(b).containsExactly(3));
        assertThat(second.load("other")).isEmpty();
        assertThat(Files.exists(Path.of(second.place("training")))).isTrue();
    }

    @Test
    void aRunThatBeginsAnewFindsNothing() {
        FileCheckpoints first = new FileCheckpoints(folder.resolve("nn"), false, FileAccess.all());
        first.save("training", new byte[] {1});

        assertThat(first.load("training")).isEmpty();
    }
}
