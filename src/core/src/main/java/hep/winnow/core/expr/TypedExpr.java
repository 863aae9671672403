package hep.winnow.core.expr;

import hep.winnow.api.event.ColumnType;
import hep.winnow.api.function.EventFunction;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.lang.Expr.UnaryOp;
import hep.winnow.core.lookup.LookupTable;
import java.util.List;

/**
 * An expression whose names are resolved and whose types are known. Node identity marks a shared subexpression: a define that is
 * used twice is the same object, and is evaluated once per block. Never use a node as the key of a map that asks
 * {@code equals}: two equal {@code x + 1} are two nodes, and hashing a shared tree may take exponential time.
 *
 * <p>The constructors check types; {@link Compiler} turns what they would refuse into diagnostics.
 */
public sealed interface TypedExpr {
    /** Returns the type of its values. */
    ValueType type();

    /** Calls the visitor's method for this node. */
    <R> R accept(Visitor<R> visitor);

    /** Returns the operands, in the order of evaluation. */
    default List<TypedExpr> children() {
        return List.of();
    }

    /** Returns this expression without the names of defines around it. */
    default TypedExpr unwrap() {
        return this;
    }

    /**
     * The same value for all events.
     *
     * @param type of the value
     * @param number the number; 0 or 1 for a boolean, NaN for a string
     * @param text the string; for an integer that no double holds its digits, with a sign if it is negative; else empty
     */
    record Constant(ValueType type, double number, String text) implements TypedExpr {
        /** Returns a number. */
        public static Constant of(double number) {
            return new Constant(ValueType.NUMBER, number, "");
        }

        /** Returns a boolean. */
        public static Constant of(boolean value) {
            return new Constant(ValueType.BOOLEAN, value ? 1 : 0, "");
        }

        /** Returns a string. */
        public static Constant of(String text) {
            return new Constant(ValueType.STRING, Double.NaN, text);
        }

        /** Tells whether it is {@code true}. */
        public boolean isTrue() {
            return type == ValueType.BOOLEAN && number != 0;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /**
     * One value or one list per event that the engine delivers: a column, or the output of a model.
     *
     * @param name as the macro spells it, without backquotes
     * @param key what tells inputs apart: two inputs with equal keys are one
     * @param type of the values
     * @param columnType how the values are held, those of lists too, as far as it is known before they are read
     * @param unit such as {@code GeV}; empty if unknown
     */
    record Input(String name, Object key, ValueType type, ColumnType columnType, String unit) implements TypedExpr {
        public Input {
            if (type.element() != typeOf(columnType)) {
                throw new IllegalArgumentException("input '" + name + "' is " + type + " but is held as " + columnType);
            }
        }

        /** Returns an input whose type follows from how it is held. */
        public static Input of(String name, Object key, ColumnType columnType, String unit) {
            return new Input(name, key, typeOf(columnType), columnType, unit);
        }

        /** Returns an input of a list of values per event. */
        public static Input ofLists(String name, Object key, ColumnType columnType, String unit) {
            return new Input(name, key, typeOf(columnType).list(), columnType, unit);
        }

        private static ValueType typeOf(ColumnType columnType) {
            return switch (columnType) {
                case STRING -> ValueType.STRING;
                case BOOLEAN -> ValueType.BOOLEAN;
                default -> ValueType.NUMBER;
            };
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.input(this);
        }
    }

    /**
     * One number for all events that is known only at run time, such as {@code best.cut}.
     *
     * @param name as the macro spells it
     * @param key what tells scalars apart: two with equal keys are one
     */
    record Scalar(String name, Object key) implements TypedExpr {
        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scalar(this);
        }
    }

    /**
     * A define: a name for an expression.
     *
     * @param name as the macro declares it
     * @param body what it stands for
     * @param unit that it declares, or that of a lone column; empty if unknown
     */
    record Named(String name, TypedExpr body, String unit) implements TypedExpr {
        /** Makes a define without a unit. */
        public Named(String name, TypedExpr body) {
            this(name, body, "");
        }

        @Override
        public ValueType type() {
            return body.type();
        }

        @Override
        public List<TypedExpr> children() {
            return List.of(body);
        }

        @Override
        public TypedExpr unwrap() {
            TypedExpr inner = body;
            while (inner instanceof Named named) {
                inner = named.body;
            }
            return inner;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /** {@code -a} of numbers, or {@code not a} of conditions. This and what follows works element by element on lists; a value per event beside them stands for all elements. */
    record Unary(UnaryOp op, TypedExpr operand) implements TypedExpr {
        public Unary {
            requireElements(operand, op == UnaryOp.NEGATE ? ValueType.NUMBER : ValueType.BOOLEAN);
        }

        @Override
        public ValueType type() {
            return operand.type();
        }

        @Override
        public List<TypedExpr> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /** {@code a + b}, {@code a - b}, {@code a * b}, {@code a / b}, {@code a % b}, {@code a ^ b} of numbers. */
    record Binary(BinaryOp op, TypedExpr left, TypedExpr right, ValueType type) implements TypedExpr {
        public Binary {
            if (op == BinaryOp.AND || op == BinaryOp.OR) {
                throw new IllegalArgumentException("'" + op.symbol() + "' is no arithmetic");
            }
            requireFactor(left);
            requireFactor(right);
        }

        /** Returns it with the type that follows from its operands. */
        public Binary(BinaryOp op, TypedExpr left, TypedExpr right) {
            this(op, left, right, listIfAny(ValueType.NUMBER, List.of(left, right)));
        }

        @Override
        public List<TypedExpr> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /**
     * {@code a < b <= c}: true if each neighbouring pair holds. Pairs are looked at from left to right up to the first
     * that does not hold. A pair with a NaN in it does not hold, {@code !=} included. Strings and conditions know {@code ==} and
     * {@code !=} only.
     */
    record Compare(List<TypedExpr> operands, List<CompareOp> ops, ValueType type) implements TypedExpr {
        public Compare {
            operands = List.copyOf(operands);
            ops = List.copyOf(ops);
            if (ops.isEmpty() || operands.size() != ops.size() + 1) {
                throw new IllegalArgumentException(
                        "a comparison of " + operands.size() + " operands has " + ops.size() + " operators");
            }
            for (int i = 0; i < ops.size(); i++) {
                requireElements(operands.get(i + 1), operands.get(i).type().element());
                boolean ordered = ops.get(i) != CompareOp.EQUAL && ops.get(i) != CompareOp.NOT_EQUAL;
                if (ordered && operands.get(i).type().element() != ValueType.NUMBER) {
                    throw new IllegalArgumentException("only numbers have an order");
                }
            }
        }

        /** Returns it with the type that follows from its operands. */
        public Compare(List<TypedExpr> operands, List<CompareOp> ops) {
            this(operands, ops, listIfAny(ValueType.BOOLEAN, operands));
        }

        @Override
        public List<TypedExpr> children() {
            return operands;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }
    }

    /** {@code a and b} or {@code a or b} of conditions; the right side counts only for events that the left one leaves open. */
    record Logic(BinaryOp op, TypedExpr left, TypedExpr right, ValueType type) implements TypedExpr {
        public Logic {
            if (op != BinaryOp.AND && op != BinaryOp.OR) {
                throw new IllegalArgumentException("'" + op.symbol() + "' is no logic");
            }
            requireElements(left, ValueType.BOOLEAN);
            requireElements(right, ValueType.BOOLEAN);
        }

        /** Returns it with the type that follows from its operands. */
        public Logic(BinaryOp op, TypedExpr left, TypedExpr right) {
            this(op, left, right, listIfAny(ValueType.BOOLEAN, List.of(left, right)));
        }

        @Override
        public List<TypedExpr> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logic(this);
        }
    }

    /** {@code condition ? whenTrue : whenFalse}, of two values of one type. */
    record Select(TypedExpr condition, TypedExpr whenTrue, TypedExpr whenFalse, ValueType type) implements TypedExpr {
        public Select {
            requireElements(condition, ValueType.BOOLEAN);
            requireElements(whenFalse, whenTrue.type().element());
        }

        /** Returns it with the type that follows from its operands. */
        public Select(TypedExpr condition, TypedExpr whenTrue, TypedExpr whenFalse) {
            this(
                    condition,
                    whenTrue,
                    whenFalse,
                    listIfAny(whenTrue.type().element(), List.of(condition, whenTrue, whenFalse)));
        }

        @Override
        public List<TypedExpr> children() {
            return List.of(condition, whenTrue, whenFalse);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.select(this);
        }
    }

    /** {@code f(a, b)} of numbers, and of conditions where the function takes them. */
    record Call(EventFunction function, List<TypedExpr> arguments, ValueType type) implements TypedExpr {
        public Call {
            arguments = List.copyOf(arguments);
            for (TypedExpr argument : arguments) {
                if (argument.type().element() != ValueType.BOOLEAN || !function.takesConditions()) {
                    requireElements(argument, ValueType.NUMBER);
                }
            }
        }

        /** Returns it with the type that follows from its operands. */
        public Call(EventFunction function, List<TypedExpr> arguments) {
            this(
                    function,
                    arguments,
                    listIfAny(function.isCondition() ? ValueType.BOOLEAN : ValueType.NUMBER, arguments));
        }

        @Override
        public List<TypedExpr> children() {
            return arguments;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code f(a, b)} of a function that looks at whole lists, or {@code a[b]}; arguments that were left out are there with their defaults. */
    record ListCall(ListFunction function, List<TypedExpr> arguments, ValueType type) implements TypedExpr {
        public ListCall {
            arguments = List.copyOf(arguments);
            function.check(arguments);
        }

        /** Returns it with the type that follows from its operands. */
        public ListCall(ListFunction function, List<TypedExpr> arguments) {
            this(function, arguments, function.result(arguments));
        }

        @Override
        public List<TypedExpr> children() {
            return arguments;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listCall(this);
        }
    }

    /**
     * {@code sf(pt, eta)} or {@code sf(pt, eta).error}: the row of a lookup table.
     *
     * @param field what it gives; empty for the table's value
     * @param arguments one per key of the table
     */
    record Lookup(LookupTable table, String field, List<TypedExpr> arguments, ValueType type) implements TypedExpr {
        public Lookup {
            arguments = List.copyOf(arguments);
            if (arguments.size() != table.keys().size()) {
                throw new IllegalArgumentException(table.usage() + " of " + arguments.size() + " arguments");
            }
            for (int i = 0; i < arguments.size(); i++) {
                requireElements(arguments.get(i), ofKey(table, i));
            }
        }

        /** Returns it with the type that follows from its operands. */
        public Lookup(LookupTable table, String field, List<TypedExpr> arguments) {
            this(
                    table,
                    field,
                    arguments,
                    listIfAny(table.isCondition(field) ? ValueType.BOOLEAN : ValueType.NUMBER, arguments));
        }

        /** Returns what argument {@code i} of a table must be, or a list of. */
        static ValueType ofKey(LookupTable table, int i) {
            return switch (table.keys().get(i).kind()) {
                case TEXT -> ValueType.STRING;
                case CONDITION -> ValueType.BOOLEAN;
                default -> ValueType.NUMBER;
            };
        }

        @Override
        public List<TypedExpr> children() {
            return arguments;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookup(this);
        }
    }

    /**
     * Stands for an expression with an error that has been reported. A resolver may return it for a name that it has complained
     * about: what holds it does not compile, and nothing more is said.
     */
    record Broken() implements TypedExpr {
        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            throw new IllegalStateException("an expression with an error in it was used");
        }
    }

    /** One method per kind of node. */
    interface Visitor<R> {
        R constant(Constant node);

        R input(Input node);

        R scalar(Scalar node);

        R named(Named node);

        R unary(Unary node);

        R binary(Binary node);

        R compare(Compare node);

        R logic(Logic node);

        R select(Select node);

        R call(Call node);

        R listCall(ListCall node);

        R lookup(Lookup node);
    }

    private static ValueType listIfAny(ValueType element, List<TypedExpr> operands) {
        return operands.stream().anyMatch(o -> o.type().isList()) ? element.list() : element;
    }

    /** In arithmetic, conditions of lists count as 0 and 1. */
    private static void requireFactor(TypedExpr operand) {
        if (operand.type() != ValueType.BOOLEANS) {
            requireElements(operand, ValueType.NUMBER);
        }
    }

    private static void requireElements(TypedExpr operand, ValueType expected) {
        if (operand instanceof Broken || operand.type().element() != expected) {
            throw new IllegalArgumentException("expected " + expected.text() + ", found "
                    + (operand instanceof Broken
                            ? "a broken expression"
                            : operand.type().text()));
        }
    }
}
