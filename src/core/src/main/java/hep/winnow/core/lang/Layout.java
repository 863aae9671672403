package hep.winnow.core.lang;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The tokens of a file without the line ends inside {@code ( )} and {@code [ ]}, with what is known of their brackets.
 *
 * <p>Arrays have one entry a token: {@code partner} the index of the other bracket or -1; {@code enclosing} the index of the innermost opening bracket
 * around it that is closed, or -1; {@code indent} how far its line is indented.
 */
final class Layout {
    private final List<Token> tokens = new ArrayList<>();
    private final int[] partner;
    private final int[] enclosing;
    private final int[] indent;

    private Layout(int size) {
        partner = new int[size];
        enclosing = new int[size];
        indent = new int[size];
    }

    static Layout of(String text, List<Token> all) {
        int[] indents = indents(text, all);
        int[] partners = BracketMatcher.match(all, indents);
        Layout layout = new Layout(all.size());
        int[] moved = new int[all.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < all.size(); i++) {
            Token token = all.get(i);
            boolean isCloser = partners[i] >= 0 && partners[i] < i;
            if (isCloser) {
                // Brackets that cross, as in "( { )", cannot be: a brace gives up what is open.
                open.pop();
            }
            if (token.is(TokenKind.NEWLINE)
                    && !open.isEmpty()
                    && !all.get(open.element()).is(TokenKind.LEFT_BRACE)) {
                continue;
            }
            int to = layout.tokens.size();
            moved[i] = to;
            layout.tokens.add(token);
            layout.indent[to] = indents[i];
            layout.enclosing[to] = open.isEmpty() ? -1 : moved[open.element()];
            layout.partner[to] = -1;
            if (isCloser) {
                layout.partner[to] = moved[partners[i]];
                layout.partner[moved[partners[i]]] = to;
            } else if (partners[i] >= 0) {
                open.push(i);
            }
        }
        return layout;
    }

    private static int[] indents(String text, List<Token> tokens) {
        int[] out = new int[tokens.size()];
        boolean isFirst = true;
        int indent = 0;
        for (int i = 0; i < out.length; i++) {
            if (isFirst) {
                indent = indentAt(text, tokens.get(i).start());
            }
            out[i] = indent;
            isFirst = tokens.get(i).is(TokenKind.NEWLINE)
                    && Lexer.isLineEnd(text.charAt(tokens.get(i).start()));
        }
        return out;
    }

    private static int indentAt(String text, int offset) {
        int start = offset;
        while (start > 0 && !Lexer.isLineEnd(text.charAt(start - 1))) {
            start--;
        }
        return offset - start;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(Math.min(index, tokens.size() - 1));
    }

    int partner(int index) {
        return partner[index];
    }

    int enclosing(int index) {
        return enclosing[index];
    }

    int indent(int index) {
        return indent[index];
    }

    @Override
    public String toString() {
        return tokens + " " + Arrays.toString(enclosing);
    }
}
