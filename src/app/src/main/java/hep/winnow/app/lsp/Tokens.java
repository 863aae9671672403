package hep.winnow.app.lsp;

import hep.winnow.core.assist.Highlight;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** The colours of a macro, for editors without a grammar of their own. */
final class Tokens {
    /** What the numbers of {@link #type} stand for. */
    static final SemanticTokensLegend LEGEND = new SemanticTokensLegend(
            List.of(
                    "keyword",
                    "macro",
                    "class",
                    "variable",
                    "property",
                    "number",
                    "string",
                    "comment",
                    "function",
                    "operator"),
            List.of("declaration"));

    private Tokens() {}

    /** Returns five numbers a token, as the protocol has it: lines and characters from the token before, length, type, modifiers. */
    static SemanticTokens of(Macro macro) {
        List<Integer> data = new ArrayList<>();
        Text text = macro.text();
        Position before = new Position(0, 0);
        for (Highlight highlight : Highlight.of(text.content())) {
            Position start = text.position(highlight.start());
            Position end = text.position(highlight.end());
            if (start.getLine() == end.getLine()) {
                boolean isSameLine = start.getLine() == before.getLine();
                data.add(start.getLine() - before.getLine());
                data.add(start.getCharacter() - (isSameLine ? before.getCharacter() : 0));
                data.add(end.getCharacter() - start.getCharacter());
                data.add(type(highlight.style()));
                data.add(highlight.style() == Highlight.Style.DECLARED ? 1 : 0);
                before = start;
            }
        }
        return new SemanticTokens(data);
    }

    private static int type(Highlight.Style style) {
        String type = switch (style) {
            case CONTROL, KEYWORD -> "keyword";
            case VERB -> "macro";
            case KIND -> "class";
            case DECLARED, NAME -> "variable";
            case OPTION -> "property";
            case NUMBER -> "number";
            case STRING -> "string";
            case COMMENT -> "comment";
            case FUNCTION -> "function";
            case OPERATOR -> "operator";
        };
        return LEGEND.getTokenTypes().indexOf(type);
    }
}
