package hep.winnow.core.lang;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Parses what operators stand between: literals, names, lists, parentheses, with the calls, indices and fields that touch them. */
final class PrimaryParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    /** Indices of the brackets that are open at this point. */
    private final Deque<Integer> open = new ArrayDeque<>();

    PrimaryParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    void reset() {
        open.clear();
    }

    Expr parse() {
        int start = cursor.start();
        expressions.grow(0);
        Expr expr = primary();
        while (cursor.peek().isTouching()) {
            int height = expressions.height();
            switch (cursor.peek().kind()) {
                case LEFT_PAREN -> expr = call(expr, start);
                case LEFT_BRACKET -> expr = index(expr, start, height);
                case DOT -> expr = field(expr, start, height);
                default -> {
                    return expr;
                }
            }
        }
        return expr;
    }

    private Expr primary() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case NUMBER -> number(cursor.next());
            case STRING -> new Expr.StringLiteral(token.text(), cursor.span(cursor.next()));
            case TRUE, FALSE -> new Expr.BooleanLiteral(token.is(TokenKind.TRUE), cursor.span(cursor.next()));
            case NAME -> name(token);
            case QUOTED_NAME -> new Expr.NameRef(token.text(), true, cursor.span(cursor.next()));
            case LEFT_BRACKET -> list();
            case LEFT_PAREN -> parenthesis();
            default -> throw unexpected(SyntaxCode.EXPRESSION_EXPECTED, "expected an expression");
        };
    }

    /** A name that {@code =} touches is the next option, and what should have come before it is missing. */
    private Expr name(Token token) {
        if (cursor.atOption() && cursor.peek(1).isTouching()) {
            String message = "expected an expression, found the option '" + token.text() + "='";
            throw cursor.fail(
                    SyntaxCode.EXPRESSION_EXPECTED, token, message, "if a comparison is meant, it is written ==");
        }
        return new Expr.NameRef(token.text(), false, cursor.span(cursor.next()));
    }

    private Expr number(Token token) {
        boolean isInteger = token.text().chars().allMatch(c -> c >= '0' && c <= '9');
        return new Expr.NumberLiteral(token.value(), isInteger, token.text(), cursor.span(token));
    }

    private Expr parenthesis() {
        int opener = open();
        Expr inner = expressions.nested();
        close(opener, TokenKind.RIGHT_PAREN, "expected ')'");
        return inner;
    }

    private Expr list() {
        int start = cursor.start();
        int opener = open();
        int highest = 0;
        List<Expr> items = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_BRACKET)) {
            items.add(item());
            highest = Math.max(highest, expressions.height());
            if (!cursor.accept(TokenKind.COMMA)) {
                break;
            }
        }
        close(opener, TokenKind.RIGHT_BRACKET, "expected ',' or ']'");
        expressions.grow(highest);
        return new Expr.ListLiteral(items, cursor.spanFrom(start));
    }

    private Expr item() {
        Token token = cursor.peek();
        boolean isName = token.is(TokenKind.NAME) || token.is(TokenKind.QUOTED_NAME);
        if (!isName || !cursor.peek(1).is(TokenKind.ASSIGN)) {
            return expressions.nested();
        }
        OptionArg pair = named();
        expressions.grow(expressions.height());
        return new Expr.Pair(pair.name(), pair.value(), pair.span());
    }

    private OptionArg named() {
        Token name = cursor.next();
        cursor.next();
        Expr value = expressions.nested();
        return new OptionArg(cursor.ident(name), value, cursor.spanFrom(name.start()));
    }

    private Expr call(Expr target, int start) {
        boolean isBare = target.span().start() == start;
        if (!(target instanceof Expr.NameRef function) || function.isQuoted() || !isBare) {
            throw cursor.fail(
                    SyntaxCode.NOT_A_FUNCTION,
                    cursor.peek(),
                    "only a function has a parenthesis that touches it",
                    target instanceof Expr.NumberLiteral number ? "write " + number.text() + "*(…)" : "");
        }
        int opener = open();
        int highest = 0;
        List<Expr> arguments = new ArrayList<>();
        List<OptionArg> options = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_PAREN)) {
            if (cursor.atOption()) {
                options.add(named());
            } else if (options.isEmpty()) {
                arguments.add(expressions.nested());
            } else {
                throw unexpected(SyntaxCode.UNEXPECTED, "expected name=value, since arguments with a name come last");
            }
            highest = Math.max(highest, expressions.height());
            if (!cursor.accept(TokenKind.COMMA)) {
                break;
            }
        }
        close(opener, TokenKind.RIGHT_PAREN, "expected ',' or ')'");
        expressions.grow(highest);
        Ident name = new Ident(function.name(), function.span());
        return new Expr.Call(name, arguments, options, cursor.spanFrom(start));
    }

    private Expr index(Expr target, int start, int height) {
        int opener = open();
        Expr index = expressions.nested();
        close(opener, TokenKind.RIGHT_BRACKET, "expected ']'");
        expressions.grow(Math.max(height, expressions.height()));
        return new Expr.Index(target, index, cursor.spanFrom(start));
    }

    private Expr field(Expr target, int start, int height) {
        cursor.next();
        Token name = cursor.peek();
        boolean isWord = name.is(TokenKind.NAME) || name.is(TokenKind.KEYWORD);
        if (!isWord || !name.isTouching()) {
            throw cursor.fail(
                    SyntaxCode.NAME_EXPECTED,
                    name,
                    "expected the name of a field behind the '.', found " + cursor.describe(name),
                    "");
        }
        cursor.next();
        expressions.grow(height);
        return new Expr.Field(target, cursor.ident(name), cursor.spanFrom(start));
    }

    private int open() {
        int opener = cursor.index();
        cursor.next();
        open.push(opener);
        return opener;
    }

    private void close(int opener, TokenKind closer, String expected) {
        if (!cursor.at(closer) || cursor.layout().partner(opener) != cursor.index()) {
            throw cursor.layout().partner(opener) < 0 ? unclosed(opener) : unexpected(SyntaxCode.UNEXPECTED, expected);
        }
        cursor.next();
        open.pop();
    }

    private SyntaxException unclosed(int opener) {
        cursor.reportUnclosed(opener);
        return new SyntaxException();
    }

    /** Fails at the token at hand; at the end of a line within a bracket that is never closed, the bracket is to blame. */
    SyntaxException unexpected(SyntaxCode code, String expected) {
        Token found = cursor.peek();
        if (found.kind().endsLine() && !open.isEmpty() && cursor.layout().partner(open.element()) < 0) {
            return unclosed(open.element());
        }
        return cursor.fail(code, found, expected + ", found " + cursor.describe(found), Hints.forUnexpected(found));
    }
}
