package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Parses the statements of the language itself: {@code param set let include for if def}. */
final class ControlParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final StepParser steps;
    private final Supplier<List<Statement>> bodies;
    private int elseDepth;

    /**
     * Makes a parser.
     *
     * @param bodies parses the block at hand as statements
     */
    ControlParser(
            TokenCursor cursor, ExpressionParser expressions, StepParser steps, Supplier<List<Statement>> bodies) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.steps = steps;
        this.bodies = bodies;
    }

    /** Parses the statement at hand; empty if an error was found in its head. */
    Optional<Statement> parse() {
        Token word = cursor.next();
        return switch (word.text()) {
            case "param", "let" -> binding(word);
            case "set" -> set(word);
            case "include" -> include(word);
            case "for" -> loop(word);
            case "if" -> choice(word);
            case "def" -> definition(word);
            case "else" -> throw cursor.fail(SyntaxCode.ELSE_WITHOUT_IF, word, "this 'else' belongs to no 'if'", "");
            default ->
                throw cursor.fail(
                        SyntaxCode.MISPLACED_VERSION, word, "'winnow' stands at the head of a file or not at all", "");
        };
    }

    private Optional<Statement> binding(Token word) {
        Ident name = name("name = value");
        steps.losses().addName(name.text());
        if (!cursor.accept(TokenKind.ASSIGN)) {
            throw unexpected("expected '='");
        }
        Expr value = expressions.parse();
        Span span = endLine(word);
        if (!isSound(word)) {
            return Optional.empty();
        }
        steps.losses().keepName(name.text());
        return Optional.of(
                word.text().equals("let")
                        ? new Statement.LetStatement(name, value, span)
                        : new Statement.ParamStatement(name, value, span));
    }

    private Optional<Statement> set(Token word) {
        if (!cursor.atOption()) {
            throw unexpected("expected name=value");
        }
        List<OptionArg> options = new ArrayList<>();
        while (cursor.atOption()) {
            options.add(steps.option());
        }
        Span span = endLine(word);
        return isSound(word) ? Optional.of(new Statement.SetStatement(options, span)) : Optional.empty();
    }

    private Optional<Statement> include(Token word) {
        Token path = cursor.peek();
        if (!path.is(TokenKind.STRING)) {
            throw unexpected("expected the name of a file as a \"string\"");
        }
        cursor.next();
        Expr.StringLiteral literal = new Expr.StringLiteral(path.text(), cursor.span(path));
        Span span = endLine(word);
        return isSound(word) ? Optional.of(new Statement.IncludeStatement(literal, span)) : Optional.empty();
    }

    private Optional<Statement> loop(Token word) {
        Ident variable = name("for name in values");
        steps.losses().addName(variable.text());
        if (!cursor.at(TokenKind.KEYWORD) || !cursor.peek().text().equals("in")) {
            throw unexpected("expected 'in'");
        }
        cursor.next();
        Expr values = expressions.parse();
        boolean isSound = isSound(word);
        List<Statement> body = body();
        steps.endBlock();
        if (!isSound) {
            steps.losses().addLoop(variable.text(), body);
            return Optional.empty();
        }
        steps.losses().keepName(variable.text());
        return Optional.of(new Statement.ForStatement(variable, values, body, cursor.spanFrom(word.start())));
    }

    private Optional<Statement> choice(Token word) {
        Expr condition = expressions.parse();
        boolean isSound = isSound(word);
        List<Statement> body = body();
        List<Statement> otherwise = new ArrayList<>();
        int end = cursor.index();
        cursor.skipNewlines();
        if (cursor.peek().isWord("else") && !cursor.atOption()) {
            cursor.next();
            otherwise(otherwise);
        } else {
            cursor.moveTo(end);
        }
        steps.endBlock();
        Span span = cursor.spanFrom(word.start());
        if (!isSound) {
            steps.losses().add(body);
            steps.losses().add(otherwise);
            return Optional.empty();
        }
        return Optional.of(new Statement.IfStatement(condition, body, otherwise, span));
    }

    /** Parses the body behind {@code else}; {@code else if} is a body of one statement. */
    private void otherwise(List<Statement> out) {
        if (!cursor.peek().isWord("if")) {
            out.addAll(body());
            return;
        }
        Token word = cursor.next();
        if (elseDepth >= BlockParser.MAX_DEPTH) {
            throw cursor.fail(
                    SyntaxCode.TOO_DEEP, word, "more than " + BlockParser.MAX_DEPTH + " 'else if' in a row", "");
        }
        elseDepth++;
        try {
            choice(word).ifPresent(out::add);
        } finally {
            elseDepth--;
        }
    }

    private Optional<Statement> definition(Token word) {
        Ident name = name("def name(parameters) { … }");
        steps.losses().addName(name.text());
        if (!cursor.at(TokenKind.LEFT_PAREN)) {
            throw unexpected("expected '(' and parameters");
        }
        List<Statement.Parameter> parameters = parameters();
        String doc = doc();
        boolean isSound = isSound(word);
        List<Statement> body = body();
        steps.endBlock();
        Span span = cursor.spanFrom(word.start());
        if (isSound) {
            steps.losses().keepName(name.text());
        }
        return isSound ? Optional.of(new Statement.DefStatement(name, parameters, doc, body, span)) : Optional.empty();
    }

    private List<Statement.Parameter> parameters() {
        int opener = cursor.index();
        cursor.next();
        List<Statement.Parameter> out = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_PAREN)) {
            out.add(parameter());
            if (!cursor.accept(TokenKind.COMMA)) {
                break;
            }
        }
        if (cursor.layout().partner(opener) < 0) {
            cursor.reportUnclosed(opener);
            throw new SyntaxException();
        }
        if (!cursor.accept(TokenKind.RIGHT_PAREN)) {
            throw unexpected("expected ',' or ')'");
        }
        return out;
    }

    private Statement.Parameter parameter() {
        String keyword = cursor.at(TokenKind.KEYWORD) ? cursor.next().text() : "";
        Ident name = name("a parameter");
        boolean isList = false;
        Optional<Ident> type = Optional.empty();
        if (cursor.accept(TokenKind.COLON)) {
            isList = cursor.accept(TokenKind.LEFT_BRACKET);
            type = Optional.of(name("a type, as in cut: number"));
            if (isList && !cursor.accept(TokenKind.RIGHT_BRACKET)) {
                throw unexpected("expected ']'");
            }
        }
        Optional<Expr> value = cursor.accept(TokenKind.ASSIGN) ? Optional.of(expressions.parse()) : Optional.empty();
        return new Statement.Parameter(keyword, name, type, isList, value, doc());
    }

    /** Returns the sentence at hand; empty if there is none. */
    private String doc() {
        return cursor.at(TokenKind.STRING) ? cursor.next().text() : "";
    }

    private List<Statement> body() {
        if (!cursor.at(TokenKind.LEFT_BRACE)) {
            Token found = cursor.peek();
            cursor.problems().missingBrace();
            throw cursor.fail(
                    SyntaxCode.BLOCK_EXPECTED,
                    found,
                    "expected '{' and a body, found " + cursor.describe(found),
                    found.is(TokenKind.NEWLINE) ? "the '{' stands at the end of the line" : Hints.forUnexpected(found));
        }
        return bodies.get();
    }

    private Ident name(String form) {
        Token found = cursor.peek();
        boolean isName = found.is(TokenKind.NAME) || found.is(TokenKind.QUOTED_NAME);
        if (!isName) {
            String message = "expected a name (" + form + "), found " + cursor.describe(found);
            throw cursor.fail(SyntaxCode.NAME_EXPECTED, found, message, Hints.forUnexpected(found));
        }
        return cursor.ident(cursor.next());
    }

    /** Tells whether no error was found since {@code word}. */
    private boolean isSound(Token word) {
        return !cursor.problems().anyWithin(word.start(), cursor.end());
    }

    private Span endLine(Token word) {
        Span span = cursor.spanFrom(word.start());
        endLine();
        return span;
    }

    /** Checks that the line ends. */
    void endLine() {
        if (!cursor.peek().kind().endsLine() || cursor.at(TokenKind.LEFT_BRACE)) {
            throw unexpected("expected the end of the line");
        }
    }

    private SyntaxException unexpected(String expected) {
        Token found = cursor.peek();
        if (found.is(TokenKind.RIGHT_PAREN) || found.is(TokenKind.RIGHT_BRACKET)) {
            return StepParser.unexpectedSign(cursor, found);
        }
        String message = expected + ", found " + cursor.describe(found);
        return cursor.fail(SyntaxCode.UNEXPECTED, found, message, Hints.forUnexpected(found));
    }
}
