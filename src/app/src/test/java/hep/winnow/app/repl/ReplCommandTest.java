package hep.winnow.app.repl;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import hep.winnow.app.Console.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions whose lines come from a pipe. They begin with a macro, which tells in which folder they work. */
class ReplCommandTest {
    @TempDir
    private Path folder;

    private Path macro = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        macro = folder.resolve("m.wn");
        Files.writeString(folder.resolve("a.csv"), "pt,eta,l1_pt\n10,2,1\n30,-1,2\n50,0.5,3\n");
        Files.writeString(macro, "read a from \"a.csv\" role=signal\n");
    }

    private Outcome type(String... lines) {
        List<String> arguments =
                List.of("repl", macro.toString(), "--out", folder.resolve("out").toString());
        return Console.type(String.join("\n", lines) + "\n", arguments.toArray(String[]::new));
    }

    @Test
    void carriesOutEachStatementOnWhatWasTypedBefore() {
        Outcome outcome = type("define p = 2*pt", "region sr { cut \"p\" : p > 50 }", "weigh sr", "2*3 + 1");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo("weighed 2 events\n7\n");
        assertThat(outcome.err()).startsWith("read a").hasLineCount(1);
    }

    @Test
    void takesNothingOfAStatementWithAMistake() {
        Outcome outcome =
                type("region sr { cut \"p\" : ptt > 50 }", "show regions", "region sr { cut \"p\" : pt > 50 }");

        assertThat(outcome.err()).contains("error[E104] unknown column 'ptt'", "did you mean 'pt'?", ":2:23");
        assertThat(outcome.err()).doesNotContain("E101");
        assertThat(outcome.out()).contains("there are no regions yet");
    }

    @Test
    void goesOnAfterAFailureOfAStatement() {
        Outcome outcome = type("crash a", "show macro", "weigh a");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).contains("a wheel came off");
        assertThat(outcome.out())
                .contains("   1  read a")
                .doesNotContain("   2")
                .endsWith("weighed 3 events\n");
    }

    @Test
    void readsLinesOnUntilBracketsAreClosed() {
        Outcome outcome =
                type("region sr {", "  cut \"pt\" : pt > 20", "  cut \"eta\" : (abs(eta)", "    < 1)", "}", "weigh sr");

        assertThat(outcome.out()).isEqualTo("weighed 1 events\n");
    }

    @Test
    void breaksItsHelpBetweenWords() {
        assertThat(type("help").out().lines())
                .allMatch(line -> line.length() <= 80)
                .contains(
                        "  help NAME           a verb, function, option or code: help train mlp, help",
                        " ".repeat(22) + "epochs, help E104");
    }

    @Test
    void takesBackTheLastStatement() {
        Outcome outcome = type("define p = pt", "undo", "define p = 2*pt", "show defines", "undo", "undo", "undo");

        assertThat(outcome.out()).contains("took back: define p = pt", "2*pt", "took back: read a");
        assertThat(outcome.err()).contains("there is nothing to take back");
    }

    @Test
    void recordsAMacroThatRuns() throws IOException {
        Outcome outcome =
                type("weigh a", "record on b.wn", "undo", "wiegh a", "region sr { cut \"x\" : pt > 20 }", "cutflow sr");

        assertThat(outcome.out()).contains("recording in " + folder.resolve("b.wn"));
        assertThat(Files.readString(folder.resolve("b.wn")))
                .isEqualTo("read a from \"a.csv\" role=signal\nregion sr { cut \"x\" : pt > 20 }\ncutflow sr\n");
        assertThat(Console.run(
                                "run",
                                folder.resolve("b.wn").toString(),
                                "--out",
                                folder.resolve("c").toString())
                        .status())
                .isZero();
    }

    @Test
    void recordsInTheStyleOfMacros() throws IOException {
        type("record on b.wn", "region r {\ncut \"x\" : pt > 20\n}");

        assertThat(Files.readString(folder.resolve("b.wn"))).contains("region r {\n  cut \"x\" : pt > 20\n}\n");
    }

    @Test
    void knowsCommandsWithASlip() {
        assertThat(type("hlep").err()).contains("unknown command 'hlep'", "did you mean 'help'?");
        assertThat(type("eta").err()).doesNotContain("command");
    }

    @Test
    void recordsInNoFileThatIsThereOrLiesElsewhere() {
        assertThat(type("record on m.wn").err()).contains("is there already");
        assertThat(type("record on sub/b.wn").err()).contains("lies in another folder");
        assertThat(type("record on b.txt").err()).contains("does not end in .wn");
        assertThat(type("record").err()).contains("record on analysis.wn");
    }

    @Test
    void showsColumnsByAPattern() {
        Outcome outcome = type("show columns *pt", "show columns x*", "show samples");

        assertThat(outcome.out())
                .contains("pt ", "l1_pt ", "2 columns", "signal, 3 columns, a.csv")
                .doesNotContain("eta");
        assertThat(outcome.err()).contains("no column is like 'x*'");
    }

    @Test
    void showsTheCutflowOfAllRegionsAndRecordsNoStatementForIt() {
        Outcome outcome = type(
                "region sr { cut \"x\" : pt > 20 }", "region cr { cut \"y\" : pt < 20 }", "show cutflow", "show macro");

        assertThat(outcome.out()).contains("cutflow of sr", "cutflow of cr").doesNotContain("4  ");
    }

    @Test
    void leavesTheVerbShowToTheLanguage() {
        assertThat(type("show a columns=[pt] rows=1").out()).contains("first events of a", "10");
    }

    @Test
    void helpsAndGuesses() {
        Outcome outcome = type("help", "help weigh", "help wiegh", "verbs");

        assertThat(outcome.out()).contains("record on FILE.wn", "Weighs events.", "'winnow doc NAME'");
        assertThat(outcome.err()).contains("did you mean 'weigh'?");
    }

    @Test
    void carriesOutTheMacroAnewWhenASettingChangesWhatItMeans() {
        Outcome outcome = type("weigh a", "set limit=2", "undo", "weigh a");

        assertThat(outcome.err()).contains("this changes the limit of events: the macro is carried out anew");
        assertThat(outcome.out())
                .contains("weighed 3 events\nweighed 2 events\n")
                .endsWith("weighed 3 events\n");
    }

    @Test
    void endsAtQuit() {
        assertThat(type("quit", "weigh a").out()).isEmpty();
    }

    @Test
    void keepsTheRecordOfAllStatements() throws IOException {
        type("weigh a", "weigh a times=3");

        assertThat(Files.readString(folder.resolve("out/run.json"))).contains("\"macro\"", "m.wn");
    }

    @Test
    void knowsItsOwnFirstLines() {
        List<String> lines = new ArrayList<>(Commands.FIRST_LINES);

        assertThat(lines).last().asString().startsWith("roc ");
    }

    @Test
    void takesVerbsThatAreDefinedOverSeveralLines() {
        Outcome outcome = type(
                "def heavy(name: name, above: number = 20 \"least pt\") \"Keeps hard ones.\" {",
                "  region name { cut \"pt\" : pt > above }",
                "  weigh name",
                "}",
                "heavy r",
                "heavy s above=40",
                "show regions",
                "help heavy",
                "undo",
                "weigh s",
                "show macro");

        assertThat(outcome.out())
                .startsWith("weighed 2 events\nweighed 1 events\n")
                .contains("heavy NAME OPTIONS\n\n  Keeps hard ones.\n  (verb, of this macro)", "least pt", "default 20")
                .contains("took back: heavy s above=40")
                .contains("   6  heavy r\n")
                .doesNotContain("   7  ");
        assertThat(outcome.err()).contains("error[E301]");
    }
}
