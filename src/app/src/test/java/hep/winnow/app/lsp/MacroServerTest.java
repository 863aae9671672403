package hep.winnow.app.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Terminal;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaks with the server as an editor does. */
class MacroServerTest {
    private static final String MACRO = "read s from \"s.csv\" role=data\ndefine z = 2*x\nhist in s : z\n";

    @TempDir
    Path folder;

    private final Editor editor = new Editor();
    private LanguageServer server = new MacroServer(session());
    private Thread thread = new Thread();
    private TextDocumentIdentifier macro = new TextDocumentIdentifier("");

    private static Session session() {
        PrintStream none = new PrintStream(java.io.OutputStream.nullOutputStream());
        return new Session(new Host(new Terminal(none, none, Terminal.Looks.PLAIN), List.of(), "1.2.3"));
    }

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("s.csv"), "x,y\n1,2\n");
        macro = new TextDocumentIdentifier(folder.resolve("m.wn").toUri().toString());
        PipedInputStream toServer = new PipedInputStream(1 << 16);
        PipedInputStream toEditor = new PipedInputStream(1 << 16);
        PipedOutputStream fromServer = new PipedOutputStream(toEditor);
        PipedOutputStream fromEditor = new PipedOutputStream(toServer);
        MacroServer served = new MacroServer(session());
        thread = new Thread(() -> {
            try {
                served.serve(toServer, fromServer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(editor, toEditor, fromEditor);
        var listening = launcher.startListening();
        assertThat(listening.isCancelled()).isFalse();
        server = launcher.getRemoteProxy();
        assertThat(server.initialize(new InitializeParams())
                        .get()
                        .getServerInfo()
                        .getName())
                .isEqualTo("Winnow");
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(macro.getUri(), "winnow", 1, MACRO)));
    }

    @AfterEach
    void close() throws Exception {
        Object answer = server.shutdown().get();
        assertThat(answer).isNotNull();
        server.exit();
        thread.join(5000);
        assertThat(thread.isAlive()).isFalse();
    }

    private void type(String text) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(macro.getUri(), 2),
                        List.of(new TextDocumentContentChangeEvent(text))));
    }

    private List<String> completions(int line, int character) throws Exception {
        return server
                .getTextDocumentService()
                .completion(new CompletionParams(macro, new Position(line, character)))
                .get()
                .getLeft()
                .stream()
                .map(CompletionItem::getLabel)
                .toList();
    }

    private String hover(int line, int character) throws Exception {
        return server.getTextDocumentService()
                .hover(new HoverParams(macro, new Position(line, character)))
                .get()
                .getContents()
                .getRight()
                .getValue();
    }

    @Test
    void tellsMistakesAsOneTypes() throws Exception {
        assertThat(editor.diagnostics()).isEmpty();

        type(MACRO + "hist in s : zz bins=0\n");

        List<Diagnostic> found = editor.diagnostics();
        assertThat(found).extracting(d -> d.getCode().getLeft()).containsExactly("E104", "E203");
        assertThat(found.get(0).getRange().getStart()).isEqualTo(new Position(3, 12));
        assertThat(found.get(0).getRange().getEnd()).isEqualTo(new Position(3, 14));
        assertThat(found.get(0).getMessage()).contains("unknown column 'zz'");

        type(MACRO);
        assertThat(editor.diagnostics()).isEmpty();
    }

    @Test
    void completesVerbsOptionsAndNames() throws Exception {
        assertThat(completions(3, 0))
                .contains("hist", "read", "cutflow", "param")
                .doesNotHaveDuplicates();

        assertThat(editor.diagnostics()).isEmpty();
        type(MACRO + "hist in s : ");
        assertThat(completions(3, 12))
                .contains("bins=", "range=", "x", "y", "z", "s", "sqrt")
                .doesNotContain("read");
    }

    @Test
    void explainsVerbsOptionsAndColumns() throws Exception {
        type(MACRO + "hist in s : x bins=10\n");

        assertThat(hover(3, 1)).startsWith("**hist**");
        assertThat(hover(3, 16)).startsWith("**bins=** number of bins").contains("default `50`");
        assertThat(hover(3, 12)).isEqualTo("column `x`: long");
    }

    @Test
    void findsWhereANameIsDeclared() throws Exception {
        Location place = server.getTextDocumentService()
                .definition(new DefinitionParams(macro, new Position(2, 8)))
                .get()
                .getLeft()
                .get(0);

        assertThat(place.getUri()).isEqualTo(macro.getUri());
        assertThat(place.getRange().getStart()).isEqualTo(new Position(0, 5));
        assertThat(server.getTextDocumentService()
                        .definition(new DefinitionParams(macro, new Position(0, 22)))
                        .get()
                        .getLeft())
                .isEmpty();
    }

    /** The side of the editor. */
    private static final class Editor implements LanguageClient {
        private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

        List<Diagnostic> diagnostics() throws InterruptedException {
            return Objects.requireNonNull(published.poll(30, TimeUnit.SECONDS)).getDiagnostics();
        }

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            published.add(diagnostics);
        }

        @Override
        public void telemetryEvent(Object object) {}

        @Override
        public void showMessage(MessageParams message) {}

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            return new CompletableFuture<>();
        }

        @Override
        public void logMessage(MessageParams message) {}
    }
}
