package hep.winnow.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Job FIRST = Job.of(List.of(Path.of("a.csv")), 1).get(0);
    private static final Job SECOND = Job.of(List.of(Path.of("b.csv")), 1).get(0);

    @TempDir
    private Path folder;

    @Test
    void remembersTheLastEntryOfEachJob() {
        write(FIRST, "begun");
        write(SECOND, "begun");
        write(FIRST, "done");

        assertThat(state(FIRST)).isEqualTo("done");
        assertThat(state(SECOND)).isEqualTo("begun");
    }

    @Test
    void passesOverALineThatIsTornAnywhere() throws IOException {
        write(FIRST, "begun");
        Path file = folder.resolve(Journal.NAME);
        long whole = Files.size(file);
        write(FIRST, "done");
        byte[] all = Files.readAllBytes(file);

        for (int size = (int) whole; size < all.length; size++) {
            Files.write(file, java.util.Arrays.copyOf(all, size));
            boolean isWhole = size == all.length - 1;
            assertThat(state(FIRST)).as("%d of %d bytes", size, all.length).isEqualTo(isWhole ? "done" : "begun");
            write(SECOND, "done");
            assertThat(state(SECOND)).isEqualTo("done");
        }
    }

    @Test
    void passesOverALineWithABitTurned() throws IOException {
        write(FIRST, "begun");
        write(FIRST, "done");
        Path file = folder.resolve(Journal.NAME);
        Files.writeString(file, Files.readString(file).replace("\"done\"", "\"gone\""));

        assertThat(state(FIRST)).isEqualTo("begun");
    }

    @Test
    void addsAndNeverChangesWhatStands() throws IOException {
        write(FIRST, "begun");
        String before = Files.readString(folder.resolve(Journal.NAME));
        Files.writeString(folder.resolve(Journal.NAME), "torn", StandardOpenOption.APPEND);
        write(FIRST, "done");

        assertThat(Files.readString(folder.resolve(Journal.NAME))).startsWith(before + "torn\n");
    }

    private void write(Job job, String state) {
        try (Journal journal = Journal.open(folder)) {
            journal.add(Lines.of("job", job.key(), "state", state, "error", "Größe"));
        }
    }

    private String state(Job job) {
        try (Journal journal = Journal.open(folder)) {
            return journal.last(job).map(e -> Lines.text(e, "state")).orElse("");
        }
    }
}
