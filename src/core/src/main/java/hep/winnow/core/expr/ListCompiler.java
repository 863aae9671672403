package hep.winnow.core.expr;

import hep.winnow.core.expr.ListFunction.Parameter;
import hep.winnow.core.expr.TypedExpr.Broken;
import hep.winnow.core.expr.TypedExpr.Constant;
import hep.winnow.core.expr.TypedExpr.ListCall;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.OptionArg;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles indexes and calls of functions of lists. */
final class ListCompiler {
    private final Problems problems;
    private final Function<Expr, TypedExpr> compile;

    ListCompiler(Problems problems, Function<Expr, TypedExpr> compile) {
        this.problems = problems;
        this.compile = compile;
    }

    /** Returns {@code list[index]}: an element, the elements whose conditions hold, or the elements at several indexes. */
    TypedExpr index(Expr.Index expr) {
        TypedExpr list = compile.apply(expr.target());
        if (ExprCompiler.isBroken(list)) {
            return new Broken();
        }
        if (!list.type().isList()) {
            problems.notIndexable(expr);
            return new Broken();
        }
        TypedExpr index = compile.apply(expr.index());
        if (ExprCompiler.isBroken(index)) {
            return new Broken();
        }
        return switch (index.type()) {
            case NUMBERS -> new ListCall(ListFunctions.TAKE, List.of(list, index));
            case BOOLEANS -> new ListCall(ListFunctions.PICK, List.of(list, index));
            case NUMBER -> element(ListFunctions.ELEMENT, List.of(list, index), expr.index());
            default -> {
                problems.wrongIndex(expr.index(), index.type());
                yield new Broken();
            }
        };
    }

    private TypedExpr element(ListFunction function, List<TypedExpr> arguments, Expr index) {
        if (arguments.get(1).unwrap() instanceof Constant constant
                && constant.number() != Math.rint(constant.number())) {
            problems.fractionalIndex(index);
            return new Broken();
        }
        return new ListCall(function, arguments);
    }

    /** Returns the call of a function whose arguments by position are compiled. */
    TypedExpr call(ListFunction function, Expr.Call expr, List<TypedExpr> byPosition) {
        List<Parameter> parameters = function.parameters();
        @Nullable TypedExpr[] given = new TypedExpr[parameters.size()];
        Expr[] places = new Expr[parameters.size()];
        if (byPosition.size() > given.length) {
            problems.wrongCount(expr.function(), expr.span(), count(function), byPosition.size(), function.usage());
            return new Broken();
        }
        for (int i = 0; i < byPosition.size(); i++) {
            given[i] = byPosition.get(i);
            places[i] = expr.arguments().get(i);
        }
        boolean isFine = true;
        for (OptionArg named : expr.named()) {
            int at = parameters.stream()
                    .map(Parameter::name)
                    .toList()
                    .indexOf(named.name().text());
            if (at < 1 || given[at] != null) {
                problems.namedArgument(expr.function(), named.name(), function.usage());
                isFine = false;
            } else {
                given[at] = compile.apply(named.value());
                places[at] = named.value();
            }
        }
        return isFine ? call(function, expr, given, places) : new Broken();
    }

    private TypedExpr call(ListFunction function, Expr.Call expr, @Nullable TypedExpr[] given, Expr[] places) {
        List<TypedExpr> arguments = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            TypedExpr argument = given[i];
            Parameter parameter = function.parameters().get(i);
            if (argument != null && ExprCompiler.isBroken(argument)) {
                return new Broken();
            }
            if (argument != null) {
                arguments.add(argument);
            } else if (parameter.otherwise().isPresent() && i > 0) {
                arguments.add(parameter.otherwise().get().apply(arguments.get(0)));
                places[i] = places[0];
            } else if (function == ListFunctions.NTH && i == 2) {
                return checked(ListFunctions.ELEMENT, arguments, places)
                        ? element(ListFunctions.ELEMENT, arguments, places[1])
                        : new Broken();
            } else {
                problems.wrongCount(expr.function(), expr.span(), count(function), i, function.usage());
                return new Broken();
            }
        }
        if (!checked(function, arguments, places)) {
            return new Broken();
        }
        return function == ListFunctions.NTH
                ? element(function, arguments, places[1])
                : new ListCall(function, arguments);
    }

    private boolean checked(ListFunction function, List<TypedExpr> arguments, Expr[] places) {
        boolean isFine = true;
        for (int i = 0; i < arguments.size(); i++) {
            String expected = function.expected(i, arguments);
            if (!expected.isEmpty()) {
                String name = function.isIndex() ? "nth" : function.name();
                problems.wrongArgument(
                        name, expected, places[i], arguments.get(i).type());
                isFine = false;
            }
        }
        return isFine;
    }

    private static String count(ListFunction function) {
        int most = function.parameters().size();
        long least = function.parameters().stream()
                .filter(p -> p.otherwise().isEmpty())
                .count();
        least -= function == ListFunctions.NTH ? 1 : 0;
        return (least < most ? least + " to " + most : least) + (most == 1 ? " argument" : " arguments");
    }
}
