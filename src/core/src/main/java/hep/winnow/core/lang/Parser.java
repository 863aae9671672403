package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses macros. It knows the grammar and no verb: what a verb takes is checked later, against the schema of its step.
 *
 * <p>It never throws and reads each file to its end. An error leaves out what is wrong and nothing else: the parser goes on at the next option of the statement, at its
 * block, or at the next statement, so that every mistake is reported once, at its own place. An expression has at most 200 levels of
 * nesting and 1000 operators in a row, blocks at most 60 levels; so trees can be walked by recursion.
 */
public final class Parser {
    /** The version of the language that is parsed. */
    public static final int VERSION = 1;

    private Parser() {}

    /**
     * Parses a macro.
     *
     * @param name of the file, for messages
     * @param text the whole of it
     */
    public static MacroFile parse(String name, String text) {
        Problems problems = new Problems(name);
        TokenCursor cursor = cursor(text, problems);
        StatementParser parser = new StatementParser(cursor);
        List<Statement> statements = parser.file();
        Losses losses = parser.losses();
        return new MacroFile(name, text, VERSION, statements, problems.inOrder(), losses.names(), losses.words());
    }

    /** Tells whether statements of the language itself begin with a word, so that no verb can be called so. */
    public static boolean isControlWord(String word) {
        return StepParser.CONTROL.contains(word);
    }

    /**
     * Parses a text that is one expression, such as the default of an option.
     *
     * @param name of the text, for messages
     * @param out what is wrong is added to it
     * @return the expression; empty if anything was wrong
     */
    public static Optional<Expr> parseExpression(String name, String text, List<Diagnostic> out) {
        Problems problems = new Problems(name);
        Optional<Expr> expr = expression(cursor(text, problems));
        List<Diagnostic> found = problems.inOrder();
        out.addAll(found);
        return found.isEmpty() ? expr : Optional.empty();
    }

    private static Optional<Expr> expression(TokenCursor cursor) {
        try {
            cursor.skipNewlines();
            Expr expr = new ExpressionParser(cursor).parse();
            cursor.skipNewlines();
            if (!cursor.at(TokenKind.END)) {
                Token found = cursor.peek();
                cursor.report(
                        SyntaxCode.UNEXPECTED,
                        found,
                        "expected the end of the expression, found " + cursor.describe(found),
                        Hints.forUnexpected(found));
            }
            return Optional.of(expr);
        } catch (SyntaxException reported) {
            return Optional.empty();
        }
    }

    private static TokenCursor cursor(String text, Problems problems) {
        List<Token> tokens = new ArrayList<>(Lexer.lex(text, problems));
        return new TokenCursor(text, Layout.of(text, tokens), problems);
    }
}
