package hep.winnow.app.doc;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodePagesTest {
    @Test
    void tellsOfEachCodeOfTheProgramAndOfNoOther() {
        assertThat(CodePages.read().all())
                .extracting(CodePages.CodePage::code)
                .containsExactlyInAnyOrderElementsOf(CodePages.meanings().keySet());
    }

    @Test
    void hasATextForEach() {
        assertThat(CodePages.read().all()).allSatisfy(page -> {
            assertThat(page.text()).as(page.code()).endsWith(".").hasSizeGreaterThan(30);
            assertThat(page.meaning()).as(page.code()).isNotEmpty();
        });
    }

    @Test
    void showsAPageWithWhatIsWrongAndRight() {
        assertThat(Console.run("doc", "e104").out())
                .startsWith("error E104: a name that is no column, define, model or param\n")
                .contains("Wrong\n  cut \"lepton pt\" : l1_ptt > 22\n", "Right\n");
        assertThat(Console.run("doc", "W126").out()).startsWith("warning W126");
    }

    @Test
    void knowsWhichThereAreNot() {
        assertThat(Console.run("doc", "E999").err()).contains("there is no error or warning 'E999'");
    }

    @Test
    void standsInTheDocsAsItIs() throws IOException {
        Path docs =
                Path.of(Optional.ofNullable(System.getProperty("winnow.root")).orElseThrow(), "src/docs/errors.md");

        assertThat(Console.run("doc", "--codes").out()).isEqualTo(Files.readString(docs));
    }
}
