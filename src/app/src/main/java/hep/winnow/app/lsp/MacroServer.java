package hep.winnow.app.lsp;

import hep.winnow.app.shell.Session;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** A language server for one editor. */
final class MacroServer implements LanguageServer {
    private final String version;
    private final Documents documents;
    private final Questions questions;
    private final CountDownLatch isOver = new CountDownLatch(1);

    MacroServer(Session session) {
        this.version = session.version();
        this.documents = new Documents(session);
        this.questions = new Questions(documents);
    }

    /** Serves until the editor says so, or goes. */
    void serve(InputStream in, OutputStream out) throws InterruptedException {
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(this, in, out);
        documents.connect(launcher.getRemoteProxy());
        Thread listener = new Thread(
                () -> {
                    try {
                        launcher.startListening().get();
                    } catch (Exception e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        isOver.countDown();
                    }
                },
                "winnow-lsp");
        listener.setDaemon(true);
        listener.start();
        isOver.await();
        documents.close();
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Full);
        can.setCompletionProvider(
                new CompletionOptions(false, List.of(" ", "=", "[", "(", ".", ",", "\"", "/", "`", "{")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ",", " ", "=")));
        can.setReferencesProvider(true);
        can.setDocumentHighlightProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentSymbolProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        can.setDocumentFormattingProvider(true);
        can.setDocumentRangeFormattingProvider(true);
        can.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(Tokens.LEGEND, true));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("Winnow", version)));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public void exit() {
        isOver.countDown();
    }

    @Override
    public void setTrace(SetTraceParams parameters) {
        // There is nothing to trace.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return questions;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new WorkspaceService() {
            @Override
            public void didChangeConfiguration(DidChangeConfigurationParams parameters) {
                // There is nothing to be set.
            }

            @Override
            public void didChangeWatchedFiles(DidChangeWatchedFilesParams parameters) {
                documents.checkAll();
            }
        };
    }
}
