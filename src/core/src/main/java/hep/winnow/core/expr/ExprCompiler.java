package hep.winnow.core.expr;

import hep.winnow.api.function.EventFunction;
import hep.winnow.core.expr.TypedExpr.Broken;
import hep.winnow.core.expr.TypedExpr.Constant;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.lang.Expr.UnaryOp;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lookup.LookupTable;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compiles one expression. What has an error in it becomes {@link Broken}, which silences all errors that would follow from it. */
final class ExprCompiler {
    private static final int DEEPEST = 500;
    private static final double EXACT = 0x1p53;

    private final FunctionTable functions;
    private final Problems problems;
    private final Names names;
    private final ListCompiler lists;
    private int depth;

    ExprCompiler(FunctionTable functions, Problems problems, Names names) {
        this.functions = functions;
        this.problems = problems;
        this.names = names;
        this.lists = new ListCompiler(problems, this::compile);
    }

    static boolean isBroken(TypedExpr expr) {
        return expr.unwrap() instanceof Broken;
    }

    TypedExpr compile(Expr expr) {
        if (depth == DEEPEST) {
            problems.tooDeep(expr, DEEPEST);
            return new Broken();
        }
        depth++;
        TypedExpr typed = dispatch(expr);
        depth--;
        return typed;
    }

    private TypedExpr dispatch(Expr expr) {
        if (expr instanceof Expr.NumberLiteral literal) {
            return number(literal);
        } else if (expr instanceof Expr.StringLiteral literal) {
            return names.text(literal).<TypedExpr>map(Constant::of).orElseGet(Broken::new);
        } else if (expr instanceof Expr.BooleanLiteral literal) {
            return Constant.of(literal.value());
        } else if (expr instanceof Expr.NameRef ref) {
            return name(ref);
        } else if (expr instanceof Expr.Unary unary) {
            return unary(unary);
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        } else if (expr instanceof Expr.Comparison comparison) {
            return comparison(comparison);
        } else if (expr instanceof Expr.Conditional conditional) {
            return conditional(conditional);
        } else if (expr instanceof Expr.Call call) {
            return call(call);
        } else if (expr instanceof Expr.Field field) {
            return field(field);
        } else if (expr instanceof Expr.Index index) {
            return index(index);
        } else if (expr instanceof Expr.ListLiteral list) {
            problems.noValuePerEvent(list, "a list", "");
            return new Broken();
        } else if (expr instanceof Expr.RangeExpr range) {
            problems.noValuePerEvent(range, "a range", "a condition is written low < x < high");
            return new Broken();
        }
        if (expr instanceof Expr.Pair pair) {
            problems.noValuePerEvent(pair, "a name with a value", "");
            return new Broken();
        }
        throw new IllegalStateException("unknown expression " + expr.getClass());
    }

    private static Constant number(Expr.NumberLiteral literal) {
        double value = literal.value();
        if (literal.isInteger() && Math.abs(value) >= EXACT && !Double.isInfinite(value)) {
            BigDecimal exact = new BigDecimal(literal.text());
            if (exact.compareTo(new BigDecimal(value)) != 0) {
                return new Constant(
                        ValueType.NUMBER, value, exact.toBigIntegerExact().toString());
            }
        }
        return Constant.of(value);
    }

    private TypedExpr name(Expr.NameRef ref) {
        Optional<TypedExpr> known = names.name(ref);
        if (known.isPresent()) {
            return known.get();
        }
        OptionalDouble unit = ref.isQuoted() ? OptionalDouble.empty() : Units.value(ref.name());
        if (unit.isPresent()) {
            return Constant.of(unit.getAsDouble());
        }
        problems.unknownName(ref, names, functions);
        return new Broken();
    }

    private TypedExpr field(Expr.Field field) {
        Optional<TypedExpr> known = names.field(field);
        if (known.isPresent()) {
            return known.get();
        }
        if (field.target() instanceof Expr.Call call) {
            Optional<LookupTable> table = names.table(call.function().text());
            if (table.isPresent()) {
                return fieldOf(table.get(), call, field.field());
            }
        }
        if (!isBroken(compile(field.target()))) {
            String owner = field.target() instanceof Expr.NameRef ref ? "'" + ref.name() + "'" : "a formula";
            problems.unknownField(owner, field.field());
        }
        return new Broken();
    }

    /** Returns the call of a table; {@code field} is what stands behind it, empty for nothing. */
    private TypedExpr lookup(LookupTable table, String field, Expr.Call expr) {
        List<TypedExpr> arguments = compileAll(expr.arguments());
        boolean isFine = true;
        for (OptionArg named : expr.named()) {
            problems.namedArgument(expr.function(), named.name(), table.usage());
            isFine = false;
        }
        int count = table.keys().size();
        if (isFine && arguments.size() != count) {
            String expected = count + (count == 1 ? " argument" : " arguments");
            problems.wrongCount(expr.function(), expr.span(), expected, arguments.size(), table.usage());
            isFine = false;
        }
        for (int i = 0; isFine && i < count; i++) {
            isFine = isA(
                    TypedExpr.Lookup.ofKey(table, i),
                    arguments.get(i),
                    expr.arguments().get(i),
                    "key '" + table.keys().get(i).name() + "' of table '" + table.name() + "'");
        }
        return isFine ? new TypedExpr.Lookup(table, field, arguments) : new Broken();
    }

    /** Returns {@code sf(pt, eta).error}. */
    private TypedExpr fieldOf(LookupTable table, Expr.Call call, Ident field) {
        if (!table.fieldNames().contains(field.text())) {
            problems.unknownFieldOfTable(table, field);
            return new Broken();
        }
        return lookup(table, field.text(), call);
    }

    private TypedExpr index(Expr.Index index) {
        Optional<TypedExpr> known = names.index(index);
        if (known.isPresent()) {
            return known.get();
        }
        return lists.index(index);
    }

    private TypedExpr unary(Expr.Unary expr) {
        TypedExpr operand = compile(expr.operand());
        boolean isNot = expr.op() == UnaryOp.NOT;
        ValueType needed = isNot ? ValueType.BOOLEAN : ValueType.NUMBER;
        if (!isA(needed, operand, expr.operand(), isNot ? "'not'" : "'-'")) {
            return new Broken();
        }
        return Folding.fold(new TypedExpr.Unary(expr.op(), operand));
    }

    /** Goes down the left sides without recursion: a sum of a thousand terms is a tree of a thousand levels. */
    private TypedExpr binary(Expr.Binary expr) {
        Deque<Expr.Binary> open = new ArrayDeque<>();
        Expr first = expr;
        while (first instanceof Expr.Binary binary) {
            open.push(binary);
            first = binary.left();
        }
        TypedExpr left = compile(first);
        while (!open.isEmpty()) {
            Expr.Binary binary = open.pop();
            left = combine(binary, left, compile(binary.right()));
        }
        return left;
    }

    private TypedExpr combine(Expr.Binary expr, TypedExpr left, TypedExpr right) {
        boolean isLogic = expr.op() == BinaryOp.AND || expr.op() == BinaryOp.OR;
        ValueType needed = isLogic ? ValueType.BOOLEAN : ValueType.NUMBER;
        String user = "'" + expr.op().symbol() + "'";
        boolean isFine = isCount(isLogic, left) || isA(needed, left, expr.left(), user);
        isFine &= isCount(isLogic, right) || isA(needed, right, expr.right(), user);
        if (!isFine) {
            return new Broken();
        }
        return Folding.fold(
                isLogic ? new TypedExpr.Logic(expr.op(), left, right) : new TypedExpr.Binary(expr.op(), left, right));
    }

    /** In arithmetic, conditions of lists count as 0 and 1. */
    private static boolean isCount(boolean isLogic, TypedExpr operand) {
        return !isLogic && operand.type() == ValueType.BOOLEANS;
    }

    private TypedExpr comparison(Expr.Comparison expr) {
        List<TypedExpr> operands = compileAll(expr.operands());
        boolean isFine = true;
        for (int i = 0; i < expr.ops().size(); i++) {
            isFine &= isComparable(expr, i, operands.get(i), operands.get(i + 1));
        }
        if (!isFine) {
            return new Broken();
        }
        boolean hasNan = operands.stream()
                .anyMatch(o -> o.type() == ValueType.NUMBER
                        && o.unwrap() instanceof Constant constant
                        && Double.isNaN(constant.number()));
        if (hasNan) {
            problems.comparesWithNan(expr.span());
        }
        return Folding.fold(new TypedExpr.Compare(operands, expr.ops()));
    }

    private boolean isComparable(Expr.Comparison expr, int i, TypedExpr left, TypedExpr right) {
        if (isBroken(left) || isBroken(right)) {
            return false;
        }
        Expr a = expr.operands().get(i);
        Expr b = expr.operands().get(i + 1);
        CompareOp op = expr.ops().get(i);
        if (left.type().element() != right.type().element()) {
            problems.notComparable(a, left.type(), b, right.type());
            return false;
        }
        boolean isEquality = op == CompareOp.EQUAL || op == CompareOp.NOT_EQUAL;
        if (left.type().element() != ValueType.NUMBER && !isEquality) {
            problems.noOrder(op, a, b, left.type());
            return false;
        }
        return true;
    }

    private TypedExpr conditional(Expr.Conditional expr) {
        TypedExpr condition = compile(expr.condition());
        TypedExpr whenTrue = compile(expr.whenTrue());
        TypedExpr whenFalse = compile(expr.whenFalse());
        boolean isFine = isA(ValueType.BOOLEAN, condition, expr.condition(), "'?:'");
        if (isBroken(whenTrue) || isBroken(whenFalse)) {
            return new Broken();
        }
        if (whenTrue.type().element() != whenFalse.type().element()) {
            problems.branchesDiffer(expr, whenTrue.type(), whenFalse.type());
            return new Broken();
        }
        return isFine ? Folding.fold(new TypedExpr.Select(condition, whenTrue, whenFalse)) : new Broken();
    }

    private TypedExpr call(Expr.Call expr) {
        Optional<TypedExpr> known = names.call(expr);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<LookupTable> table = names.table(expr.function().text());
        if (table.isPresent()) {
            return lookup(table.get(), "", expr);
        }
        List<TypedExpr> arguments = compileAll(expr.arguments());
        Optional<EventFunction> found = functions.find(expr.function().text());
        Optional<ListFunction> ofLists = ListFunctions.find(expr.function().text());
        boolean isOfList = arguments.size() == 1 && arguments.get(0).type().isList();
        if (ofLists.isPresent() && (found.isEmpty() || isOfList)) {
            return lists.call(ofLists.get(), expr, arguments);
        }
        if (found.isEmpty()) {
            problems.unknownFunction(expr.function(), names, functions);
            return new Broken();
        }
        EventFunction function = found.get();
        boolean isFine = !expr.named().isEmpty() || hasRightCount(expr, function);
        for (OptionArg named : expr.named()) {
            problems.namedArgument(expr.function(), named.name(), function.usage());
            isFine = false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            TypedExpr argument = arguments.get(i);
            boolean isTaken = argument.type().element() == ValueType.BOOLEAN && function.takesConditions();
            isFine &= (isTaken && !isBroken(argument))
                    || isA(ValueType.NUMBER, argument, expr.arguments().get(i), "'" + function.name() + "'");
        }
        return isFine ? Folding.fold(new TypedExpr.Call(function, arguments)) : new Broken();
    }

    private boolean hasRightCount(Expr.Call expr, EventFunction function) {
        int count = expr.arguments().size();
        int min = function.minArguments();
        int max = function.maxArguments();
        if (count < min || count > max) {
            String least = min + (max == Integer.MAX_VALUE ? " or more" : max > min ? " to " + max : "");
            String expected = least + (least.equals("1") ? " argument" : " arguments");
            problems.wrongCount(expr.function(), expr.span(), expected, count, function.usage());
            return false;
        }
        String problem = function.checkArguments(count);
        if (!problem.isEmpty()) {
            problems.wrongGroups(expr.function(), expr.span(), problem, function.usage());
        }
        return problem.isEmpty();
    }

    private List<TypedExpr> compileAll(List<Expr> exprs) {
        List<TypedExpr> typed = new ArrayList<>();
        for (Expr expr : exprs) {
            typed.add(compile(expr));
        }
        return typed;
    }

    /** Tells whether it is of the type, or a list of it; reports it if not. */
    private boolean isA(ValueType needed, TypedExpr typed, Expr expr, String user) {
        if (isBroken(typed)) {
            return false;
        }
        if (typed.type().element() != needed) {
            problems.wrongType(user, needed, expr, typed.type());
            return false;
        }
        return true;
    }
}
