package hep.winnow.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import hep.winnow.app.Console.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void tellsTypesRangesAndMissingValues() throws IOException {
        Outcome outcome = columns("run,x,kind\n1,0.5,s\n2,,b\n3,-1.5,s\n4,2.5,b\n");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .startsWith("""
                column  type    missing   min    mean  max  first values
                ------  ------  -------  ----  ------  ---  ----------------
                run     long                1   2.500    4  1, 2, 3, …
                x       double        1  -1.5  0.5000  2.5  0.5, nan, -1.5, …
                kind    string                              {b, s}
                """.replace("----------------\n", "-----------------\n"))
                .contains("4 events, 3 columns in ");
    }

    @Test
    void pointsAtValuesThatSeemToMeanMissing() throws IOException {
        Outcome outcome = columns("x,y\n1,-999\n2,3\n3,-999\n4,1\n");

        assertThat(outcome.out())
                .contains("note: -999 stands for \"missing\"", "50.0% of events", "missing [y] sentinel=-999")
                .doesNotContain("[x");
    }

    @Test
    void readsAFileWithoutAHeader() throws IOException {
        Outcome outcome = columns("1;2\n3;4\n", "--header", "no", "--columns", "a,b");

        assertThat(outcome.out()).contains("\na  ", "\nb  ", "2 events, 2 columns");
    }

    @Test
    void countsRowsThatCannotBeRead() throws IOException {
        Outcome outcome = columns("x,y\n1,2\n3\n4,5\n6,7,8\n");

        assertThat(outcome.out()).contains("2 events, ", "2 rows cannot be read", "a.csv:3: ", "a.csv:5: ");
    }

    @Test
    void complainsOfAFileThatIsNotThere() {
        Outcome outcome = Console.run("columns", folder.resolve("none.csv").toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("error: ").contains("none.csv");
    }

    private Outcome columns(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), text);
        String[] arguments = new String[2 + more.length];
        arguments[0] = "columns";
        arguments[1] = file.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Console.run(arguments);
    }
}
