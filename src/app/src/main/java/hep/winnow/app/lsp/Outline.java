package hep.winnow.app.lsp;

import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;

/** The names of a macro, as editors list them beside the text; the cuts of a region below it. */
final class Outline {
    private Outline() {}

    static List<DocumentSymbol> of(Macro macro) {
        return symbols(macro.declared(), macro.text());
    }

    private static List<DocumentSymbol> symbols(List<Declared> declared, Text text) {
        return declared.stream().map(d -> symbol(d, text)).toList();
    }

    private static DocumentSymbol symbol(Declared declared, Text text) {
        String name = declared.name().text();
        DocumentSymbol symbol = new DocumentSymbol(
                name.isBlank() ? declared.word() : name,
                kind(declared.word()),
                text.range(declared.span().start(), declared.span().end()),
                text.range(
                        declared.name().span().start(), declared.name().span().end()));
        symbol.setDetail(declared.word());
        symbol.setChildren(symbols(declared.inner(), text));
        return symbol;
    }

    private static SymbolKind kind(String word) {
        return switch (word) {
            case "region" -> SymbolKind.Namespace;
            case "cut" -> SymbolKind.Boolean;
            case "define", "let", "for" -> SymbolKind.Variable;
            case "param" -> SymbolKind.Constant;
            case "train", "load" -> SymbolKind.Class;
            case "read", "toy", "generate", "table" -> SymbolKind.Array;
            default -> SymbolKind.Object;
        };
    }
}
