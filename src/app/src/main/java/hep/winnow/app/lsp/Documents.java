package hep.winnow.app.lsp;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;

/** The macros that are open in an editor. Checks run one after the other; of a macro that changes while it waits, the last text alone is checked. */
final class Documents implements TextDocumentService {
    private final Session session;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, List<ColumnInfo>> columns = new ConcurrentHashMap<>();
    private final ExecutorService checks = Executors.newSingleThreadExecutor(body -> {
        Thread thread = new Thread(body, "winnow-check");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<LanguageClient> client = new CompletableFuture<>();
    private final CompletableFuture<Installation> installation;

    Documents(Session session) {
        this.session = session;
        this.installation = CompletableFuture.supplyAsync(session::install, checks);
    }

    void connect(LanguageClient editor) {
        client.complete(editor);
    }

    void close() {
        checks.shutdownNow();
    }

    /** Checks all macros again, as after a file that they read has changed. */
    void checkAll() {
        texts.keySet().forEach(this::check);
    }

    private void check(String uri) {
        String text = texts.getOrDefault(uri, "");
        checks.execute(() -> {
            if (text.equals(texts.get(uri))) {
                Macro macro = macro(installation.join(), uri, text);
                client.join().publishDiagnostics(new PublishDiagnosticsParams(uri, macro.diagnostics()));
            }
        });
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams opened) {
        texts.put(opened.getTextDocument().getUri(), opened.getTextDocument().getText());
        check(opened.getTextDocument().getUri());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams changed) {
        changed.getContentChanges()
                .forEach(c -> texts.put(changed.getTextDocument().getUri(), c.getText()));
        check(changed.getTextDocument().getUri());
    }

    @Override
    public void didClose(DidCloseTextDocumentParams closed) {
        String uri = closed.getTextDocument().getUri();
        texts.remove(uri);
        client.join().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams saved) {
        checkAll();
    }

    private CompletableFuture<Macro> macro(TextDocumentPositionParams at) {
        String uri = at.getTextDocument().getUri();
        String text = texts.getOrDefault(uri, "");
        return installation.thenApplyAsync(i -> macro(i, uri, text), checks);
    }

    private Macro macro(Installation installed, String uri, String text) {
        Macro macro = new Macro(session, installed.winnow(), uri, text, columns.getOrDefault(uri, List.of()));
        columns.put(uri, macro.columns());
        return macro;
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams at) {
        return macro(at).thenApply(m -> Either.forLeft(m.completions(at.getPosition())));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams at) {
        return macro(at).thenApply(m -> m.hover(at.getPosition()).orElseGet(() -> new Hover(List.of())));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams at) {
        return macro(at).thenApply(m -> {
            Optional<Location> place = m.definition(at.getPosition());
            return Either.forLeft(place.stream().toList());
        });
    }
}
