package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.bind.Converter;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Statement.Parameter;
import hep.winnow.core.schema.DefinedVerb;
import hep.winnow.core.schema.ParameterType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Checks what a call gives to parameters against their types, as far as it can be told before names are looked up. */
final class ArgumentTypes {
    private final Function<Expr, Optional<TypedExpr.Constant>> constants;
    private final Predicate<Expr> isBroken;

    /**
     * Makes a check.
     *
     * @param constants value of an expression of constants; empty if it is none
     * @param isBroken tells whether something in an expression was reported already
     */
    ArgumentTypes(Function<Expr, Optional<TypedExpr.Constant>> constants, Predicate<Expr> isBroken) {
        this.constants = constants;
        this.isBroken = isBroken;
    }

    /** Returns the value for a parameter: one value alone stands for a list of one. */
    static Expr shaped(Parameter parameter, Expr value) {
        return parameter.isList() && !(value instanceof Expr.ListLiteral)
                ? new Expr.ListLiteral(List.of(value), value.span())
                : value;
    }

    /** Returns what is wrong with the value of a parameter. */
    Optional<Diagnostic> check(Parameter parameter, Expr value) {
        Optional<ParameterType> type = DefinedVerb.type(parameter);
        if (type.isEmpty() || isBroken.test(value)) {
            return Optional.empty();
        }
        List<Expr> items = parameter.isList() && value instanceof Expr.ListLiteral list ? list.items() : List.of(value);
        return items.stream()
                .filter(item -> !fits(type.get(), item, parameter.isList()))
                .findFirst()
                .map(item -> CheckCode.WRONG_VALUE.at(
                        item.span(),
                        "'" + parameter.name().text() + "' takes " + (parameter.isList() ? "a list, each " : "")
                                + type.get().shape().describe(),
                        "this is " + Converter.kindOf(item),
                        parameter.doc().isEmpty() ? "" : parameter.name().text() + ": " + parameter.doc()));
    }

    /** Returns the value of what is given to a parameter that takes a number. */
    Optional<Double> number(Parameter parameter, Expr value) {
        return DefinedVerb.type(parameter)
                .filter(t -> t == ParameterType.NUMBER || t == ParameterType.INTEGER)
                .flatMap(t -> constants.apply(value))
                .filter(c -> c.type() == ValueType.NUMBER)
                .map(TypedExpr.Constant::number);
    }

    private boolean fits(ParameterType type, Expr value, boolean isItem) {
        boolean isText = value instanceof Expr.StringLiteral;
        return switch (type) {
            case NAME -> value instanceof Expr.NameRef name && !name.isQuoted();
            case WORD -> value instanceof Expr.NameRef || value instanceof Expr.Call;
            case NUMBER -> isNumber(value);
            case INTEGER ->
                constants
                        .apply(value)
                        .filter(c -> c.type() == ValueType.NUMBER && c.number() == Math.rint(c.number()))
                        .isPresent();
            case BOOLEAN ->
                constants
                        .apply(value)
                        .filter(c -> c.type() == ValueType.BOOLEAN)
                        .isPresent();
            case STRING, INPUT, OUTPUT -> isText;
            case RANGE -> value instanceof Expr.RangeExpr;
            case EXPRESSION ->
                !isText && !(value instanceof Expr.ListLiteral) && (isItem || !(value instanceof Expr.RangeExpr));
            case EVENTS -> value instanceof Expr.NameRef || value instanceof Expr.Field;
            case MODEL -> value instanceof Expr.NameRef;
            case COLUMN -> value instanceof Expr.NameRef || isItem && value instanceof Expr.RangeExpr;
        };
    }

    private boolean isNumber(Expr value) {
        return constants.apply(value).filter(c -> c.type() == ValueType.NUMBER).isPresent();
    }
}
