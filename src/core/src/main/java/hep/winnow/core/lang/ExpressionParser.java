package hep.winnow.core.lang;

import java.util.ArrayList;
import java.util.List;

/** Parses expressions by precedence (Pratt): each operator has a level, and an operand takes in all operators of a higher level. */
final class ExpressionParser {
    /** How many expressions may stand within each other. */
    static final int MAX_NESTING = 200;
    /** How high a tree may be, as that of {@code a + b + c + …} is. */
    static final int MAX_HEIGHT = 1000;

    private static final int CONDITIONAL = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARISON = 5;
    private static final int RANGE = 6;
    private static final int SUM = 7;
    private static final int PRODUCT = 8;
    private static final int POWER = 9;

    private final TokenCursor cursor;
    private final PrimaryParser primaries;
    private int nesting;
    /** Height of the tree that was parsed last. */
    private int height;

    ExpressionParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.primaries = new PrimaryParser(cursor, this);
    }

    /** Parses an expression of a statement. */
    Expr parse() {
        nesting = 0;
        primaries.reset();
        return nested();
    }

    /** Parses an expression within brackets. */
    Expr nested() {
        return operand(CONDITIONAL);
    }

    int height() {
        return height;
    }

    /** Notes that the tree parsed last is one higher than its highest part. */
    void grow(int highestPart) {
        height = highestPart + 1;
        if (height > MAX_HEIGHT) {
            throw cursor.fail(
                    SyntaxCode.TOO_DEEP,
                    cursor.peek(),
                    "this expression has more than " + MAX_HEIGHT + " operators in a row",
                    "part it with 'define'");
        }
    }

    private Expr operand(int level) {
        if (nesting >= MAX_NESTING) {
            throw cursor.fail(
                    SyntaxCode.TOO_DEEP,
                    cursor.peek(),
                    "more than " + MAX_NESTING + " expressions stand within each other",
                    "part it with 'define'");
        }
        nesting++;
        int start = cursor.start();
        Expr left = prefix(level);
        int next = level(cursor.peek().kind());
        while (next >= level) {
            left = infix(left, next, start);
            next = level(cursor.peek().kind());
        }
        nesting--;
        return left;
    }

    /** Returns the level of an operator between operands; 0 for anything else. */
    private static int level(TokenKind kind) {
        return switch (kind) {
            case QUESTION -> CONDITIONAL;
            case OR -> OR;
            case AND -> AND;
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> COMPARISON;
            case RANGE -> RANGE;
            case PLUS, MINUS -> SUM;
            case STAR, SLASH, PERCENT -> PRODUCT;
            case CARET -> POWER;
            default -> 0;
        };
    }

    private Expr prefix(int level) {
        Token token = cursor.peek();
        if (token.is(TokenKind.MINUS)) {
            cursor.next();
            return unary(Expr.UnaryOp.NEGATE, token, POWER);
        }
        if (token.is(TokenKind.NOT)) {
            if (level > NOT) {
                throw cursor.fail(
                        SyntaxCode.NOT_WITHOUT_PARENTHESES,
                        token,
                        cursor.describe(token) + " must stand in parentheses here",
                        "write (" + (cursor.describe(token).equals("'!'") ? "!" : "not ") + "…)");
            }
            cursor.next();
            return unary(Expr.UnaryOp.NOT, token, NOT);
        }
        return primaries.parse();
    }

    private Expr unary(Expr.UnaryOp op, Token sign, int level) {
        Expr operand = operand(level);
        grow(height);
        return new Expr.Unary(op, operand, cursor.spanFrom(sign.start()));
    }

    private Expr infix(Expr left, int level, int start) {
        return switch (level) {
            case CONDITIONAL -> conditional(left, start);
            case COMPARISON -> comparison(left, start);
            case RANGE -> range(left, start);
            default -> binary(left, level, start);
        };
    }

    private Expr binary(Expr left, int level, int start) {
        int leftHeight = height;
        Token sign = cursor.next();
        Expr right = operand(level == POWER ? POWER : level + 1);
        grow(Math.max(leftHeight, height));
        return new Expr.Binary(binaryOp(sign.kind()), left, right, cursor.span(sign), cursor.spanFrom(start));
    }

    private Expr comparison(Expr first, int start) {
        int highest = height;
        List<Expr> operands = new ArrayList<>(List.of(first));
        List<Expr.CompareOp> ops = new ArrayList<>();
        while (level(cursor.peek().kind()) == COMPARISON) {
            ops.add(compareOp(cursor.next().kind()));
            operands.add(operand(COMPARISON + 1));
            highest = Math.max(highest, height);
        }
        grow(highest);
        return new Expr.Comparison(operands, ops, cursor.spanFrom(start));
    }

    private Expr range(Expr low, int start) {
        int lowHeight = height;
        cursor.next();
        Expr high = operand(RANGE + 1);
        if (cursor.at(TokenKind.RANGE)) {
            throw cursor.fail(SyntaxCode.CHAINED_RANGE, cursor.peek(), "a range has two ends: low..high", "");
        }
        grow(Math.max(lowHeight, height));
        return new Expr.RangeExpr(low, high, cursor.spanFrom(start));
    }

    private Expr conditional(Expr condition, int start) {
        int highest = height;
        cursor.next();
        Expr whenTrue = operand(CONDITIONAL);
        highest = Math.max(highest, height);
        if (!cursor.accept(TokenKind.COLON)) {
            throw primaries.unexpected(
                    SyntaxCode.UNEXPECTED, "expected ':' and the other value of 'condition ? a : b'");
        }
        Expr whenFalse = operand(CONDITIONAL);
        grow(Math.max(highest, height));
        return new Expr.Conditional(condition, whenTrue, whenFalse, cursor.spanFrom(start));
    }

    private static Expr.BinaryOp binaryOp(TokenKind kind) {
        return switch (kind) {
            case OR -> Expr.BinaryOp.OR;
            case AND -> Expr.BinaryOp.AND;
            case PLUS -> Expr.BinaryOp.ADD;
            case MINUS -> Expr.BinaryOp.SUBTRACT;
            case STAR -> Expr.BinaryOp.MULTIPLY;
            case SLASH -> Expr.BinaryOp.DIVIDE;
            case PERCENT -> Expr.BinaryOp.MODULO;
            case CARET -> Expr.BinaryOp.POWER;
            default -> throw new IllegalArgumentException("no operator: " + kind);
        };
    }

    private static Expr.CompareOp compareOp(TokenKind kind) {
        return switch (kind) {
            case LESS -> Expr.CompareOp.LESS;
            case LESS_EQUAL -> Expr.CompareOp.LESS_EQUAL;
            case GREATER -> Expr.CompareOp.GREATER;
            case GREATER_EQUAL -> Expr.CompareOp.GREATER_EQUAL;
            case EQUAL -> Expr.CompareOp.EQUAL;
            case NOT_EQUAL -> Expr.CompareOp.NOT_EQUAL;
            default -> throw new IllegalArgumentException("no comparison: " + kind);
        };
    }
}
