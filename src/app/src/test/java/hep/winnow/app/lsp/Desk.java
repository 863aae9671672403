package hep.winnow.app.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.shell.Allowed;
import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/** An editor with one macro open, in front of a language server. */
final class Desk implements LanguageClient {
    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final LanguageServer server;
    private final Thread thread;
    private final PipedOutputStream fromEditor;
    private final TextDocumentIdentifier macro;
    private String text = "";

    /** Sits down; {@code macro} need not be there. */
    Desk(Path macro, Optional<Path> home) throws Exception {
        this.macro = new TextDocumentIdentifier(macro.toUri().toString());
        PipedInputStream toServer = new PipedInputStream(1 << 16);
        PipedInputStream toEditor = new PipedInputStream(1 << 16);
        PipedOutputStream fromServer = new PipedOutputStream(toEditor);
        fromEditor = new PipedOutputStream(toServer);
        MacroServer served = new MacroServer(session(home));
        thread = new Thread(() -> {
            try {
                served.serve(toServer, fromServer);
                fromServer.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.start();
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(this, toEditor, fromEditor);
        var listening = launcher.startListening();
        assertThat(listening.isCancelled()).isFalse();
        server = launcher.getRemoteProxy();
        assertThat(server.initialize(new InitializeParams())
                        .get()
                        .getServerInfo()
                        .getName())
                .isEqualTo("Winnow");
    }

    private static Session session(Optional<Path> home) {
        PrintStream none = new PrintStream(OutputStream.nullOutputStream());
        Terminal terminal = new Terminal(none, none, Terminal.Looks.PLAIN);
        Host.Source input = new Host.Source(InputStream.nullInputStream(), false);
        return new Session(new Host(terminal, List.of(), "1.2.3", home, Allowed.NOTHING, input));
    }

    /** Opens the macro, and returns what is wrong with it. */
    List<Diagnostic> open(String content) throws InterruptedException {
        text = content;
        service().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(macro.getUri(), "winnow", 1, content)));
        return diagnostics();
    }

    /** Changes all of the text. */
    void type(String content) {
        text = content;
        service()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(macro.getUri(), 2),
                        List.of(new TextDocumentContentChangeEvent(content))));
    }

    /** Waits for what the next check finds. */
    List<Diagnostic> diagnostics() throws InterruptedException {
        return Objects.requireNonNull(published.poll(30, TimeUnit.SECONDS)).getDiagnostics();
    }

    TextDocumentService service() {
        return server.getTextDocumentService();
    }

    TextDocumentIdentifier macro() {
        return macro;
    }

    List<CompletionItem> completions(int line, int character) throws Exception {
        return service()
                .completion(new CompletionParams(macro, new Position(line, character)))
                .get()
                .getLeft();
    }

    String hover(int line, int character) throws Exception {
        return service()
                .hover(new HoverParams(macro, new Position(line, character)))
                .get()
                .getContents()
                .getRight()
                .getValue();
    }

    /** Returns the text with edits, which do not overlap, made in it. */
    String with(List<? extends TextEdit> edits) {
        Text places = new Text(text);
        StringBuilder out = new StringBuilder(text);
        edits.stream()
                .sorted((a, b) -> places.offset(b.getRange().getStart())
                        - places.offset(a.getRange().getStart()))
                .forEach(e -> out.replace(
                        places.offset(e.getRange().getStart()),
                        places.offset(e.getRange().getEnd()),
                        e.getNewText()));
        return out.toString();
    }

    /** Says good-bye to the server, and waits until it has gone. */
    void close() throws Exception {
        Object answer = server.shutdown().get();
        assertThat(answer).isNotNull();
        server.exit();
        thread.join(5000);
        assertThat(thread.isAlive()).isFalse();
        fromEditor.close();
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
