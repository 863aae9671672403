package hep.winnow.core.lang;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds the partner of each bracket, in a way that keeps a forgotten one from drawing the rest of the file in: {@code (} and {@code [} never hold a
 * brace, nor a line that is plainly a statement of its own. If braces do not come out even, a {@code }} that begins its line belongs to the block
 * whose line is indented as far, and to none if it is indented more than the line of the innermost block.
 */
final class BracketMatcher {
    /** Blocks deeper than this are matched without a look at their indent, so that time stays linear. */
    private static final int DEEPEST_INDENT = 100;

    private final List<Token> tokens;
    private final boolean useIndent;
    private final int[] partner;
    private final int[] indent;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int openParens;
    private int openBrackets;
    private boolean isEven = true;

    private BracketMatcher(List<Token> tokens, int[] indent, boolean useIndent) {
        this.tokens = tokens;
        this.indent = indent;
        this.useIndent = useIndent;
        this.partner = new int[tokens.size()];
        Arrays.fill(partner, -1);
    }

    /** Returns, per token, the index of the bracket that belongs to it, or -1. */
    static int[] match(List<Token> tokens, int[] indent) {
        BracketMatcher plain = new BracketMatcher(tokens, indent, false).run();
        return plain.isEven ? plain.partner : new BracketMatcher(tokens, indent, true).run().partner;
    }

    private BracketMatcher run() {
        for (int i = 0; i < tokens.size(); i++) {
            if (openParens + openBrackets > 0 && beginsLine(i) && looksLikeStatement(i)) {
                dropRound();
            }
            step(i);
        }
        isEven &= open.isEmpty();
        return this;
    }

    private void step(int i) {
        switch (tokens.get(i).kind()) {
            case LEFT_PAREN -> {
                openParens++;
                open.push(i);
            }
            case LEFT_BRACKET -> {
                openBrackets++;
                open.push(i);
            }
            case LEFT_BRACE -> {
                dropRound();
                open.push(i);
            }
            case RIGHT_PAREN -> closeRound(i, TokenKind.LEFT_PAREN, openParens);
            case RIGHT_BRACKET -> closeRound(i, TokenKind.LEFT_BRACKET, openBrackets);
            case RIGHT_BRACE -> {
                dropRound();
                closeBrace(i);
            }
            case END -> dropRound();
            default -> {}
        }
    }

    private void closeRound(int i, TokenKind opener, int count) {
        if (count > 0) {
            int top = popRound();
            while (!tokens.get(top).is(opener)) {
                top = popRound();
            }
            join(top, i);
        }
    }

    private void closeBrace(int i) {
        if (open.isEmpty()) {
            isEven = false;
            return;
        }
        if (useIndent && open.size() <= DEEPEST_INDENT && beginsLine(i)) {
            if (open.stream().anyMatch(o -> indent[o] == indent[i])) {
                while (indent[open.element()] != indent[i]) {
                    open.pop();
                }
            } else if (indent[i] > indent[open.element()]) {
                return;
            }
        }
        join(open.pop(), i);
    }

    private void join(int opener, int closer) {
        partner[opener] = closer;
        partner[closer] = opener;
    }

    /** Gives up the brackets and parentheses that are open since the last brace. */
    private void dropRound() {
        while (openParens + openBrackets > 0) {
            popRound();
        }
    }

    private int popRound() {
        int top = open.pop();
        if (tokens.get(top).is(TokenKind.LEFT_PAREN)) {
            openParens--;
        } else {
            openBrackets--;
        }
        return top;
    }

    private boolean beginsLine(int i) {
        return i > 0 && tokens.get(i - 1).is(TokenKind.NEWLINE);
    }

    /** Tells whether a line within brackets can only be a statement: {@code verb name =}, or a word and an operand where an operator should be. */
    private boolean looksLikeStatement(int i) {
        if (!tokens.get(i).is(TokenKind.NAME)) {
            return false;
        }
        Token second = tokens.get(i + 1);
        boolean isNaming = second.is(TokenKind.NAME) && tokens.get(i + 2).is(TokenKind.ASSIGN);
        boolean isOperand = switch (second.kind()) {
            case NAME, QUOTED_NAME, STRING, NUMBER, KEYWORD -> true;
            case LEFT_BRACKET -> !second.isTouching();
            default -> false;
        };
        return isNaming || isOperand && lastBefore(i).endsExpression();
    }

    private TokenKind lastBefore(int i) {
        int before = i - 1;
        while (before > 0 && tokens.get(before).is(TokenKind.NEWLINE)) {
            before--;
        }
        return tokens.get(before).kind();
    }
}
