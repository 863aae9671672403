package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.expr.Quoting;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * Puts values in the place of names, and into {@code {name}} of strings. A value as a whole then stands where its name stood; its parts stay where they were written, so that a mistake in
 * one of them is shown there, once, however often the name is used.
 */
final class Substitution {
    private static final int MAX_TEXT = 1_000_000;

    private final List<Diagnostic> out;
    private final Function<Expr, Optional<TypedExpr.Constant>> constants;
    private final Set<String> broken;
    private final Set<Expr> outside = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Expr, Expr> origins = new IdentityHashMap<>();
    private boolean isTooLong;

    /**
     * Makes a substitution.
     *
     * @param out where problems go
     * @param constants value of an expression of constants; empty if it is none, and nothing is reported
     * @param broken names whose declaration has an error
     */
    Substitution(List<Diagnostic> out, Function<Expr, Optional<TypedExpr.Constant>> constants, Set<String> broken) {
        this.out = out;
        this.constants = constants;
        this.broken = broken;
    }

    /** Returns what stands in a scope for a function of that name: functions have a namespace of their own. */
    static String function(String name) {
        return name + "()";
    }

    void markOutside(Expr expr) {
        outside.add(expr);
    }

    /** Tells whether a value came from outside, or was made of one that did. */
    boolean isFromOutside(Expr expr) {
        return outside.contains(expr);
    }

    StepStatement apply(StepStatement step, Map<String, Expr> scope) {
        List<Operand> operands = new ArrayList<>();
        for (Operand o : step.operands()) {
            operands.add(new Operand(o.keyword(), apply(o.value(), scope), o.span()));
        }
        List<StepStatement> steps = new ArrayList<>();
        for (StepStatement s : step.steps()) {
            steps.add(apply(s, scope));
        }
        return new StepStatement(
                step.verb(),
                step.name().map(n -> declared(n, scope)),
                operands,
                step.condition().map(c -> apply(c, scope)),
                options(step.options(), scope),
                steps,
                step.hasBlock(),
                step.span());
    }

    /** A declared name that is a loop variable stands for the name in it. */
    private Ident declared(Ident name, Map<String, Expr> scope) {
        Expr value = scope.get(name.text());
        if (value == null) {
            return name;
        }
        if (value instanceof Expr.NameRef ref) {
            return new Ident(ref.name(), name.span());
        }
        out.add(CheckCode.DECLARED_TWICE.at(
                name.span(),
                "'" + name.text() + "' is a param or let already",
                "names are declared once; take another"));
        return name;
    }

    List<OptionArg> options(List<OptionArg> options, Map<String, Expr> scope) {
        List<OptionArg> all = new ArrayList<>();
        for (OptionArg o : options) {
            all.add(new OptionArg(o.name(), apply(o.value(), scope), o.span()));
        }
        return all;
    }

    private List<Expr> all(List<Expr> items, Map<String, Expr> scope) {
        List<Expr> all = new ArrayList<>();
        for (Expr item : items) {
            all.add(apply(item, scope));
        }
        return all;
    }

    /** Returns the expression with values put in. */
    Expr apply(Expr expr, Map<String, Expr> scope) {
        if (expr instanceof Expr.NameRef name) {
            Expr value = name.isQuoted() ? null : scope.get(name.name());
            return value == null ? expr : at(value, name.span());
        }
        if (expr instanceof Expr.StringLiteral string) {
            return fill(string, scope);
        }
        if (expr instanceof Expr.ListLiteral list) {
            return new Expr.ListLiteral(all(list.items(), scope), list.span());
        }
        if (expr instanceof Expr.Unary unary) {
            return new Expr.Unary(unary.op(), apply(unary.operand(), scope), unary.span());
        }
        if (expr instanceof Expr.Binary b) {
            return new Expr.Binary(b.op(), apply(b.left(), scope), apply(b.right(), scope), b.opSpan(), b.span());
        }
        if (expr instanceof Expr.Comparison comparison) {
            return new Expr.Comparison(all(comparison.operands(), scope), comparison.ops(), comparison.span());
        }
        if (expr instanceof Expr.Conditional choice) {
            return new Expr.Conditional(
                    apply(choice.condition(), scope),
                    apply(choice.whenTrue(), scope),
                    apply(choice.whenFalse(), scope),
                    choice.span());
        }
        if (expr instanceof Expr.RangeExpr range) {
            return new Expr.RangeExpr(apply(range.low(), scope), apply(range.high(), scope), range.span());
        }
        if (expr instanceof Expr.Call c) {
            return new Expr.Call(
                    function(c.function(), scope), all(c.arguments(), scope), options(c.named(), scope), c.span());
        }
        if (expr instanceof Expr.Index index) {
            return new Expr.Index(apply(index.target(), scope), apply(index.index(), scope), index.span());
        }
        if (expr instanceof Expr.Field field) {
            return new Expr.Field(apply(field.target(), scope), field.field(), field.span());
        }
        if (expr instanceof Expr.Pair pair) {
            return new Expr.Pair(pair.name(), apply(pair.value(), scope), pair.span());
        }
        return expr;
    }

    private static Ident function(Ident name, Map<String, Expr> scope) {
        return scope.get(function(name.text())) instanceof Expr.NameRef other
                ? new Ident(other.name(), name.span())
                : name;
    }

    /** Returns the same value, standing elsewhere; its parts stay where they are. {@link #origin} tells where it stood. */
    Expr at(Expr value, Span span) {
        Expr moved = moved(value, span);
        origins.put(moved, value);
        if (outside.contains(value)) {
            outside.add(moved);
        }
        return moved;
    }

    /** Returns the number that an expression comes to, at least 0. {@link #origin} tells the expression. */
    Expr inPlaceOf(Expr value, double number) {
        Expr settled = new Expr.NumberLiteral(number, number == Math.rint(number), Numbers.text(number), value.span());
        origins.put(settled, value);
        return settled;
    }

    /** Returns what was put in the place of a name, as it stood before; empty for what was written where it stands. */
    Optional<Expr> origin(Expr expr) {
        return Optional.ofNullable(origins.get(expr));
    }

    private static Expr moved(Expr value, Span span) {
        if (value instanceof Expr.NumberLiteral n) {
            return new Expr.NumberLiteral(n.value(), n.isInteger(), n.text(), span);
        }
        if (value instanceof Expr.StringLiteral s) {
            return new Expr.StringLiteral(s.value(), span);
        }
        if (value instanceof Expr.BooleanLiteral b) {
            return new Expr.BooleanLiteral(b.value(), span);
        }
        if (value instanceof Expr.NameRef n) {
            return new Expr.NameRef(n.name(), n.isQuoted(), span);
        }
        if (value instanceof Expr.ListLiteral list) {
            return new Expr.ListLiteral(list.items(), span);
        }
        if (value instanceof Expr.Unary u) {
            return new Expr.Unary(u.op(), u.operand(), span);
        }
        if (value instanceof Expr.Binary b) {
            return new Expr.Binary(b.op(), b.left(), b.right(), span, span);
        }
        if (value instanceof Expr.Comparison c) {
            return new Expr.Comparison(c.operands(), c.ops(), span);
        }
        if (value instanceof Expr.Conditional c) {
            return new Expr.Conditional(c.condition(), c.whenTrue(), c.whenFalse(), span);
        }
        if (value instanceof Expr.RangeExpr r) {
            return new Expr.RangeExpr(r.low(), r.high(), span);
        }
        if (value instanceof Expr.Call c) {
            return new Expr.Call(c.function(), c.arguments(), c.named(), span);
        }
        if (value instanceof Expr.Index i) {
            return new Expr.Index(i.target(), i.index(), span);
        }
        if (value instanceof Expr.Field f) {
            return new Expr.Field(f.target(), f.field(), span);
        }
        Expr.Pair pair = (Expr.Pair) value;
        return new Expr.Pair(pair.name(), pair.value(), span);
    }

    private Expr fill(Expr.StringLiteral string, Map<String, Expr> scope) {
        Matcher holes = Quoting.HOLE.matcher(string.value());
        StringBuilder text = new StringBuilder();
        boolean isFilled = false;
        boolean isFromOutside = false;
        while (holes.find()) {
            String name = holes.group("name");
            if (name == null) {
                isFilled = true;
                holes.appendReplacement(text, Matcher.quoteReplacement("{" + holes.group("text") + "}"));
                continue;
            }
            Expr value = scope.get(name);
            if (value == null) {
                missingHole(string, holes.start(), name, scope);
                continue;
            }
            Optional<String> shown = show(value);
            if (shown.isEmpty()) {
                out.add(CheckCode.UNKNOWN_HOLE.at(
                        string.span(),
                        "'{" + name + "}' cannot be put into the string: it is neither text nor number",
                        "only strings, numbers, names, true and false can"));
                continue;
            }
            if (text.length() + shown.get().length() > MAX_TEXT) {
                return tooLong(string);
            }
            isFilled = true;
            isFromOutside |= holes.start() == 0 && outside.contains(value);
            holes.appendReplacement(text, Matcher.quoteReplacement(shown.get()));
        }
        if (!isFilled) {
            return string;
        }
        holes.appendTail(text);
        Expr filled = new Expr.StringLiteral(text.toString(), string.span());
        if (isFromOutside) {
            outside.add(filled);
        }
        return filled;
    }

    private Expr tooLong(Expr.StringLiteral string) {
        if (!isTooLong) {
            isTooLong = true;
            out.add(CheckCode.TOO_LONG.at(
                    string.span(),
                    "with what is put into it, the string has more than " + MAX_TEXT + " characters",
                    "put shorter ones in"));
        }
        return string;
    }

    /** Behind {@code _} and {@code ^} braces set low and high, as in {@code p_{T}}, unless a param is all but named so. */
    private void missingHole(Expr.StringLiteral string, int at, String name, Map<String, Expr> scope) {
        Optional<String> near = Suggestions.nearest(
                name, scope.keySet().stream().filter(n -> !n.endsWith(")")).toList());
        boolean isScript = at > 0
                && (string.value().charAt(at - 1) == '_' || string.value().charAt(at - 1) == '^');
        if (broken.contains(name) || isScript && near.isEmpty()) {
            return;
        }
        out.add(CheckCode.UNKNOWN_HOLE.at(
                string.span(),
                "no param '" + name + "' to put into the string",
                near.map(p -> "did you mean '{" + p + "}'?" + (isScript ? " Else write {{" + name + "}}" : ""))
                        .orElse("declare it: param " + name + " = …")));
    }

    private Optional<String> show(Expr value) {
        if (value instanceof Expr.NameRef n && !n.isQuoted()) {
            return Optional.of(n.name());
        }
        return constants.apply(value).map(Substitution::show);
    }

    private static String show(TypedExpr.Constant constant) {
        if (constant.type() == ValueType.NUMBER && constant.text().isEmpty()) {
            return Numbers.text(constant.number());
        }
        return constant.type() == ValueType.BOOLEAN ? Boolean.toString(constant.isTrue()) : constant.text();
    }
}
