package hep.winnow.core.lang;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses statements that begin with a verb, their blocks included. */
final class StepParser {
    /** Words that begin a statement of the language itself. */
    static final Set<String> CONTROL = Set.of("param", "set", "let", "include", "for", "if", "else", "def", "winnow");

    /** A place for {@link #recover} that no option has. */
    static final int NOWHERE = -2;

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final BlockParser blocks;
    private final Losses losses = new Losses();
    /** How many entries that belong to no statement are open: they are read for their errors, and may be anything. */
    private int orphans;

    StepParser(TokenCursor cursor, ExpressionParser expressions, BlockParser blocks) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.blocks = blocks;
    }

    /** Returns what is lost with statements that have an error. */
    Losses losses() {
        return losses;
    }

    /** Parses the step at hand up to the end of its line or block; empty if its head is wrong. */
    Optional<Statement.StepStatement> parse() {
        Token verb = cursor.next();
        int base = cursor.layout().enclosing(cursor.index() - 1);
        StepBuilder step = new StepBuilder(cursor.ident(verb));
        boolean isSound = attempt(base, () -> head(step));
        while (!isSound && cursor.atOption()) {
            cursor.begin();
            attempt(base, () -> options(step));
        }
        isSound &= !cursor.problems().anyWithin(verb.start(), cursor.end());
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            isSound &= block(step);
        }
        Statement.StepStatement made = step.build(cursor.spanFrom(verb.start()));
        if (!isSound) {
            losses.add(List.of(made));
            return Optional.empty();
        }
        return Optional.of(made);
    }

    /** Runs {@code part}; after an error, goes on to where the statement makes sense again, and returns false. */
    private boolean attempt(int base, Runnable part) {
        try {
            part.run();
            return true;
        } catch (SyntaxException reported) {
            recover(base);
            return false;
        }
    }

    /** Goes to the next option of the statement, to its block or to its end. Nothing in brackets counts. */
    void recover(int base) {
        while (!cursor.peek().kind().endsLine()
                && !(cursor.atOption() && cursor.layout().enclosing(cursor.index()) == base)) {
            cursor.next();
        }
    }

    private void head(StepBuilder step) {
        Token first = cursor.peek();
        boolean isNameable = first.is(TokenKind.NAME) || first.is(TokenKind.QUOTED_NAME);
        if (isNameable && cursor.peek(1).is(TokenKind.ASSIGN)) {
            step.name = Optional.of(cursor.ident(cursor.next()));
            cursor.next();
            step.operands.add(operand(""));
        }
        while (cursor.at(TokenKind.KEYWORD) || cursor.peek().kind().startsExpression() && !cursor.atOption()) {
            step.operands.add(cursor.at(TokenKind.KEYWORD) ? keywordOperand() : operand(""));
        }
        if (cursor.accept(TokenKind.COLON)) {
            step.condition = Optional.of(expressions.parse());
        }
        options(step);
    }

    /** Parses options up to the end of the line. */
    private void options(StepBuilder step) {
        while (cursor.atOption()) {
            step.options.add(option());
        }
        if (!cursor.peek().kind().endsLine()) {
            throw unexpected(step);
        }
    }

    private SyntaxException unexpected(StepBuilder step) {
        Token found = cursor.peek();
        Token before = cursor.peek(-1);
        boolean isBehind = step.condition.isPresent() || !step.options.isEmpty();
        boolean isPart = found.kind().startsExpression() || found.is(TokenKind.KEYWORD) || found.is(TokenKind.COLON);
        if (isPart && isBehind) {
            String message = cursor.describe(found) + " cannot stand behind "
                    + (step.options.isEmpty() ? "the ':' part" : "options");
            return cursor.fail(SyntaxCode.MISPLACED, found, message, Hints.forMisplaced(found, before));
        }
        return unexpectedSign(cursor, found);
    }

    /** Fails at something that can stand nowhere in a statement outside of an expression. */
    static SyntaxException unexpectedSign(TokenCursor cursor, Token found) {
        if (found.is(TokenKind.RIGHT_PAREN) || found.is(TokenKind.RIGHT_BRACKET)) {
            return cursor.fail(
                    SyntaxCode.STRAY_BRACKET, found, "this " + cursor.describe(found) + " closes nothing", "");
        }
        String message = cursor.describe(found) + " cannot stand here";
        return cursor.fail(SyntaxCode.UNEXPECTED, found, message, Hints.forUnexpected(found));
    }

    private Operand operand(String keyword) {
        int start = cursor.start();
        Expr value = expressions.parse();
        return new Operand(keyword, value, cursor.spanFrom(start));
    }

    private Operand keywordOperand() {
        Token keyword = cursor.next();
        Expr value = cursor.atOption() ? new Expr.ListLiteral(List.of(), cursor.span(keyword)) : expressions.parse();
        return new Operand(keyword.text(), value, cursor.spanFrom(keyword.start()));
    }

    /** Parses {@code name=value}. */
    OptionArg option() {
        Token name = cursor.next();
        cursor.next();
        Expr value = expressions.parse();
        return new OptionArg(cursor.ident(name), value, cursor.spanFrom(name.start()));
    }

    /** Parses the block at hand and what stands behind it, which should be nothing; returns whether the latter is so. */
    private boolean block(StepBuilder step) {
        step.hasBlock = true;
        blocks.parse(() -> entry(step));
        return endBlock();
    }

    /** Checks that a line ends behind a block. */
    boolean endBlock() {
        if (cursor.peek().kind().endsLine() && !cursor.at(TokenKind.LEFT_BRACE)
                || cursor.peek(-1).is(TokenKind.NEWLINE)) {
            return true;
        }
        Token found = cursor.peek();
        cursor.begin();
        cursor.report(
                SyntaxCode.UNEXPECTED,
                found,
                "expected the end of the line behind '}', found " + cursor.describe(found),
                "");
        skipLine();
        return false;
    }

    /** Goes to the end of the line; blocks on the way are read for their errors. */
    void skipLine() {
        recover(NOWHERE);
        while (cursor.at(TokenKind.LEFT_BRACE)) {
            orphanBlock();
            recover(NOWHERE);
        }
    }

    private void orphanBlock() {
        blocks.parse(this::orphanEntry);
    }

    /** Reads an entry that belongs to no statement, for its errors. */
    void orphanEntry() {
        orphans++;
        entry(new StepBuilder(cursor.ident(cursor.peek())));
        orphans--;
    }

    private void entry(StepBuilder step) {
        if (cursor.atOption()) {
            int base = cursor.layout().enclosing(cursor.index());
            while (cursor.atOption()) {
                cursor.begin();
                attempt(base, () -> blockOptions(step));
            }
            skipLine();
        } else if (cursor.at(TokenKind.NAME)) {
            checkControl();
            parse().ifPresent(step.steps::add);
        } else {
            Token found = cursor.peek();
            cursor.report(
                    SyntaxCode.VERB_EXPECTED,
                    found,
                    "a block holds options and steps, found " + cursor.describe(found),
                    found.is(TokenKind.LEFT_BRACE) ? "" : Hints.CONTINUATION);
            skipLine();
        }
    }

    private void blockOptions(StepBuilder step) {
        while (cursor.atOption()) {
            step.options.add(option());
        }
        if (!cursor.peek().kind().endsLine() || cursor.at(TokenKind.LEFT_BRACE)) {
            Token found = cursor.peek();
            String message = "expected another option or the end of the line, found " + cursor.describe(found);
            throw cursor.fail(SyntaxCode.UNEXPECTED, found, message, Hints.forUnexpected(found));
        }
    }

    private void checkControl() {
        Token word = cursor.peek();
        if (orphans == 0 && CONTROL.contains(word.text())) {
            cursor.report(
                    SyntaxCode.CONTROL_IN_BLOCK,
                    word,
                    "'" + word.text() + "' cannot stand in the block of a step",
                    "such a block holds options and steps; put '" + word.text() + "' around the statement");
        }
    }
}
