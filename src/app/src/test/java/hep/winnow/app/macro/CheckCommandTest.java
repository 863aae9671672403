package hep.winnow.app.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import hep.winnow.app.Console.Outcome;
import hep.winnow.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void praisesAMacroWithoutErrors() throws IOException {
        Outcome outcome = check("read a from \"a.csv\"\nweigh a\nprint 1\n");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).endsWith("m.wn: no errors (1 sample, 2 statements to carry out)\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void reportsAllMistakesAtOnce() throws IOException {
        Outcome outcome = check("read a from \"a.csv\"\nweigh a tiems=3\nweigh b\nhist in a : z\n");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("m.wn:2:9", "m.wn:3:7", "m.wn:4:13", "did you mean 'times'?")
                .endsWith("m.wn: 3 errors\n");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void tellsDataAtFaultFromAMistake() throws IOException {
        assertThat(check("read a from \"none.csv\"\n").status()).isEqualTo(2);
        assertThat(check("read a from \"none.csv\"\nwiegh a\n").status()).isEqualTo(1);
    }

    @Test
    void explainsThePassesOfAMacro() throws IOException {
        String macro = "read a from \"a.csv\"\nread b from \"a.csv\"\ncutflow a\nhist in a : x\nweigh a\n";
        check(macro);

        Outcome outcome = Console.run("explain", folder.resolve("m.wn").toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .startsWith("pass 1 of 1, over the files\n")
                .contains(
                        "a  " + folder.resolve("a.csv"),
                        "reads 1 of 2 columns: x",
                        "not read: no statement looks at it")
                .contains("these share it", "   3  cutflow a\n", "   4  hist in a : x\n", "then, one after the other");
    }

    @Test
    void explainsAMacroToPrograms() throws IOException {
        check("read a from \"a.csv\"\ndef flow(of: events) { cutflow of\nweigh of }\nflow a\nhist in a : x\n");

        Outcome outcome = Console.run("explain", folder.resolve("m.wn").toString(), "--json", "--memory", "1MB");

        Map<?, ?> json = (Map<?, ?>) Json.parse(outcome.out());
        Map<?, ?> pass = (Map<?, ?>) ((List<?>) Objects.requireNonNull(json.get("passes"))).get(0);
        assertThat(String.valueOf(pass.get("share")))
                .contains("statement=cutflow a,", "statement=hist in a : x,")
                .doesNotContain("weigh");
        Map<?, ?> weigh = (Map<?, ?>) ((List<?>) Objects.requireNonNull(pass.get("then"))).get(0);
        assertThat(String.valueOf(weigh.get("through"))).contains("verb=flow").contains("line=3");
        Map<?, ?> sample = (Map<?, ?>) ((List<?>) Objects.requireNonNull(json.get("samples"))).get(0);
        assertThat(sample.get("read")).hasToString("[x]");
        assertThat(sample.get("columns")).hasToString("2");
        assertThat(((Map<?, ?>) Objects.requireNonNull(json.get("memory"))).get("limit"))
                .hasToString("1000000");
    }

    private Outcome check(String text) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,4\n");
        Path macro = Files.writeString(folder.resolve("m.wn"), text);
        return Console.run("check", macro.toString());
    }
}
