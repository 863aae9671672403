package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
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
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged {@code winnow lsp} with an editor at its standard input and output, from the greeting to the end. */
@Timeout(120)
class LanguageServerIT {
    private static final String MACRO = """
            winnow 1
            toy moons = moons events=400
            split moons into train=50% valid=25% test=25%
            train net = mlp on moons vars=[x,y] layers=[4] epochs=2
            roc net on test
            """;

    @TempDir
    Path folder;

    private final Editor editor = new Editor();

    @Test
    void servesAnEditorFromTheGreetingToTheEnd() throws Exception {
        Process process = Program.packaged(folder).start("lsp");
        CompletableFuture<String> complaints = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            } catch (IOException e) {
                return e.toString();
            }
        });
        Launcher<LanguageServer> launcher =
                LSPLauncher.createClientLauncher(editor, process.getInputStream(), process.getOutputStream());
        Future<Void> listening = launcher.startListening();
        try {
            serve(launcher.getRemoteProxy());
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(complaints.get(30, TimeUnit.SECONDS)).isEmpty();
        } finally {
            process.destroyForcibly();
            listening.cancel(true);
        }
    }

    private void serve(LanguageServer server) throws Exception {
        greet(server);
        TextDocumentIdentifier macro =
                new TextDocumentIdentifier(folder.resolve("m.wn").toUri().toString());
        edit(server.getTextDocumentService(), macro);
        server.shutdown().get(30, TimeUnit.SECONDS);
        server.exit();
    }

    private static void greet(LanguageServer server) throws Exception {
        InitializeParams greeting = new InitializeParams();
        greeting.setProcessId((int) ProcessHandle.current().pid());
        greeting.setCapabilities(new ClientCapabilities());
        var answer = server.initialize(greeting).get(60, TimeUnit.SECONDS);
        assertThat(answer.getServerInfo().getName()).isEqualTo("Winnow");
        assertThat(answer.getCapabilities().getDocumentFormattingProvider().getLeft())
                .isTrue();
        server.initialized(new InitializedParams());
    }

    private void edit(TextDocumentService service, TextDocumentIdentifier macro) throws Exception {
        service.didOpen(new DidOpenTextDocumentParams(
                new TextDocumentItem(macro.getUri(), "winnow", 1, MACRO.replace("roc net", "roc nett"))));
        Diagnostic wrong = editor.published().get(0);
        assertThat(wrong.getMessage()).contains("nett").contains("did you mean 'net'?");
        assertThat(wrong.getRange().getStart()).isEqualTo(new Position(4, 4));
        assertThat(Files.readString(Path.of(
                        java.net.URI.create(wrong.getCodeDescription().getHref().replaceFirst("#.*", "")))))
                .contains("\n## " + wrong.getCode().getLeft() + "\n");

        service.didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(macro.getUri(), 2),
                List.of(new TextDocumentContentChangeEvent(MACRO))));
        assertThat(editor.published()).isEmpty();

        assertThat(service.completion(new CompletionParams(macro, new Position(3, 47)))
                        .get()
                        .getLeft())
                .extracting(CompletionItem::getLabel)
                .contains("epochs=", "dropout=");
        assertThat(service.hover(new HoverParams(macro, new Position(3, 48)))
                        .get()
                        .getContents()
                        .getRight()
                        .getValue())
                .contains("epochs=N");
        assertThat(service.definition(new DefinitionParams(macro, new Position(4, 5)))
                        .get()
                        .getLeft()
                        .get(0)
                        .getRange()
                        .getStart())
                .isEqualTo(new Position(3, 6));
        assertThat(service.formatting(new DocumentFormattingParams(macro, new FormattingOptions(2, true)))
                        .get())
                .singleElement()
                .satisfies(e -> assertThat(e.getNewText()).isEqualTo(" "));
    }

    /** The side of the editor. */
    private static final class Editor implements LanguageClient {
        private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

        List<Diagnostic> published() throws InterruptedException {
            return Objects.requireNonNull(published.poll(60, TimeUnit.SECONDS)).getDiagnostics();
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
