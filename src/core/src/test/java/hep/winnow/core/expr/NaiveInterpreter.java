package hep.winnow.core.expr;

import hep.winnow.api.event.Column;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.lang.Expr.UnaryOp;
import hep.winnow.core.text.ColumnText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** The meaning of expressions, for one event and by recursion: the reference that the evaluator is compared with. */
final class NaiveInterpreter implements TypedExpr.Visitor<NaiveInterpreter.Value> {
    private final Map<String, Column> columns;
    private final Map<String, Double> scalars;
    private final int event;

    NaiveInterpreter(Map<String, Column> columns, Map<String, Double> scalars, int event) {
        this.columns = columns;
        this.scalars = scalars;
        this.event = event;
    }

    /** A value, whether a comparison below it met a NaN, and its exact value if it is a whole number of a column or constant. */
    record Value(
            double number, boolean truth, String text, boolean touched, Optional<BigInteger> whole, boolean isLong) {
        static Value of(double number, boolean touched) {
            return new Value(number, false, "", touched, Optional.empty(), false);
        }

        static Value of(boolean truth, boolean touched) {
            return new Value(truth ? 1 : 0, truth, "", touched, Optional.empty(), false);
        }

        static Value of(String text, boolean touched) {
            return new Value(Double.NaN, false, text, touched, Optional.empty(), false);
        }

        Value touchedToo(boolean other) {
            return new Value(number, truth, text, touched || other, Optional.empty(), false);
        }
    }

    @Override
    public Value constant(TypedExpr.Constant node) {
        return switch (node.type()) {
            case BOOLEAN -> Value.of(node.isTrue(), false);
            case STRING -> Value.of(node.text(), false);
            case NUMBER -> {
                boolean isWhole = Double.isFinite(node.number()) && node.number() % 1 == 0;
                Optional<BigInteger> whole = !node.text().isEmpty()
                        ? Optional.of(new BigInteger(node.text()))
                        : isWhole ? Optional.of(new BigDecimal(node.number()).toBigInteger()) : Optional.empty();
                yield new Value(node.number(), false, "", false, whole, false);
            }
        };
    }

    @Override
    public Value input(TypedExpr.Input node) {
        Column column = Workbench.get(columns, node.name());
        if (column instanceof Column.Longs longs) {
            BigInteger whole = BigInteger.valueOf(longs.values()[event]);
            return new Value(longs.values()[event], false, "", false, Optional.of(whole), true);
        }
        if (column instanceof Column.Ints ints) {
            BigInteger whole = BigInteger.valueOf(ints.values()[event]);
            return new Value(ints.values()[event], false, "", false, Optional.of(whole), false);
        }
        return switch (node.type()) {
            case BOOLEAN ->
                Value.of(column.number(event) > 0 || column.number(event) < 0, Double.isNaN(column.number(event)));
            case STRING -> Value.of(ColumnText.of(column, event), false);
            case NUMBER -> Value.of(column.number(event), false);
        };
    }

    @Override
    public Value scalar(TypedExpr.Scalar node) {
        return Value.of(Workbench.get(scalars, node.name()), false);
    }

    @Override
    public Value named(TypedExpr.Named node) {
        return node.body().accept(this);
    }

    @Override
    public Value unary(TypedExpr.Unary node) {
        Value a = node.operand().accept(this);
        return node.op() == UnaryOp.NOT ? Value.of(!a.truth, a.touched) : Value.of(-a.number, a.touched);
    }

    @Override
    public Value binary(TypedExpr.Binary node) {
        Value a = node.left().accept(this);
        Value b = node.right().accept(this);
        double result = switch (node.op()) {
            case ADD -> a.number + b.number;
            case SUBTRACT -> a.number - b.number;
            case MULTIPLY -> a.number * b.number;
            case DIVIDE -> a.number / b.number;
            case MODULO -> a.number % b.number;
            default -> power(a.number, b.number);
        };
        return Value.of(result, a.touched || b.touched);
    }

    /** Square and multiply, from the lowest bit. */
    private static double power(double x, double y) {
        if (y != (int) y || Math.abs(y) > 16) {
            return StrictMath.pow(x, y);
        }
        if (y < 0) {
            return 1 / power(x, -y);
        }
        return power(1, x, (int) y);
    }

    /** Returns {@code product·x^y}, taking up the squares of x in the order of the bits. */
    private static double power(double product, double x, int y) {
        return y == 0 ? product : power(y % 2 == 0 ? product : product * x, x * x, y / 2);
    }

    @Override
    public Value compare(TypedExpr.Compare node) {
        Value[] values = node.operands().stream().map(o -> o.accept(this)).toArray(Value[]::new);
        boolean touched = false;
        for (Value value : values) {
            touched |= value.touched;
        }
        for (int i = 0; i < node.ops().size(); i++) {
            Value a = values[i];
            Value b = values[i + 1];
            boolean isNumber = node.operands().get(i).type() == ValueType.NUMBER;
            touched |= isNumber && (Double.isNaN(a.number) || Double.isNaN(b.number));
            if (!holds(node.ops().get(i), a, b, node.operands().get(i).type())) {
                return Value.of(false, touched);
            }
        }
        return Value.of(true, touched);
    }

    private static boolean holds(CompareOp op, Value a, Value b, ValueType type) {
        if (type == ValueType.STRING) {
            return a.text.equals(b.text) == (op == CompareOp.EQUAL);
        }
        if (type == ValueType.BOOLEAN) {
            return (a.truth == b.truth) == (op == CompareOp.EQUAL);
        }
        double x = a.number;
        double y = b.number;
        if ((a.isLong || b.isLong) && a.whole.isPresent() && b.whole.isPresent()) {
            x = a.whole.get().compareTo(b.whole.get());
            y = 0;
        }
        return switch (op) {
            case LESS -> x < y;
            case LESS_EQUAL -> x <= y;
            case GREATER -> x > y;
            case GREATER_EQUAL -> x >= y;
            case EQUAL -> x == y;
            case NOT_EQUAL -> x < y || x > y;
        };
    }

    @Override
    public Value logic(TypedExpr.Logic node) {
        Value a = node.left().accept(this);
        boolean isOpen = a.truth == (node.op() == BinaryOp.AND);
        return isOpen ? node.right().accept(this).touchedToo(a.touched) : a;
    }

    @Override
    public Value select(TypedExpr.Select node) {
        Value condition = node.condition().accept(this);
        Value branch = (condition.truth ? node.whenTrue() : node.whenFalse()).accept(this);
        return branch.touchedToo(condition.touched);
    }

    @Override
    public Value call(TypedExpr.Call node) {
        double[][] arguments = new double[node.arguments().size()][1];
        boolean touched = false;
        for (int i = 0; i < arguments.length; i++) {
            Value value = node.arguments().get(i).accept(this);
            arguments[i][0] = value.number;
            touched |= value.touched;
        }
        double[] out = new double[1];
        node.function().apply(arguments, 1, out);
        if (node.function().isCondition()) {
            return Value.of(out[0] != 0 && !Double.isNaN(out[0]), touched || Double.isNaN(out[0]));
        }
        return Value.of(out[0], touched);
    }
}
