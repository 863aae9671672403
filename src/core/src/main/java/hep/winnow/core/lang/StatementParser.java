package hep.winnow.core.lang;

import java.util.ArrayList;
import java.util.List;

/** Parses the statements of a file. */
final class StatementParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final BlockParser blocks;
    private final StepParser steps;
    private final ControlParser controls;
    /** Index of the first token of the statement before this one; -1 at the beginning of a body. */
    private int previous = -1;

    StatementParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
        this.blocks = new BlockParser(cursor);
        this.steps = new StepParser(cursor, expressions, blocks);
        this.controls = new ControlParser(cursor, expressions, steps, this::body);
    }

    Losses losses() {
        return steps.losses();
    }

    List<Statement> file() {
        List<Statement> out = new ArrayList<>();
        cursor.skipNewlines();
        if (cursor.peek().isWord("winnow") && !cursor.atOption()) {
            cursor.begin();
            attempt(this::head);
        }
        cursor.skipNewlines();
        while (!cursor.at(TokenKind.END)) {
            cursor.begin();
            if (cursor.at(TokenKind.RIGHT_BRACE)) {
                BlockParser.strayBrace(cursor);
            } else {
                statement(out);
            }
            cursor.skipNewlines();
        }
        return out;
    }

    private void head() {
        cursor.next();
        Token number = cursor.peek();
        if (!number.is(TokenKind.NUMBER) || !number.text().equals(String.valueOf(Parser.VERSION))) {
            throw cursor.fail(
                    SyntaxCode.UNKNOWN_VERSION,
                    number,
                    "expected a version of the language, which is " + Parser.VERSION + ", found "
                            + cursor.describe(number),
                    "write: winnow " + Parser.VERSION);
        }
        cursor.next();
        controls.endLine();
    }

    private void statement(List<Statement> out) {
        int start = cursor.index();
        Token first = cursor.peek();
        boolean isControl = first.is(TokenKind.NAME) && StepParser.CONTROL.contains(first.text());
        if (!first.is(TokenKind.NAME) || cursor.atOption() && !isControl) {
            noVerb(first);
            return;
        }
        if (isControl) {
            List<Statement> parsed = new ArrayList<>(1);
            attempt(() -> controls.parse().ifPresent(parsed::add));
            out.addAll(parsed);
            if (parsed.isEmpty() && first.isWord("include")) {
                steps.losses().addWord(first.text());
            }
        } else {
            steps.parse().ifPresent(out::add);
        }
        previous = start;
    }

    private List<Statement> body() {
        List<Statement> out = new ArrayList<>();
        previous = -1;
        blocks.parse(() -> statement(out));
        return out;
    }

    private void noVerb(Token first) {
        if (cursor.atOption() && isIndented(cursor.index())) {
            lostBlock(first);
            return;
        }
        boolean isName = first.is(TokenKind.NAME);
        String help =
                isName ? "a value per event is declared with 'define " + first.text() + " = …'" : Hints.forStart(first);
        String found = isName ? "'" + first.text() + " ='" : cursor.describe(first);
        cursor.report(SyntaxCode.VERB_EXPECTED, first, "a statement begins with a verb, found " + found, help);
        steps.skipLine();
    }

    /** Tells whether a line is indented more than the statement before it. */
    private boolean isIndented(int token) {
        Layout layout = cursor.layout();
        return previous >= 0 && layout.indent(token) > layout.indent(previous);
    }

    /**
     * Reads the rest of a block whose opening brace is missing, for its errors. A string that is not closed, and took the brace in, has been reported.
     */
    private void lostBlock(Token first) {
        Layout layout = cursor.layout();
        if (!cursor.problems().anyLexicalWithin(layout.token(previous).start(), first.start())) {
            cursor.report(
                    SyntaxCode.VERB_EXPECTED,
                    first,
                    "the option '" + first.text() + "=' stands in no block",
                    "is a '{' missing at the end of the line before?");
        }
        while (!cursor.peek().kind().endsLine() && isIndented(cursor.index())) {
            cursor.begin();
            steps.orphanEntry();
            cursor.skipNewlines();
        }
        if (cursor.at(TokenKind.RIGHT_BRACE) && layout.partner(cursor.index()) < 0) {
            cursor.next();
        }
    }

    /** Runs {@code part}; after an error goes to the end of the line. */
    private void attempt(Runnable part) {
        try {
            part.run();
        } catch (SyntaxException reported) {
            skipLine();
        }
    }

    /** Goes to the end of the line; bodies on the way are read for their errors. */
    private void skipLine() {
        List<Statement> nowhere = new ArrayList<>();
        steps.recover(StepParser.NOWHERE);
        while (cursor.at(TokenKind.LEFT_BRACE)) {
            blocks.parse(() -> statement(nowhere));
            steps.recover(StepParser.NOWHERE);
        }
        steps.losses().add(nowhere);
    }
}
