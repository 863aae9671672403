package hep.winnow.core.expr;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.Column;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.lang.Expr.UnaryOp;
import hep.winnow.core.text.ColumnText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The meaning of expressions, for one event and by recursion: the reference that the evaluator is compared with. What works element by element is told of single
 * values, and done for each element of lists.
 */
final class NaiveInterpreter implements TypedExpr.Visitor<NaiveInterpreter.Answer> {
    private final Map<String, Column> columns;
    private final Map<String, Double> scalars;
    private final int event;

    NaiveInterpreter(Map<String, Column> columns, Map<String, Double> scalars, int event) {
        this.columns = columns;
        this.scalars = scalars;
        this.event = event;
    }

    /**
     * A value, or the values of a list.
     *
     * @param lost whether a comparison below a list met a NaN, other than those that its values tell
     */
    record Answer(List<Value> values, boolean isList, boolean lost) {
        static Answer of(Value value) {
            return new Answer(List.of(value), false, false);
        }

        static Answer of(List<Value> values, boolean lost) {
            return new Answer(values, true, lost);
        }

        Value value() {
            if (isList) {
                throw new AssertionError("asked for the value of a list");
            }
            return values.get(0);
        }

        /** Returns value {@code i} of a list; the value that stands for all of them. */
        Value at(int i) {
            return isList ? values.get(i) : values.get(0);
        }

        boolean touched() {
            return lost || values.stream().anyMatch(Value::touched);
        }
    }

    /** Works on each element of lists, or on single values. */
    private static Answer each(List<Answer> operands, Function<Value[], Value> f) {
        List<Answer> lists = operands.stream().filter(Answer::isList).toList();
        if (lists.isEmpty()) {
            return Answer.of(f.apply(operands.stream().map(Answer::value).toArray(Value[]::new)));
        }
        int size = lists.get(0).values().size();
        List<Value> out = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int at = i;
            out.add(f.apply(operands.stream()
                    .map(o -> o.isList() ? o.at(at) : o.value().untouched())
                    .toArray(Value[]::new)));
        }
        boolean lost = operands.stream()
                .anyMatch(o -> o.isList() ? o.lost() : o.value().touched());
        return Answer.of(out, lost);
    }

    private List<Answer> answers(List<TypedExpr> nodes) {
        return nodes.stream().map(n -> n.accept(this)).toList();
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

        Value untouched() {
            return new Value(number, truth, text, false, whole, isLong);
        }

        Value touchedToo(boolean other) {
            return new Value(number, truth, text, touched || other, Optional.empty(), false);
        }
    }

    @Override
    public Answer constant(TypedExpr.Constant node) {
        return Answer.of(
                switch (node.type()) {
                    case BOOLEAN -> Value.of(node.isTrue(), false);
                    case STRING -> Value.of(node.text(), false);
                    default -> {
                        boolean isWhole = Double.isFinite(node.number()) && node.number() % 1 == 0;
                        Optional<BigInteger> whole = !node.text().isEmpty()
                                ? Optional.of(new BigInteger(node.text()))
                                : isWhole
                                        ? Optional.of(new BigDecimal(node.number()).toBigInteger())
                                        : Optional.empty();
                        yield new Value(node.number(), false, "", false, whole, false);
                    }
                });
    }

    @Override
    public Answer input(TypedExpr.Input node) {
        Column column = Workbench.get(columns, node.name());
        if (column instanceof Column.Lists lists) {
            return Answer.of(
                    IntStream.range(lists.offsets()[event], lists.offsets()[event + 1])
                            .mapToObj(i -> value(node, lists.values(), i))
                            .toList(),
                    false);
        }
        return Answer.of(value(node, column, event));
    }

    private static Value value(TypedExpr.Input node, Column column, int at) {
        if (column instanceof Column.Longs longs) {
            BigInteger whole = BigInteger.valueOf(longs.values()[at]);
            return new Value(longs.values()[at], false, "", false, Optional.of(whole), true);
        }
        if (column instanceof Column.Ints ints) {
            BigInteger whole = BigInteger.valueOf(ints.values()[at]);
            return new Value(ints.values()[at], false, "", false, Optional.of(whole), false);
        }
        return switch (node.type().element()) {
            case BOOLEAN -> Value.of(column.number(at) > 0 || column.number(at) < 0, Double.isNaN(column.number(at)));
            case STRING -> Value.of(ColumnText.of(column, at), false);
            default -> Value.of(column.number(at), false);
        };
    }

    @Override
    public Answer scalar(TypedExpr.Scalar node) {
        return Answer.of(Value.of(Workbench.get(scalars, node.name()), false));
    }

    @Override
    public Answer named(TypedExpr.Named node) {
        return node.body().accept(this);
    }

    @Override
    public Answer unary(TypedExpr.Unary node) {
        return each(
                answers(node.children()),
                v -> node.op() == UnaryOp.NOT
                        ? Value.of(!v[0].truth, v[0].touched)
                        : Value.of(-v[0].number, v[0].touched));
    }

    @Override
    public Answer binary(TypedExpr.Binary node) {
        return each(answers(node.children()), v -> {
            double a = v[0].number;
            double b = v[1].number;
            double result = switch (node.op()) {
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> a / b;
                case MODULO -> a % b;
                default -> power(a, b);
            };
            return Value.of(result, v[0].touched || v[1].touched);
        });
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
    public Answer compare(TypedExpr.Compare node) {
        return each(answers(node.operands()), v -> compare(node, v));
    }

    private static Value compare(TypedExpr.Compare node, Value[] values) {
        boolean touched = false;
        for (Value value : values) {
            touched |= value.touched;
        }
        for (int i = 0; i < node.ops().size(); i++) {
            Value a = values[i];
            Value b = values[i + 1];
            ValueType type = node.operands().get(i).type().element();
            touched |= type == ValueType.NUMBER && (Double.isNaN(a.number) || Double.isNaN(b.number));
            if (!holds(node.ops().get(i), a, b, type)) {
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
    public Answer logic(TypedExpr.Logic node) {
        return each(answers(node.children()), v -> {
            boolean isOpen = v[0].truth == (node.op() == BinaryOp.AND);
            return isOpen ? v[1].touchedToo(v[0].touched) : v[0];
        });
    }

    @Override
    public Answer select(TypedExpr.Select node) {
        return each(answers(node.children()), v -> (v[0].truth ? v[1] : v[2]).touchedToo(v[0].touched));
    }

    @Override
    public Answer call(TypedExpr.Call node) {
        return each(answers(node.arguments()), v -> call(node, v));
    }

    private static Value call(TypedExpr.Call node, Value[] values) {
        double[][] arguments = new double[values.length][1];
        boolean touched = false;
        for (int i = 0; i < arguments.length; i++) {
            arguments[i][0] = values[i].number;
            touched |= values[i].touched;
        }
        double[] out = new double[1];
        node.function().apply(arguments, 1, out);
        if (node.function().isCondition()) {
            return Value.of(out[0] != 0 && !Double.isNaN(out[0]), touched || Double.isNaN(out[0]));
        }
        return Value.of(out[0], touched);
    }

    @Override
    public Answer listCall(TypedExpr.ListCall node) {
        return NaiveLists.call(node, answers(node.arguments()));
    }

    /** What a table holds is tested by itself; here it is asked for one value at a time. */
    @Override
    public Answer lookup(TypedExpr.Lookup node) {
        return each(answers(node.arguments()), keys -> {
            double[][] values = new double[keys.length][];
            boolean touched = false;
            for (int k = 0; k < keys.length; k++) {
                values[k] = TypedExpr.Lookup.ofKey(node.table(), k) == ValueType.STRING
                        ? node.table().codes(k, new String[] {keys[k].text()}, 1)
                        : new double[] {keys[k].number()};
                touched |= keys[k].touched();
            }
            double[] out = new double[1];
            if (node.table().isCondition(node.field())) {
                node.table().found(values, 1, out);
                return Value.of(out[0] == 1, touched || Double.isNaN(out[0]));
            }
            assertThat(node.table().apply(node.field(), values, 1, out)).isEqualTo(-1);
            return Value.of(out[0], touched);
        });
    }
}
