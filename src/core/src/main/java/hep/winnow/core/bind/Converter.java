package hep.winnow.core.bind;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.OutputFile;
import hep.winnow.core.access.AccessError;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.TypedColumn;
import hep.winnow.core.text.Numbers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns the expression of an operand or option into a value of its shape. What cannot be turned is reported, and empty. */
public final class Converter {
    private final Environment environment;
    private final Defaults defaults;

    Converter(Environment environment, Defaults defaults) {
        this.environment = environment;
        this.defaults = defaults;
    }

    /** Returns the value of {@code expr} for {@code slot}; a container comes as a list or an optional. */
    Optional<Object> convert(Slot slot, Expr expr) {
        return convert(slot, slot.shape(), expr);
    }

    private Optional<Object> convert(Slot slot, Shape shape, Expr expr) {
        if (shape instanceof Shape.Maybe maybe) {
            return convert(slot, maybe.element(), expr).map(Optional::of);
        }
        if (shape instanceof Shape.ListOf list) {
            return list(slot, list.element(), expr);
        }
        if (shape instanceof Shape.Num num) {
            return number(slot, num, expr);
        }
        if (shape instanceof Shape.Bool) {
            return constant(slot, shape, expr, ValueType.BOOLEAN).map(c -> c.number() != 0);
        }
        if (shape instanceof Shape.Text) {
            return text(slot, shape, expr).map(s -> s);
        }
        if (shape instanceof Shape.Word word) {
            return word(slot, word, expr);
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return oneOf(slot, oneOf, expr);
        }
        return special(slot, (Shape.Special) shape, expr);
    }

    private Optional<Object> list(Slot slot, Shape element, Expr expr) {
        List<Expr> items = expr instanceof Expr.ListLiteral literal ? literal.items() : List.of(expr);
        List<Object> values = new ArrayList<>();
        boolean isWhole = true;
        for (Expr item : items) {
            if (item instanceof Expr.RangeExpr range && takesColumns(element)) {
                isWhole &= range(slot, element, range, values);
            } else {
                Optional<Object> value = convert(slot, element, item);
                value.ifPresent(values::add);
                isWhole &= value.isPresent();
            }
        }
        return isWhole ? Optional.of(values) : Optional.empty();
    }

    private static boolean takesColumns(Shape element) {
        return element instanceof Shape.Special special
                && List.of(Shape.Special.Kind.EXPRESSION, Shape.Special.Kind.LISTS, Shape.Special.Kind.COLUMN)
                        .contains(special.kind());
    }

    /** Adds the columns of a range; one that is not there is reported, and those behind it are not looked for. */
    private boolean range(Slot slot, Shape element, Expr.RangeExpr range, List<Object> values) {
        Optional<List<Expr.NameRef>> names = ColumnRange.names(range);
        if (names.isEmpty()) {
            fail(
                    slot,
                    range.span(),
                    "this is no range of columns",
                    "",
                    "write the first and the last of columns with one name and numbers that rise, such as p0..p783");
            return false;
        }
        for (Expr.NameRef name : names.get()) {
            Optional<Object> value = convert(slot, element, name);
            if (value.isEmpty()) {
                return false;
            }
            values.add(value.get());
        }
        return true;
    }

    private Optional<Object> number(Slot slot, Shape.Num num, Expr expr) {
        Optional<TypedExpr.Constant> constant = constant(slot, num, expr, ValueType.NUMBER);
        if (constant.isEmpty()) {
            return Optional.empty();
        }
        double x = constant.get().number();
        String expected = expected(slot, num, x);
        if (!expected.isEmpty()) {
            String message = "'" + slot.name() + "' must be " + expected;
            return fail(slot, expr.span(), message, "this is " + Numbers.text(x), "");
        }
        if (!num.isInteger()) {
            return Optional.of(x);
        }
        return Optional.of(isInt(num) ? (Object) (int) x : (Object) (long) x);
    }

    /** Returns what a number should have been; empty if it is fine. */
    private static String expected(Slot slot, Shape.Num num, double x) {
        if (!Double.isFinite(x)) {
            return "a finite number";
        }
        if (num.isInteger() && x != Math.rint(x)) {
            return "a whole number";
        }
        double largest = isInt(num) ? Integer.MAX_VALUE : 0x1p53;
        if (num.isInteger() && Math.abs(x) > largest) {
            return "from -" + Numbers.text(largest) + " to " + Numbers.text(largest);
        }
        if (!slot.bounds().holds(x)) {
            return slot.bounds().describe() + (slot.unit().isEmpty() ? "" : " " + slot.unit());
        }
        return "";
    }

    private static boolean isInt(Shape.Num num) {
        return num.type() == int.class || num.type() == Integer.class;
    }

    private Optional<TypedExpr.Constant> constant(Slot slot, Shape shape, Expr expr, ValueType type) {
        if (expr instanceof Expr.ListLiteral || expr instanceof Expr.RangeExpr) {
            return mismatch(slot, shape, expr);
        }
        Optional<TypedExpr.Constant> constant = environment.constant(expr);
        if (constant.isPresent() && constant.get().type() != type) {
            return mismatch(slot, shape, expr);
        }
        return constant;
    }

    private Optional<String> text(Slot slot, Shape shape, Expr expr) {
        if (expr instanceof Expr.StringLiteral literal) {
            return Optional.of(literal.value());
        }
        if (expr instanceof Expr.NameRef) {
            return mismatch(slot, shape, expr);
        }
        return constant(slot, shape, expr, ValueType.STRING).map(TypedExpr.Constant::text);
    }

    private Optional<Object> word(Slot slot, Shape.Word shape, Expr expr) {
        if (!(expr instanceof Expr.NameRef name)) {
            return mismatch(slot, shape, expr);
        }
        for (Enum<?> constant : shape.type().getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name.name())) {
                return Optional.of(constant);
            }
        }
        return unknownWord(slot, shape, shape.words(), name.name(), expr.span());
    }

    private <T> Optional<T> unknownWord(Slot slot, Shape shape, List<String> words, String found, Span span) {
        String help = Suggestions.nearest(found, words)
                .map(w -> "did you mean '" + w + "'?")
                .orElse("it can be " + String.join(", ", words));
        return fail(slot, span, "unknown " + slot.name() + " '" + found + "'", "expected " + shape.describe(), help);
    }

    private Optional<Object> oneOf(Slot slot, Shape.OneOf shape, Expr expr) {
        List<Expr> arguments = List.of();
        List<OptionArg> named = List.of();
        String word;
        Span span = expr.span();
        if (expr instanceof Expr.NameRef name) {
            word = name.name();
        } else if (expr instanceof Expr.Call call) {
            word = call.function().text();
            span = call.function().span();
            arguments = call.arguments();
            named = call.named();
        } else {
            Optional<Shape.Alternative> bare = shape.alternatives().stream()
                    .filter(a -> a.word().isEmpty())
                    .findFirst();
            if (bare.isEmpty()) {
                return mismatch(slot, shape, expr);
            }
            return new RecordMaker(environment, defaults, slot.name())
                    .fromArguments(bare.get().schema(), List.of(expr), List.of(), expr.span())
                    .map(r -> r);
        }
        String wanted = word;
        Optional<Shape.Alternative> alternative = shape.alternatives().stream()
                .filter(a -> a.word().equals(wanted))
                .findFirst();
        if (alternative.isEmpty()) {
            Optional<String> ours = shape.alternatives().stream()
                    .filter(a -> a.alsoKnownAs().contains(wanted))
                    .map(Shape.Alternative::word)
                    .findFirst();
            if (ours.isPresent()) {
                return fail(
                        slot,
                        span,
                        "unknown " + slot.name() + " '" + wanted + "'",
                        "expected " + shape.describe(),
                        "here it is '" + ours.get() + "'");
            }
            List<String> words = shape.alternatives().stream()
                    .map(Shape.Alternative::word)
                    .filter(w -> !w.isEmpty())
                    .toList();
            return unknownWord(slot, shape, words, wanted, span);
        }
        return new RecordMaker(environment, defaults, wanted)
                .fromArguments(alternative.get().schema(), arguments, named, expr.span())
                .map(r -> r);
    }

    private Optional<Object> special(Slot slot, Shape.Special shape, Expr expr) {
        return switch (shape.kind()) {
            case SYNTAX, NAME, WORD -> Optional.of(expr);
            case EXPRESSION -> environment.expression(expr).flatMap(e -> single(slot, expr, e));
            case LISTS -> environment.expression(expr).map(e -> e);
            case SCOPE -> environment.scope(expr).map(s -> s);
            case MODEL -> environment.model(expr).map(m -> m);
            case OUTPUT -> path(slot, shape, expr).flatMap(name -> output(slot, expr, name));
            case INPUT ->
                path(slot, shape, expr).flatMap(s -> input(expr, new InputFile(s, environment.inputBase(expr))));
            case COLUMN ->
                expr instanceof Expr.NameRef name
                        ? Optional.of(new ColumnName(name.name()))
                        : mismatch(slot, shape, expr);
            case TYPED_COLUMN -> typedColumn(slot, shape, expr);
            case INTERVAL -> interval(slot, shape, expr);
        };
    }

    /** Returns an expression of one value per event; a list is reported. */
    private Optional<Object> single(Slot slot, Expr expr, EventExpression expression) {
        if (expression.depth() == 0) {
            return Optional.of(expression);
        }
        String help = expression.type() == ColumnType.BOOLEAN
                ? "ask for any(...) or all(...) of its conditions, or how many hold: count(...)"
                : "take an element, as in jet_pt[0], or a number of the whole list, such as size, sum or max";
        environment.report(CheckCode.WRONG_TYPE.at(
                expr.span(),
                "'" + slot.name() + "' takes one value per event, '" + expression.text() + "' is a list",
                "a list of values per event",
                help));
        return Optional.empty();
    }

    /** Returns the name of a file; what no file can be called is reported. */
    private Optional<String> path(Slot slot, Shape shape, Expr expr) {
        Optional<String> name = text(slot, shape, expr);
        if (name.isEmpty()) {
            return name;
        }
        try {
            if (!Path.of(name.get()).toString().isBlank()) {
                return name;
            }
            return fail(slot, expr.span(), "a file needs a name", "", "");
        } catch (InvalidPathException e) {
            return fail(slot, expr.span(), "no file can have this name: " + e.getReason(), "", "");
        }
    }

    private Optional<Object> output(Slot slot, Expr expr, String name) {
        return InputFile.isAddress(name)
                ? fail(slot, expr.span(), "nothing is written to a server", "", "name a file of the out folder")
                : Optional.of(new OutputFile(name));
    }

    /** Returns a file that the macro may read; any other is reported. */
    private Optional<Object> input(Expr expr, InputFile file) {
        try {
            environment.reads(file);
            return Optional.of(file);
        } catch (AccessError e) {
            environment.report(CheckCode.FORBIDDEN_FILE.at(expr.span(), e.message(), e.help()));
            return Optional.empty();
        }
    }

    private Optional<Object> typedColumn(Slot slot, Shape shape, Expr expr) {
        if (expr instanceof Expr.Pair pair && pair.value() instanceof Expr.NameRef type) {
            for (ColumnType known : ColumnType.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(type.name())) {
                    return Optional.of(new TypedColumn(pair.name().text(), known));
                }
            }
            List<String> words = Arrays.stream(ColumnType.values())
                    .map(t -> t.name().toLowerCase(Locale.ROOT))
                    .toList();
            return unknownWord(slot, shape, words, type.name(), type.span());
        }
        return mismatch(slot, shape, expr);
    }

    private Optional<Object> interval(Slot slot, Shape shape, Expr expr) {
        if (!(expr instanceof Expr.RangeExpr range)) {
            return mismatch(slot, shape, expr);
        }
        Optional<TypedExpr.Constant> low = constant(slot, shape, range.low(), ValueType.NUMBER);
        Optional<TypedExpr.Constant> high = constant(slot, shape, range.high(), ValueType.NUMBER);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        double from = low.get().number();
        double to = high.get().number();
        if (Double.isInfinite(from) || Double.isInfinite(to) || !(from < to)) {
            String found = "found " + Numbers.text(from) + ".." + Numbers.text(to);
            return fail(slot, expr.span(), "a range must be finite and rise, " + found, "", "");
        }
        return Optional.of(new Interval(from, to));
    }

    private <T> Optional<T> mismatch(Slot slot, Shape shape, Expr expr) {
        return fail(
                slot, expr.span(), "'" + slot.name() + "' takes " + shape.describe(), "this is " + kindOf(expr), "");
    }

    /** Returns what an expression is, in words. */
    public static String kindOf(Expr expr) {
        if (expr instanceof Expr.StringLiteral) {
            return "a string";
        }
        if (expr instanceof Expr.NumberLiteral) {
            return "a number";
        }
        if (expr instanceof Expr.BooleanLiteral) {
            return "true or false";
        }
        if (expr instanceof Expr.ListLiteral) {
            return "a list";
        }
        if (expr instanceof Expr.RangeExpr) {
            return "a range";
        }
        return expr instanceof Expr.NameRef name ? "the name '" + name.name() + "'" : "an expression";
    }

    private <T> Optional<T> fail(Slot slot, Span span, String message, String label, String help) {
        environment.report(CheckCode.WRONG_VALUE.at(
                span,
                message,
                label,
                help.isEmpty() && !slot.doc().isEmpty() ? slot.name() + ": " + slot.doc() : help));
        return Optional.empty();
    }
}
