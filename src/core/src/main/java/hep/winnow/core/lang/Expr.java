package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Span;
import java.util.List;

/** An expression as it is written. Trees are compared by identity of meaning never by {@code equals}: two {@code x} are equal records. */
public sealed interface Expr {
    /** Returns where it stands. */
    Span span();

    /** A number; {@code 10%} is 0.1. {@code isInteger} tells that it was written without point, exponent, percent and unit. */
    record NumberLiteral(double value, boolean isInteger, String text, Span span) implements Expr {}

    /** A string, with its escapes resolved and {@code {param}} still in it. */
    record StringLiteral(String value, Span span) implements Expr {}

    /** {@code true} or {@code false}. */
    record BooleanLiteral(boolean value, Span span) implements Expr {}

    /** A name; {@code isQuoted} if it stood in backquotes, and is then a column for sure. */
    record NameRef(String name, boolean isQuoted, Span span) implements Expr {}

    /** {@code [a, b]}. */
    record ListLiteral(List<Expr> items, Span span) implements Expr {
        public ListLiteral {
            items = List.copyOf(items);
        }
    }

    /** {@code -a} or {@code not a}. */
    record Unary(UnaryOp op, Expr operand, Span span) implements Expr {}

    /** {@code a + b}; {@code opSpan} is the operator's own place. */
    record Binary(BinaryOp op, Expr left, Expr right, Span opSpan, Span span) implements Expr {}

    /** {@code 70 < m < 110}: one operator less than operands; all neighbours must hold. */
    record Comparison(List<Expr> operands, List<CompareOp> ops, Span span) implements Expr {
        public Comparison {
            operands = List.copyOf(operands);
            ops = List.copyOf(ops);
        }
    }

    /** {@code c ? a : b}. */
    record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, Span span) implements Expr {}

    /** {@code low..high}. */
    record RangeExpr(Expr low, Expr high, Span span) implements Expr {}

    /** {@code f(a, b, name=c)}. */
    record Call(Ident function, List<Expr> arguments, List<OptionArg> named, Span span) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
            named = List.copyOf(named);
        }
    }

    /** {@code a[i]}. */
    record Index(Expr target, Expr index, Span span) implements Expr {}

    /** {@code run=long} as an item of a list, as in {@code types=[run=long, tag=string]}. */
    record Pair(Ident name, Expr value, Span span) implements Expr {}

    /** {@code best.cut}. */
    record Field(Expr target, Ident field, Span span) implements Expr {}

    /** What stands before its operand. */
    enum UnaryOp {
        NEGATE,
        NOT
    }

    /** What stands between two operands, comparisons apart. */
    enum BinaryOp {
        OR("or"),
        AND("and"),
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        MODULO("%"),
        POWER("^");

        private final String symbol;

        BinaryOp(String symbol) {
            this.symbol = symbol;
        }

        /** Returns it as it is written. */
        public String symbol() {
            return symbol;
        }
    }

    /** What compares two operands. */
    enum CompareOp {
        LESS("<"),
        LESS_EQUAL("<="),
        GREATER(">"),
        GREATER_EQUAL(">="),
        EQUAL("=="),
        NOT_EQUAL("!=");

        private final String symbol;

        CompareOp(String symbol) {
            this.symbol = symbol;
        }

        /** Returns it as it is written. */
        public String symbol() {
            return symbol;
        }
    }
}
