package hep.winnow.core.assist;

import hep.winnow.core.lang.Lexeme;
import java.util.ArrayList;
import java.util.List;

/**
 * How a stretch of a macro is to look. Whatever stands between two has no look of its own.
 *
 * @param start where it begins
 * @param end where it ends
 * @param style its look
 */
public record Highlight(int start, int end, Style style) {
    /** What a stretch of text is to its reader. */
    public enum Style {
        VERB,
        CONTROL,
        KIND,
        DECLARED,
        OPTION,
        KEYWORD,
        NUMBER,
        STRING,
        COMMENT,
        FUNCTION,
        NAME,
        OPERATOR
    }

    /** Verbs with a formula behind {@code =}. */
    private static final List<String> FORMULAS = List.of("define", "let", "param");

    /** Returns the stretches of a text, in order; lexical alone, so that any text will do. */
    public static List<Highlight> of(String text) {
        List<Highlight> out = new ArrayList<>();
        List<Lexeme> all = Lexeme.of(text);
        int line = 0;
        int round = 0;
        boolean takesKind = false;
        for (int i = 0; i < all.size(); i++) {
            Lexeme lexeme = all.get(i);
            if (lexeme.kind() == Lexeme.Kind.COMMENT) {
                out.add(new Highlight(lexeme.start(), lexeme.end(), Style.COMMENT));
                continue;
            }
            boolean isBrace = lexeme.is("{") || lexeme.is("}");
            if (isBrace || lexeme.kind() == Lexeme.Kind.NEWLINE && round == 0) {
                line = 0;
                round = 0;
                continue;
            }
            round += lexeme.kind() == Lexeme.Kind.OPENING ? 1 : lexeme.kind() == Lexeme.Kind.CLOSING ? -1 : 0;
            round = Math.max(0, round);
            if (lexeme.kind() != Lexeme.Kind.NEWLINE) {
                takesKind = line == 0 ? !FORMULAS.contains(lexeme.text()) : takesKind;
                style(all, i, line++, takesKind, out);
            }
        }
        return out;
    }

    private static void style(List<Lexeme> all, int i, int nth, boolean takesKind, List<Highlight> out) {
        Lexeme lexeme = all.get(i);
        Lexeme next = i + 1 < all.size() ? all.get(i + 1) : lexeme;
        Style style = switch (lexeme.kind()) {
            case NUMBER -> Style.NUMBER;
            case STRING -> Style.STRING;
            case KEYWORD -> Style.KEYWORD;
            case WORD -> Style.KEYWORD;
            case NAME ->
                name(lexeme, next, nth, takesKind && i > 0 && all.get(i - 1).is("="));
            case QUOTED_NAME -> Style.NAME;
            default -> Style.OPERATOR;
        };
        out.add(new Highlight(lexeme.start(), lexeme.end(), style));
    }

    private static Style name(Lexeme lexeme, Lexeme next, int nth, boolean isAssigned) {
        if (nth == 0) {
            boolean isControl =
                    ControlStatement.find(lexeme.text()).isPresent() || lexeme.is("set") || lexeme.is("else");
            return next.is("=") ? Style.OPTION : isControl ? Style.CONTROL : Style.VERB;
        }
        if (next.is("=")) {
            return nth == 1 ? Style.DECLARED : Style.OPTION;
        }
        if (nth == 3 && isAssigned) {
            return next.is("(") ? Style.FUNCTION : Style.KIND;
        }
        return next.is("(") && next.start() == lexeme.end() ? Style.FUNCTION : Style.NAME;
    }
}
