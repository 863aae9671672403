package hep.winnow.core.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.Winnow;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetTest {
    @TempDir
    Path folder;

    @Test
    void namesColumnsThatStandInALetByTheirOwnNames() throws IOException {
        assertThat(shown("let some = [a, b]\nshow s columns=some")).contains("a b weight");
    }

    @Test
    void spellsAFormulaThatStandsInALet() throws IOException {
        assertThat(shown("let some = [a + b, a*b]\nshow s columns=some")).contains("a + b a*b weight");
    }

    private String shown(String statements) throws IOException {
        Files.writeString(folder.resolve("s.csv"), "a,b\n1,2\n3,4\n");
        Winnow winnow = new Winnow(List.of());
        Winnow.Checked checked =
                winnow.check("m.wn", "read s from \"s.csv\" role=data\n" + statements + "\n", folder, Map.of());
        assertThat(checked.diagnostics()).isEmpty();
        StringBuilder text = new StringBuilder();
        winnow.run(
                checked.program().orElseThrow(), new RunOptions(folder.resolve("out"), 1, "test"), new RunListener() {
                    @Override
                    public void text(int line, String more) {
                        text.append(more);
                    }
                });
        return text.toString().replaceAll(" +", " ");
    }
}
