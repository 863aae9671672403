package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.run.RunRecord;
import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludedStatementsTest {
    @TempDir
    Path folder;

    @Test
    void sayInWhichFileTheirLineIs() {
        Macros.Run run =
                new Macros(folder).lines("more.wn", "# a comment", "print 2").run("print 1\ninclude \"more.wn\"\n");

        List<RunRecord.Statement> statements = run.result().record().statements();
        assertThat(statements).extracting(RunRecord.Statement::line).containsExactly(1, 2);
        assertThat(statements.get(0).file()).isEqualTo(run.result().record().macro());
        assertThat(statements.get(1).file()).endsWith("more.wn");
        assertThat(run.facts("print").get(0).containsKey("file")).isFalse();
        assertThat((String) run.facts("print").get(1).get("file")).endsWith("more.wn");
    }
}
