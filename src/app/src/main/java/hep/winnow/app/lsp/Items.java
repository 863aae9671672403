package hep.winnow.app.lsp;

import hep.winnow.core.assist.Completion;
import hep.winnow.core.assist.Completions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What can stand at the cursor, as editors list it. */
final class Items {
    private Items() {}

    static List<CompletionItem> at(Macro macro, Position at) {
        Completions found = Completions.at(macro.text().content(), macro.text().offset(at), macro.assist());
        Range range = macro.text().range(found.start(), found.end());
        List<CompletionItem> items = new ArrayList<>();
        for (Completion completion : found.items()) {
            items.add(item(completion, range, items.size()));
        }
        return items;
    }

    private static CompletionItem item(Completion completion, Range range, int order) {
        CompletionItem item = new CompletionItem(completion.text());
        item.setKind(kind(completion.kind()));
        item.setTextEdit(Either.forLeft(new TextEdit(range, completion.text())));
        // Editors sort by this, and so keep our order: the likeliest first.
        item.setSortText(String.format(Locale.ROOT, "%05d", order));
        if (!completion.detail().isEmpty()) {
            item.setDetail(completion.detail());
        }
        if (!completion.doc().isEmpty()) {
            item.setDocumentation(completion.doc());
        }
        return item;
    }

    private static CompletionItemKind kind(Completion.Kind kind) {
        return switch (kind) {
            case VERB -> CompletionItemKind.Method;
            case CONTROL, KEYWORD -> CompletionItemKind.Keyword;
            case OPTION, FIELD -> CompletionItemKind.Property;
            case WORD -> CompletionItemKind.EnumMember;
            case SAMPLE, REGION, PART -> CompletionItemKind.Struct;
            case MODEL -> CompletionItemKind.Class;
            case COLUMN -> CompletionItemKind.Field;
            case DEFINE, RESULT -> CompletionItemKind.Variable;
            case PARAM -> CompletionItemKind.Constant;
            case FUNCTION -> CompletionItemKind.Function;
            case UNIT -> CompletionItemKind.Unit;
            case FILE -> CompletionItemKind.File;
        };
    }
}
