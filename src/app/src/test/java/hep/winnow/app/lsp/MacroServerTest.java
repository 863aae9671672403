package hep.winnow.app.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaks with the server as an editor does, while a macro is typed. */
class MacroServerTest {
    private static final String MACRO = "read s from \"s.csv\" role=data\ndefine z = 2*x\nhist in s : z\n";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("s.csv"), "x,y\n1,2\n");
        Path pages = Files.createDirectories(folder.resolve("home/src/docs")).resolve("errors.md");
        Files.writeString(pages, "## E104\n");
        desk = new Desk(folder.resolve("m.wn"), Optional.of(folder.resolve("home")));
        assertThat(desk.open(MACRO)).isEmpty();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private List<String> labels(int line, int character) throws Exception {
        return desk.completions(line, character).stream()
                .map(CompletionItem::getLabel)
                .toList();
    }

    @Test
    void tellsMistakesAsOneTypes() throws Exception {
        desk.type(MACRO + "hist in s : zz bins=0\n");

        List<Diagnostic> found = desk.diagnostics();
        assertThat(found).extracting(d -> d.getCode().getLeft()).containsExactly("E104", "E203");
        assertThat(found.get(0).getRange().getStart()).isEqualTo(new Position(3, 12));
        assertThat(found.get(0).getRange().getEnd()).isEqualTo(new Position(3, 14));
        assertThat(found.get(0).getMessage()).contains("unknown column 'zz'");

        desk.type(MACRO);
        assertThat(desk.diagnostics()).isEmpty();
    }

    @Test
    void leadsFromAMistakeToItsPage() throws Exception {
        desk.type(MACRO + "hist in s : zz\n");

        String page = desk.diagnostics().get(0).getCodeDescription().getHref();

        assertThat(page).startsWith("file:///").endsWith("/home/src/docs/errors.md#e104");
    }

    @Test
    void tellsOfMistakesInWhatIsIncludedWhereItIs() throws Exception {
        Files.writeString(folder.resolve("more.wn"), "hist in s : zz\n");
        desk.type(MACRO + "include \"more.wn\"\n");

        Diagnostic found = desk.diagnostics().get(0);

        assertThat(found.getMessage()).startsWith("in ").contains("more.wn: unknown column 'zz'");
        assertThat(found.getRange().getStart()).isEqualTo(new Position(3, 8));
    }

    @Test
    void completesVerbsOptionsAndNames() throws Exception {
        assertThat(labels(3, 0)).contains("hist", "read", "cutflow", "param").doesNotHaveDuplicates();

        desk.type(MACRO + "hist in s : x ");
        assertThat(labels(3, 14)).contains("bins=", "range=").doesNotContain("read");
        desk.type(MACRO + "hist in s : ");
        assertThat(labels(3, 12)).contains("x", "y", "z", "sqrt(").doesNotContain("read");
        desk.type(MACRO + "hist in ");
        assertThat(labels(3, 8)).contains("s");
        desk.type(MACRO + "read t from \"");
        assertThat(labels(3, 13)).contains("s.csv");
    }

    @Test
    void tellsOfACompletionWhatItIsAndWhereItGoes() throws Exception {
        desk.type(MACRO + "hist in s : x bin");

        CompletionItem bins = desk.completions(3, 17).get(0);
        assertThat(bins.getLabel()).isEqualTo("bins=");
        assertThat(bins.getDetail()).contains("default 50");
        assertThat(bins.getDocumentation().getLeft()).contains("number of bins");
        assertThat(bins.getTextEdit().getLeft().getRange().getStart()).isEqualTo(new Position(3, 14));

        desk.type(MACRO + "hist in s : x");
        assertThat(desk.completions(3, 13).get(0).getDetail()).isEqualTo("long");
    }

    @Test
    void explainsVerbsOptionsAndColumns() throws Exception {
        desk.type(MACRO + "hist in s : x bins=10\n");

        assertThat(desk.hover(3, 1)).startsWith("```winnow\nhist ").contains("Fills");
        assertThat(desk.hover(3, 16))
                .startsWith("```winnow\nbins=N\n```\nnumber of bins")
                .contains("default 50");
        assertThat(desk.hover(3, 12)).isEqualTo("```winnow\ncolumn x: long\n```\nof s");
        assertThat(desk.hover(1, 7)).isEqualTo("```winnow\ndefine z\n```\n2*x");
    }

    @Test
    void showsHowACallIsWritten() throws Exception {
        desk.type(MACRO + "define d = delta_phi(x, ");

        SignatureHelp help = desk.service()
                .signatureHelp(new SignatureHelpParams(desk.macro(), new Position(3, 24)))
                .get();

        String label = help.getSignatures().get(0).getLabel();
        var second =
                help.getSignatures().get(0).getParameters().get(1).getLabel().getRight();
        assertThat(label).startsWith("delta_phi(");
        assertThat(help.getActiveParameter()).isEqualTo(1);
        assertThat(label.substring(0, second.getFirst())).endsWith(", ");
        assertThat(label.charAt(second.getSecond())).isEqualTo(')');
    }

    @Test
    void showsHowAStatementIsWritten() throws Exception {
        desk.type(MACRO + "hist ");

        SignatureHelp help = desk.service()
                .signatureHelp(new SignatureHelpParams(desk.macro(), new Position(3, 5)))
                .get();

        assertThat(help.getSignatures().get(0).getLabel()).startsWith("hist ");
    }

    @Test
    void findsWhereANameIsDeclared() throws Exception {
        assertThat(definition(2, 8).get(0).getRange().getStart()).isEqualTo(new Position(0, 5));
        assertThat(definition(2, 8).get(0).getUri()).isEqualTo(desk.macro().getUri());
        assertThat(definition(0, 22)).isEmpty();
    }

    @Test
    void goesToFilesThatAreIncluded() throws Exception {
        Path more = folder.resolve("more.wn");
        Files.writeString(more, "# first\ndefine w = x + y\n");
        desk.type(MACRO + "include \"more.wn\"\nhist in s : w\n");
        assertThat(desk.diagnostics()).isEmpty();

        assertThat(definition(4, 12).get(0).getUri()).isEqualTo(more.toUri().toString());
        assertThat(definition(4, 12).get(0).getRange().getStart()).isEqualTo(new Position(1, 7));
        assertThat(definition(3, 10).get(0).getUri()).isEqualTo(more.toUri().toString());
    }

    private List<? extends Location> definition(int line, int character) throws Exception {
        return desk.service()
                .definition(new DefinitionParams(desk.macro(), new Position(line, character)))
                .get()
                .getLeft();
    }
}
