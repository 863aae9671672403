package hep.winnow.app.lsp;

import hep.winnow.core.assist.Hover;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What an editor tells and asks of macros, in the words of the protocol. */
final class Questions implements TextDocumentService {
    private final Documents documents;

    Questions(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams opened) {
        documents.opened(
                opened.getTextDocument().getUri(), opened.getTextDocument().getText());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams changed) {
        changed.getContentChanges()
                .forEach(c -> documents.changed(changed.getTextDocument().getUri(), c.getText()));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams closed) {
        documents.closed(closed.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams saved) {
        documents.checkAll();
    }

    private <T> CompletableFuture<T> ask(
            TextDocumentPositionParams at, java.util.function.Function<Macro, T> question) {
        return documents.ask(at.getTextDocument().getUri(), question);
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams at) {
        return ask(at, m -> Either.forLeft(Items.at(m, at.getPosition())));
    }

    @Override
    public CompletableFuture<org.eclipse.lsp4j.Hover> hover(HoverParams at) {
        return ask(
                at,
                m -> m.text()
                        .lexeme(at.getPosition())
                        .flatMap(l -> Hover.at(m.text().content(), l.start(), m.assist()))
                        .map(h -> shown(h, m.text()))
                        .orElseGet(() -> new org.eclipse.lsp4j.Hover(List.of())));
    }

    private static org.eclipse.lsp4j.Hover shown(Hover hover, Text text) {
        String code = "```winnow\n" + hover.title() + "\n```";
        String said = hover.text().isEmpty() ? "" : "\n" + hover.text().replace("\n", "  \n");
        return new org.eclipse.lsp4j.Hover(
                new MarkupContent(MarkupKind.MARKDOWN, code + said), text.range(hover.start(), hover.end()));
    }

    @Override
    public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams at) {
        return ask(at, m -> Signatures.at(m, at.getPosition()).orElseGet(SignatureHelp::new));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams at) {
        return ask(
                at, m -> Either.forLeft(m.definition(at.getPosition()).stream().toList()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams at) {
        String uri = at.getTextDocument().getUri();
        return ask(
                at, m -> ranges(m, at).stream().map(r -> new Location(uri, r)).toList());
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams at) {
        return ask(at, m -> ranges(m, at).stream().map(DocumentHighlight::new).toList());
    }

    private static List<Range> ranges(Macro macro, TextDocumentPositionParams at) {
        Optional<Occurrences> found = Occurrences.at(macro, at.getPosition());
        return found.map(Occurrences::ranges).orElse(List.of());
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams at) {
        return ask(at, m -> Either3.forFirst(Renaming.range(m, at.getPosition())));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams at) {
        return ask(at, m -> Renaming.edit(m, at.getPosition(), at.getNewName()));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams of) {
        return documents.ask(
                of.getTextDocument().getUri(),
                m -> Outline.of(m).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams at) {
        return documents.ask(
                at.getTextDocument().getUri(),
                m -> documents.mistakes().fixes(m, at.getContext().getDiagnostics()).stream()
                        .map(Either::<Command, CodeAction>forRight)
                        .toList());
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams of) {
        return documents.ask(of.getTextDocument().getUri(), Formatting::all);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams of) {
        return documents.ask(of.getTextDocument().getUri(), m -> Formatting.of(m, of.getRange()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams of) {
        return documents.ask(of.getTextDocument().getUri(), Tokens::of);
    }
}
