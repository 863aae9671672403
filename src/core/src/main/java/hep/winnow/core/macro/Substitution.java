package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.text.Numbers;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of names, and into {@code {name}} of strings. Diagnostics later point to the place of use. */
final class Substitution {
    private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z_][A-Za-z_0-9]*)\\}");

    private final List<Diagnostic> out;
    private final IdentityHashMap<Expr, Expr> origins = new IdentityHashMap<>();
    private final Set<Expr> outside = Collections.newSetFromMap(new IdentityHashMap<>());

    Substitution(List<Diagnostic> out) {
        this.out = out;
    }

    void markOutside(Expr expr) {
        outside.add(expr);
    }

    boolean isFromOutside(Expr expr) {
        return outside.contains(expr);
    }

    StepStatement apply(StepStatement step, Map<String, Expr> scope) {
        return new StepStatement(
                step.verb(),
                step.name().map(n -> declared(n, scope)),
                step.operands().stream()
                        .map(o -> new Operand(o.keyword(), apply(o.value(), scope), o.span()))
                        .toList(),
                step.condition().map(c -> apply(c, scope)),
                options(step.options(), scope),
                step.steps().stream().map(s -> apply(s, scope)).toList(),
                step.hasBlock(),
                step.span());
    }

    /** A declared name that is a loop variable stands for the name in it. */
    private static Ident declared(Ident name, Map<String, Expr> scope) {
        return scope.get(name.text()) instanceof Expr.NameRef ref ? new Ident(ref.name(), name.span()) : name;
    }

    List<OptionArg> options(List<OptionArg> options, Map<String, Expr> scope) {
        return options.stream()
                .map(o -> new OptionArg(o.name(), apply(o.value(), scope), o.span()))
                .toList();
    }

    private List<Expr> all(List<Expr> items, Map<String, Expr> scope) {
        return items.stream().map(i -> apply(i, scope)).toList();
    }

    Expr apply(Expr expr, Map<String, Expr> scope) {
        if (expr instanceof Expr.NameRef name) {
            Expr value = name.isQuoted() ? null : scope.get(name.name());
            if (value == null) {
                return expr;
            }
            Expr moved = at(value, name.span());
            if (outside.contains(value)) {
                outside.add(moved);
            }
            return moved;
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
        if (expr instanceof Expr.Binary binary) {
            return new Expr.Binary(
                    binary.op(),
                    apply(binary.left(), scope),
                    apply(binary.right(), scope),
                    binary.opSpan(),
                    binary.span());
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
        if (expr instanceof Expr.Call call) {
            return new Expr.Call(
                    call.function(), all(call.arguments(), scope), options(call.named(), scope), call.span());
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

    /** Returns the same value, standing elsewhere; {@link #origin} tells where it stood. */
    Expr at(Expr value, Span span) {
        Expr moved = copy(value, span);
        origins.put(moved, value);
        return moved;
    }

    /** Returns what was put in the place of a name, as it stood before; empty for what was written where it stands. */
    Optional<Expr> origin(Expr expr) {
        return Optional.ofNullable(origins.get(expr));
    }

    private Expr copy(Expr value, Span span) {
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
            return new Expr.ListLiteral(
                    list.items().stream().map(i -> at(i, span)).toList(), span);
        }
        if (value instanceof Expr.Unary u) {
            return new Expr.Unary(u.op(), at(u.operand(), span), span);
        }
        if (value instanceof Expr.Binary b) {
            return new Expr.Binary(b.op(), at(b.left(), span), at(b.right(), span), span, span);
        }
        if (value instanceof Expr.Comparison c) {
            return new Expr.Comparison(
                    c.operands().stream().map(i -> at(i, span)).toList(), c.ops(), span);
        }
        if (value instanceof Expr.Conditional c) {
            return new Expr.Conditional(at(c.condition(), span), at(c.whenTrue(), span), at(c.whenFalse(), span), span);
        }
        if (value instanceof Expr.RangeExpr r) {
            return new Expr.RangeExpr(at(r.low(), span), at(r.high(), span), span);
        }
        if (value instanceof Expr.Call c) {
            return new Expr.Call(
                    new Ident(c.function().text(), span),
                    c.arguments().stream().map(i -> at(i, span)).toList(),
                    c.named().stream()
                            .map(o -> new OptionArg(new Ident(o.name().text(), span), at(o.value(), span), span))
                            .toList(),
                    span);
        }
        if (value instanceof Expr.Index i) {
            return new Expr.Index(at(i.target(), span), at(i.index(), span), span);
        }
        if (value instanceof Expr.Field f) {
            return new Expr.Field(at(f.target(), span), new Ident(f.field().text(), span), span);
        }
        Expr.Pair pair = (Expr.Pair) value;
        return new Expr.Pair(new Ident(pair.name().text(), span), at(pair.value(), span), span);
    }

    private Expr fill(Expr.StringLiteral string, Map<String, Expr> scope) {
        Matcher holes = HOLE.matcher(string.value());
        StringBuilder text = new StringBuilder();
        boolean isFromOutside = false;
        while (holes.find()) {
            Expr value = scope.get(holes.group(1));
            Optional<String> shown = value == null ? Optional.empty() : show(value);
            if (shown.isEmpty()) {
                out.add(Diagnostic.error(
                        "E211",
                        string.span(),
                        "no param '" + holes.group(1) + "' to put into the string",
                        "",
                        Suggestions.nearest(holes.group(1), scope.keySet())
                                .map(p -> "did you mean '{" + p + "}'?")
                                .orElse("declare it: param " + holes.group(1) + " = …")));
                return string;
            }
            isFromOutside |= holes.start() == 0 && outside.contains(value);
            holes.appendReplacement(text, Matcher.quoteReplacement(shown.get()));
        }
        if (text.length() == 0) {
            return string;
        }
        holes.appendTail(text);
        Expr filled = new Expr.StringLiteral(text.toString(), string.span());
        if (isFromOutside) {
            outside.add(filled);
        }
        return filled;
    }

    private static Optional<String> show(Expr value) {
        if (value instanceof Expr.StringLiteral s) {
            return Optional.of(s.value());
        }
        if (value instanceof Expr.NumberLiteral n) {
            return Optional.of(Numbers.text(n.value()));
        }
        if (value instanceof Expr.BooleanLiteral b) {
            return Optional.of(Boolean.toString(b.value()));
        }
        return value instanceof Expr.NameRef n ? Optional.of(n.name()) : Optional.empty();
    }
}
