package hep.winnow.app.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server does with a macro as a whole. */
class MacroEditingTest {
    private static final String MACRO = """
            winnow 1
            param cut_at = 1
            read s from "s.csv" role=data
            define bins = x + y                  # a name that an option has too
            region tail {
              cut "above {cut_at}" : bins > cut_at
            }
            hist in tail : bins bins=10 range=0..4
            cutflow tail
            """;

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("s.csv"), "x,y\n1,2\n");
        desk = new Desk(folder.resolve("m.wn"), Optional.empty());
        assertThat(desk.open(MACRO)).isEmpty();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private String renamed(int line, int character, String wanted) throws Exception {
        WorkspaceEdit edit = desk.service()
                .rename(new RenameParams(desk.macro(), new Position(line, character), wanted))
                .get();
        return with(edit);
    }

    private String with(WorkspaceEdit edit) {
        return desk.with(
                Objects.requireNonNull(edit.getChanges().get(desk.macro().getUri())));
    }

    @Test
    void renamesWhatIsMeantAndNothingElse() throws Exception {
        assertThat(renamed(3, 8, "sum_xy"))
                .isEqualTo(MACRO.replace("define bins", "define sum_xy").replace(": bins", ": sum_xy"));
        assertThat(renamed(5, 34, "least")).isEqualTo(MACRO.replace("cut_at", "least"));
        assertThat(renamed(8, 9, "far")).isEqualTo(MACRO.replace("tail", "far"));
    }

    @Test
    void refusesNamesThatAreTakenOrNone() {
        assertThatThrownBy(() -> renamed(3, 8, "x")).hasMessageContaining("'x' is the name of something else");
        assertThatThrownBy(() -> renamed(3, 8, "2x")).hasMessageContaining("'2x' is no name");
        assertThatThrownBy(() -> renamed(3, 8, "from")).hasMessageContaining("'from' is no name");
        assertThatThrownBy(() -> renamed(3, 14, "u")).hasMessageContaining("only a name that this macro declares");
        assertThatThrownBy(() -> renamed(7, 22, "u")).hasMessageContaining("only a name that this macro declares");
    }

    @Test
    void refusesToRenameOneOfTwo() throws Exception {
        desk.type("for v in [1, 2] { print \"{v}\" }\nfor v in [3] { print \"{v}\" }\n");
        assertThat(desk.diagnostics()).isEmpty();

        assertThatThrownBy(() -> renamed(0, 4, "u")).hasMessageContaining("declared in the lines 1 and 2");
    }

    @Test
    void findsAllPlacesOfAColumn() throws Exception {
        ReferenceParams x = new ReferenceParams(desk.macro(), new Position(3, 14), new ReferenceContext(true));

        assertThat(desk.service().references(x).get())
                .extracting(l -> l.getRange().getStart())
                .containsExactly(new Position(3, 14));
        assertThat(desk.service()
                        .documentHighlight(new DocumentHighlightParams(desk.macro(), new Position(7, 16)))
                        .get())
                .extracting(h -> h.getRange().getStart())
                .containsExactly(new Position(3, 7), new Position(5, 25), new Position(7, 15));
    }

    @Test
    void listsWhatAMacroDeclares() throws Exception {
        List<DocumentSymbol> symbols =
                desk.service().documentSymbol(new DocumentSymbolParams(desk.macro())).get().stream()
                        .map(s -> s.getRight())
                        .toList();

        assertThat(symbols).extracting(DocumentSymbol::getName).containsExactly("cut_at", "s", "bins", "tail");
        assertThat(symbols.get(3).getChildren())
                .extracting(DocumentSymbol::getName)
                .containsExactly("above {cut_at}");
        assertThat(symbols.get(3).getRange()).isEqualTo(new Range(new Position(4, 0), new Position(6, 1)));
    }

    @Test
    void formatsAsFmtDoes() throws Exception {
        desk.type("region  r {\n cut \"a\" : x >( 1 )\n\n\n}\r\nhist in r : x   bins=3");

        assertThat(desk.with(format())).isEqualTo("region  r {\n  cut \"a\" : x >(1)\n\n}\nhist in r : x   bins=3\n");
    }

    @Test
    void formatsSomeLines() throws Exception {
        desk.type("define a = [1,2]\n\n\ndefine b = [1,2]\ndefine c = [1,2]\n");

        Range second = new Range(new Position(3, 2), new Position(4, 0));
        assertThat(desk.with(desk.service()
                        .rangeFormatting(
                                new DocumentRangeFormattingParams(desk.macro(), new FormattingOptions(2, true), second))
                        .get()))
                .isEqualTo("define a = [1,2]\n\n\ndefine b = [1, 2]\ndefine c = [1,2]\n");
    }

    @Test
    void leavesATextWithMistakesAsItIs() throws Exception {
        desk.type("define a = [1,2\n  hist");

        assertThat(format()).isEmpty();
    }

    private List<? extends TextEdit> format() throws Exception {
        return desk.service()
                .formatting(new DocumentFormattingParams(desk.macro(), new FormattingOptions(2, true)))
                .get();
    }

    @Test
    void mendsAWordThatWasMeantOtherwise() throws Exception {
        desk.type(MACRO.replace("in tail", "in tial"));
        List<Diagnostic> shown = desk.diagnostics();

        CodeAction fix = desk.service()
                .codeAction(new CodeActionParams(desk.macro(), shown.get(0).getRange(), new CodeActionContext(shown)))
                .get()
                .get(0)
                .getRight();

        assertThat(fix.getTitle()).isEqualTo("Write 'tail'");
        assertThat(with(fix.getEdit())).isEqualTo(MACRO);
    }

    @Test
    void colours() throws Exception {
        desk.type("toy m = moons # a\nlet k = 2\n");

        List<Integer> data = desk.service()
                .semanticTokensFull(new SemanticTokensParams(desk.macro()))
                .get()
                .getData();

        List<String> types = Tokens.LEGEND.getTokenTypes();
        assertThat(data.subList(0, 10))
                .containsExactly(0, 0, 3, types.indexOf("macro"), 0, 0, 4, 1, types.indexOf("variable"), 1);
        assertThat(data).hasSizeGreaterThan(35);
        assertThat(data.subList(25, 30)).containsExactly(1, 0, 3, types.indexOf("keyword"), 0);
    }
}
