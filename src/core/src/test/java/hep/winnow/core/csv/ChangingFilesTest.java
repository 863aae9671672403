package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they were a moment ago, or not what the one before them was. */
class ChangingFilesTest {
    private static final int ROWS = 60_000;

    @TempDir
    Path folder;

    private static String table() {
        StringBuilder text = new StringBuilder("n,x\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i).append(",12.25\n");
        }
        return text.toString();
    }

    private static void truncate(Path file, long size) {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneThatShrankSinceItsHeaderWasReadIsRefused() {
        for (boolean isGzip : new boolean[] {false, true}) {
            Path file = isGzip
                    ? Tables.write(folder, "a.csv.gz", Tables.gzip(table()))
                    : Tables.write(folder, "a.csv", table());
            CsvSource source = CsvSource.open(List.of(file), CsvOptions.DEFAULT);
            long before = file.toFile().length();
            truncate(file, before / 2);
            Tables.Read read = Tables.read(source, 2);
            assertThat(read.rows()).isZero();
            assertThat(read.error())
                    .endsWith("reading ended behind line 1: the file shrank while it was read, from " + before + " to "
                            + before / 2 + " bytes: another program writes to it");
        }
    }

    @Test
    void oneThatShrinksWhileItIsReadLosesNoRowUntold() {
        Path file = Tables.write(folder, "a.csv", table());
        CsvSource source = CsvSource.open(List.of(file), CsvOptions.DEFAULT);
        long before = file.toFile().length();
        long after = before - 100_003;
        // Behind the first block, before the last chunk is read.
        Tables.Read read = Tables.read(source, List.of("n", "x"), 1 << 12, 1, () -> truncate(file, after));
        assertThat(read.error()).contains("the file shrank while it was read, from " + before + " to " + after);
        List<Double> numbers = read.numbers("n");
        assertThat(numbers).hasSizeGreaterThan(1000).hasSizeLessThan(ROWS);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo((double) i);
        }
        assertThat(read.numbers("x")).containsOnly(12.25);
    }

    @Test
    void oneThatGrowsWhileItIsReadIsRefused() {
        Path file = Tables.write(folder, "a.csv", table());
        CsvSource source = CsvSource.open(List.of(file), CsvOptions.DEFAULT);
        Tables.Read read = Tables.read(source, List.of("n"), 1 << 12, 1, () -> {
            try {
                Files.writeString(file, "60000,12", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(read.error()).contains("the file grew while it was read");
    }

    @Test
    void oneThatIsGoneIsTold() throws IOException {
        Path a = Tables.write(folder, "a.csv", "x\n1\n");
        Path b = Tables.write(folder, "b.csv", "x\n2\n");
        CsvSource source = CsvSource.open(List.of(a, b), CsvOptions.DEFAULT);
        Files.delete(b);
        assertThat(Tables.read(source, 2).error()).contains("b.csv: reading ended behind line 1: there is no file");
    }

    @Test
    @Timeout(20)
    void aPipeIsRefusedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        boolean isMade;
        try {
            isMade = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            isMade = false;
        }
        assumeThat(isMade).as("a system with pipes").isTrue();
        assertThatThrownBy(() -> CsvSource.open(List.of(pipe), CsvOptions.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is a pipe or a device, expected a file");
    }

    @Test
    void aColumnThatIsAnotherTypeInASecondFileIsTold() {
        StringBuilder late = new StringBuilder("n,x\n");
        for (int i = 0; i < 5000; i++) {
            late.append(i).append(i == 4000 ? ",high\n" : ",1.5\n");
        }
        Path a = Tables.write(folder, "a.csv", "n,x\n1,2.5\n");
        Path b = Tables.write(folder, "b.csv", "n,x\n7,medium\n");
        Path c = Tables.write(folder, "c.csv", late.toString());
        CsvSource seen = CsvSource.open(List.of(a, b), CsvOptions.DEFAULT);
        assertThat(seen.schema().get(1).type()).isEqualTo(ColumnType.STRING);
        assertThat(seen.firstText("x")).contains("'medium' (line 2 of " + b + ")");
        Tables.Read unseen = Tables.read(CsvSource.open(List.of(a, c), CsvOptions.DEFAULT), 2);
        assertThat(unseen.bad())
                .containsExactly(
                        "c.csv:4002: column 'x': found 'high', expected a number (as in the first rows; types=[x=string] reads it otherwise)");
        assertThat(unseen.rows()).isEqualTo(5000);
    }
}
