package hep.winnow.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import hep.winnow.app.Console.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void tellsOfEachTableOfAnyFormat() throws IOException {
        Outcome outcome = columns("MARKS");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .startsWith("table whole\n")
                .containsPattern("x +double +1 +0.5 +1.250 +2 +0.5, nan, -inf, …")
                .containsPattern("jets +float\\[] +1 +10.5 +20.17 +30 +\\[10.5, 20.0], \\[], \\[30.0], …")
                .contains("4611686018427387904", "4 events, 5 columns in ", "table torn\n", "4 events, 1 column in ")
                .contains("'odd' (map<int,int>) cannot be read: maps are no columns")
                .contains("'torn' (int) cannot be read: it is torn at byte 5");
    }

    @Test
    void printsJsonWithAllValuesOfLists() throws IOException {
        Outcome outcome = columns("MARKS", "--json", "--stats", "--table", "whole");

        assertThat(outcome.status()).isZero();
        assertThat(flat(outcome.out()))
                .contains("\"kind\": \"marks\"", "\"name\": \"whole\"", "\"entries\": 4")
                .contains(
                        "{ \"name\": \"x\", \"type\": \"double\", \"count\": 4, \"sum\": 2.5, \"min\": 0.5, \"max\": 2.0,"
                                + " \"nonfinite\": 2, \"first\": [ 0.5, \"nan\", \"-inf\" ], \"error\": null }")
                .contains("\"min\": -7,", "\"max\": 4611686018427387904,", "\"first\": [ true, false, true ]")
                .contains("\"first\": [ \"a\", \"\", \"b\" ]", "\"error\": \"maps are no columns\"")
                .contains("\"type\": \"float[]\", \"count\": 4, \"sum\": 60.5,");
    }

    @Test
    void printsJsonOfColumnsThatCannotBeRead() throws IOException {
        Outcome outcome = columns("MARKS", "--json", "--stats");

        assertThat(outcome.status()).isZero();
        assertThat(flat(outcome.out()))
                .contains("\"name\": \"whole\"", "\"name\": \"torn\"")
                .contains("\"first\": [], \"error\": \"it is torn at byte 5\"");
    }

    @Test
    void printsJsonOfATableThatCannotBeOpened() throws IOException {
        for (List<String> stats : List.of(List.of("--json"), List.of("--json", "--stats"))) {
            Outcome outcome = columns("MARKSCLOSED", stats.toArray(new String[0]));

            assertThat(outcome.status()).isZero();
            assertThat(outcome.err()).isEmpty();
            assertThat(flat(outcome.out()))
                    .contains("\"name\": \"whole\"", "\"name\": \"torn\"", "\"error\": null }, { \"name\": \"torn\"")
                    .endsWith("{ \"name\": \"closed\", \"entries\": null, \"columns\": [],"
                            + " \"error\": \"nobody opens it\" } ] }");
        }
        assertThat(columns("MARKSCLOSED").err())
                .contains("warning:", "the table closed cannot be read: nobody opens it");
    }

    @Test
    void printsOnlyWhatHeadersTellWithoutStats() throws IOException {
        assertThat(flat(columns("x,s\n1,a\n", "--json").out()))
                .endsWith(
                        "/a.csv\", \"kind\": \"csv\", \"tables\": [ { \"name\": \"\", \"entries\": null, \"columns\": ["
                                + " { \"name\": \"x\", \"type\": \"long\", \"error\": null },"
                                + " { \"name\": \"s\", \"type\": \"string\", \"error\": null } ], \"error\": null } ] }");
    }

    @Test
    void refusesWhatTheFormatDoesNotKnow() throws IOException {
        assertThat(columns("x\n1\n", "--table", "t").status()).isEqualTo(1);
        Outcome outcome = columns("x\n1\n", "--format", "cvs");
        assertThat(outcome.err()).contains("there is no format 'cvs'", "did you mean 'csv'?");
    }

    /** Returns a text with each run of blanks and line ends as one blank. */
    private static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ");
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
