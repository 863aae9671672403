package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.expr.TypedExpr.Constant;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.UnaryOp;
import hep.winnow.core.lang.Parser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Prints typed expressions as text of the language, with defines written out down to the inputs, with as few parentheses as
 * the grammar allows. Parsing and compiling the text gives an expression of the same values, bit by bit.
 */
public final class ExprText {
    /** A formula of defines of defines can grow without end when it is written out. */
    static final int LONGEST = 1_000_000;

    private static final int BRIEF = 80;

    // How tightly a construct binds, loosest first, as in the grammar.
    private static final int SELECT = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARE = 4;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int SIGN = 8;
    private static final int POWER = 9;
    private static final int PRIMARY = 10;

    private ExprText() {}

    /**
     * Returns the text, with scalars by their names.
     *
     * @throws UserError if it would be longer or nested deeper than the language allows, or has a name in it that cannot be written
     */
    public static String print(TypedExpr expr) {
        return checked(write(expr, scalar -> new Printed(scalar.name(), PRIMARY)));
    }

    /** Returns the text, with scalars by their values; otherwise as {@link #print(TypedExpr)}. */
    public static String print(TypedExpr expr, ToDoubleFunction<TypedExpr.Scalar> scalars) {
        return checked(write(expr, scalar -> number(Constant.of(scalars.applyAsDouble(scalar)))));
    }

    /** Returns the text with defines by their names: as a macro may spell it. Not to be compiled where the names are not known. */
    public static String spelled(TypedExpr expr) {
        return write(expr, scalar -> new Printed(scalar.name(), PRIMARY), true);
    }

    /** Returns the text of an expression for a message; a long one is cut off. */
    static String brief(TypedExpr expr) {
        String text;
        try {
            text = write(expr, scalar -> new Printed(scalar.name(), PRIMARY));
        } catch (UserError tooLong) {
            text = "a long formula";
        }
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
    }

    /** Written out, defines of defines may nest deeper than the parser goes. */
    private static String checked(String text) {
        List<Diagnostic> problems = new ArrayList<>();
        Parser.parseExpression("formula", text, problems);
        if (!problems.isEmpty()) {
            throw UserError.macro(
                    "a formula cannot be written out: " + problems.get(0).message(),
                    "compute it in fewer steps, or save it as a column first");
        }
        return text;
    }

    /** A piece of text that binds as tightly as a construct of the grammar. */
    private record Printed(String text, int binding) {}

    /** An operand that needs parentheses if it binds less tightly. */
    private record Operand(TypedExpr expr, int binding) {}

    /** A construct: texts and operands in order. */
    private record Construct(int binding, List<Object> parts) {}

    /** Works on a list of what is still to be written, not by recursion: a long sum is a deep tree. */
    private static String write(TypedExpr expr, Function<TypedExpr.Scalar, Printed> scalars) {
        return write(expr, scalars, false);
    }

    private static String write(TypedExpr expr, Function<TypedExpr.Scalar, Printed> scalars, boolean keepsNames) {
        Splitter splitter = new Splitter(scalars);
        StringBuilder out = new StringBuilder();
        Deque<Object> open = new ArrayDeque<>();
        open.push(new Operand(expr, SELECT));
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Operand operand) {
                boolean isName = keepsNames && operand.expr() instanceof TypedExpr.Named;
                Construct construct = isName
                        ? Splitter.leaf(new Printed(((TypedExpr.Named) operand.expr()).name(), PRIMARY))
                        : operand.expr().unwrap().accept(splitter);
                List<Object> parts = new ArrayList<>(construct.parts());
                if (construct.binding() < operand.binding()) {
                    parts.add(0, "(");
                    parts.add(")");
                }
                Collections.reverse(parts);
                parts.forEach(open::push);
            } else {
                out.append(next);
            }
            if (out.length() > LONGEST) {
                throw UserError.macro(
                        "a formula has more than " + LONGEST + " characters when its defines are written out",
                        "compute it in fewer steps, or save it as a column first");
            }
        }
        return out.toString();
    }

    private static Printed number(Constant constant) {
        double value = constant.number();
        if (!constant.text().isEmpty()) {
            return new Printed(constant.text(), constant.text().startsWith("-") ? SIGN : PRIMARY);
        }
        if (Double.isNaN(value)) {
            return new Printed("0/0", PRODUCT);
        }
        if (Double.isInfinite(value)) {
            return new Printed(value > 0 ? "1/0" : "-1/0", PRODUCT);
        }
        String text = NumberText.of(value);
        return new Printed(text, text.startsWith("-") ? SIGN : PRIMARY);
    }

    private record Splitter(Function<TypedExpr.Scalar, Printed> scalars) implements TypedExpr.Visitor<Construct> {
        @Override
        public Construct constant(Constant node) {
            return switch (node.type()) {
                case BOOLEAN -> leaf(new Printed(node.isTrue() ? "true" : "false", PRIMARY));
                case STRING -> leaf(new Printed(Quoting.string(node.text()), PRIMARY));
                default -> leaf(number(node));
            };
        }

        @Override
        public Construct input(TypedExpr.Input node) {
            return leaf(new Printed(Quoting.name(node.name()), PRIMARY));
        }

        @Override
        public Construct scalar(TypedExpr.Scalar node) {
            return leaf(scalars.apply(node));
        }

        @Override
        public Construct named(TypedExpr.Named node) {
            return node.unwrap().accept(this);
        }

        @Override
        public Construct unary(TypedExpr.Unary node) {
            return node.op() == UnaryOp.NEGATE
                    ? construct(SIGN, "-", new Operand(node.operand(), POWER))
                    : construct(NOT, "not ", new Operand(node.operand(), NOT));
        }

        @Override
        public Construct binary(TypedExpr.Binary node) {
            return switch (node.op()) {
                case ADD, SUBTRACT -> between(node, SUM, SUM, PRODUCT, " ");
                case MULTIPLY, DIVIDE -> between(node, PRODUCT, PRODUCT, SIGN, "");
                case MODULO -> between(node, PRODUCT, PRODUCT, SIGN, " ");
                default -> between(node, POWER, PRIMARY, POWER, "");
            };
        }

        private static Construct between(TypedExpr.Binary node, int binding, int left, int right, String space) {
            return construct(
                    binding,
                    new Operand(node.left(), left),
                    space + node.op().symbol() + space,
                    new Operand(node.right(), right));
        }

        @Override
        public Construct compare(TypedExpr.Compare node) {
            List<Object> parts = new ArrayList<>();
            for (int i = 0; i < node.operands().size(); i++) {
                if (i > 0) {
                    parts.add(" " + node.ops().get(i - 1).symbol() + " ");
                }
                parts.add(new Operand(node.operands().get(i), SUM));
            }
            return new Construct(COMPARE, parts);
        }

        @Override
        public Construct logic(TypedExpr.Logic node) {
            return node.op() == BinaryOp.AND
                    ? construct(AND, new Operand(node.left(), AND), " and ", new Operand(node.right(), NOT))
                    : construct(OR, new Operand(node.left(), OR), " or ", new Operand(node.right(), AND));
        }

        @Override
        public Construct select(TypedExpr.Select node) {
            return construct(
                    SELECT,
                    new Operand(node.condition(), OR),
                    " ? ",
                    new Operand(node.whenTrue(), OR),
                    " : ",
                    new Operand(node.whenFalse(), SELECT));
        }

        @Override
        public Construct call(TypedExpr.Call node) {
            return called(node.function().name(), node.arguments());
        }

        @Override
        public Construct listCall(TypedExpr.ListCall node) {
            List<TypedExpr> arguments = node.arguments();
            return node.function().isIndex()
                    ? construct(
                            PRIMARY,
                            new Operand(arguments.get(0), PRIMARY),
                            "[",
                            new Operand(arguments.get(1), SELECT),
                            "]")
                    : called(node.function().name(), arguments);
        }

        @Override
        public Construct lookup(TypedExpr.Lookup node) {
            Construct call = called(node.table().name(), node.arguments());
            if (node.field().isEmpty()) {
                return call;
            }
            List<Object> parts = new ArrayList<>(call.parts());
            parts.add("." + node.field());
            return new Construct(PRIMARY, parts);
        }

        private static Construct called(String function, List<TypedExpr> arguments) {
            List<Object> parts = new ArrayList<>();
            parts.add(function + "(");
            for (int i = 0; i < arguments.size(); i++) {
                if (i > 0) {
                    parts.add(", ");
                }
                parts.add(new Operand(arguments.get(i), SELECT));
            }
            parts.add(")");
            return new Construct(PRIMARY, parts);
        }

        private static Construct leaf(Printed printed) {
            return construct(printed.binding(), printed.text());
        }

        private static Construct construct(int binding, Object... parts) {
            return new Construct(binding, List.of(parts));
        }
    }
}
