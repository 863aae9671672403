package hep.winnow.aida;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.aida.write.AidaWriterFormat;
import hep.winnow.testing.RandomTable;
import hep.winnow.testing.RoundTrips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back equal. */
class RoundTripTest {
    private static final RoundTrips TRIPS = new RoundTrips(
            new AidaWriterFormat(),
            file -> AidaTable.find(file, Optional.empty()).open(file),
            false,
            RandomTable.TEXTS.stream().filter(t -> t.indexOf('\0') < 0).toList());

    @TempDir
    private Path folder;

    @Test
    void givesRandomTablesBack() throws IOException {
        TRIPS.check(folder, 0, RoundTrips.FEW);
        assertThat(folder.resolve("t.aida")).exists();
    }

    @Tag("slow")
    @Test
    void givesManyRandomTablesBack() throws IOException {
        TRIPS.check(folder, RoundTrips.FEW, RoundTrips.MANY);
        assertThat(folder.resolve("t.aida")).exists();
    }
}
