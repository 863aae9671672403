package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.App;
import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Help for all that our plugins bring. */
class ManualTest {
    @Test
    void referenceIsWhatTheSchemasSay() throws IOException {
        String committed = Files.readString(Checkout.ROOT.resolve("src/docs/reference.md"));

        assertThat(committed)
                .as("src/docs/reference.md is made: ./winnow doc --markdown >src/docs/reference.md")
                .isEqualTo(doc("--markdown"));
    }

    @Test
    void everythingHasAPage() {
        Map<?, ?> data = (Map<?, ?>) Json.parse(doc("--json"));

        List<String> names = new ArrayList<>();
        for (String list : List.of("statements", "verbs", "measures", "functions")) {
            for (Object entry : (List<?>) Objects.requireNonNull(data.get(list))) {
                names.add(String.valueOf(((Map<?, ?>) entry).get("name")));
            }
        }
        assertThat(names)
                .contains("train mlp", "train lda", "toy collider", "roc", "report", "auc", "delta_phi", "for")
                .allSatisfy(name -> assertThat(doc(name)).contains(name.split(" ", -1)[0], "("));
    }

    private static String doc(String what) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, Terminal.Looks.PLAIN);
        int status = new App(new Host(terminal, List.of(), "test")).run("doc", what);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isZero();
        return text;
    }
}
