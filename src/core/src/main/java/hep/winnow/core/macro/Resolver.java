package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Scope;
import hep.winnow.core.bind.Binder;
import hep.winnow.core.bind.Environment;
import hep.winnow.core.expr.Compiler;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.expr.Names;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.LineMap;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves what operands and options refer to, for the binder and the declarations. */
final class Resolver implements Environment {
    private final Vocabulary vocabulary;
    private final FunctionTable functions;
    private final Symbols symbols;
    private final List<Diagnostic> out;
    private final ScopeResolver scopes;
    private final LeakCheck leaks;
    private final Map<String, LineMap> lines = new LinkedHashMap<>();
    private @Nullable Expander expander;
    private boolean defersExpressions;
    private boolean allowsLeak;

    Resolver(Vocabulary vocabulary, FunctionTable functions, Symbols symbols, List<Diagnostic> out) {
        this.vocabulary = vocabulary;
        this.functions = functions;
        this.symbols = symbols;
        this.out = out;
        this.scopes = new ScopeResolver(symbols, out);
        this.leaks = new LeakCheck(symbols, out);
    }

    void use(Expander used) {
        this.expander = used;
    }

    private Expander expander() {
        return java.util.Objects.requireNonNull(expander);
    }

    /** Sets whether expressions are kept as text for later: those of a sample whose columns are not known yet. */
    void defersExpressions(boolean defers) {
        this.defersExpressions = defers;
    }

    /** Sets whether this statement may score events that trained a model. */
    void allowLeak(boolean allows) {
        this.allowsLeak = allows;
    }

    boolean allowsLeak() {
        return allowsLeak;
    }

    ScopeResolver scopes() {
        return scopes;
    }

    @Override
    public Optional<TypedExpr.Constant> constant(Expr expr) {
        Optional<TypedExpr> typed = new Compiler(functions, out).compile(expr, new NoNames());
        if (typed.isPresent() && typed.get() instanceof TypedExpr.Constant constant) {
            return Optional.of(constant);
        }
        typed.ifPresent(t -> out.add(Diagnostic.error("E203", expr.span(), "this must be a constant", "", "")));
        return Optional.empty();
    }

    /** Returns the truth of a condition of constants. */
    Optional<Boolean> truth(Expr expr) {
        Optional<TypedExpr.Constant> constant = constant(expr);
        if (constant.isPresent() && constant.get().type() != ValueType.BOOLEAN) {
            out.add(Diagnostic.error(
                    "E203",
                    expr.span(),
                    "'if' takes a condition, this is " + constant.get().type().text(),
                    "",
                    ""));
            return Optional.empty();
        }
        return constant.map(TypedExpr.Constant::isTrue);
    }

    @Override
    public Optional<EventExpression> expression(Expr expr) {
        String text = expr instanceof Expr.NameRef name ? name.name() : text(expr);
        if (defersExpressions) {
            return Optional.of(new DeferredExpression(text, expr));
        }
        return typed(expr).map(t -> new ColumnExpression(text, t, unit(t)));
    }

    private String unit(TypedExpr typed) {
        if (typed instanceof TypedExpr.Named named) {
            ColumnExpression define = symbols.defines().get(named.name());
            return define == null ? "" : define.unit();
        }
        return typed instanceof TypedExpr.Input input ? input.unit() : "";
    }

    /** Returns what an expression over everything declared so far means. */
    Optional<TypedExpr> typed(Expr expr) {
        return new Compiler(functions, out).compile(expr, new ExpressionNames(symbols, out, this::measure));
    }

    /** Returns what an expression over the columns of one sample means. */
    Optional<TypedExpr> typed(Expr expr, Symbols ofSample) {
        return new Compiler(functions, out).compile(expr, new ExpressionNames(ofSample, out, call -> Optional.empty()));
    }

    private Optional<TypedExpr> measure(Expr.Call call) {
        Optional<StepSchema> schema = vocabulary.measure(call.function().text());
        if (schema.isEmpty()) {
            if (functions.find(call.function().text()).isEmpty()) {
                return unknownFunction(call);
            }
            return Optional.empty();
        }
        boolean allowed = allowsLeak;
        List<hep.winnow.core.lang.OptionArg> named = new java.util.ArrayList<>();
        for (hep.winnow.core.lang.OptionArg arg : call.named()) {
            if (arg.name().text().equals("leak")
                    && arg.value() instanceof Expr.NameRef word
                    && word.name().equals("allow")) {
                allowed = true;
            } else {
                named.add(arg);
            }
        }
        Expr.Call plain = new Expr.Call(call.function(), call.arguments(), named, call.span());
        boolean leakAllowed = allowed;
        return Optional.of(new Binder(this)
                .bind(plain, schema.get())
                .<TypedExpr>map(bound -> {
                    if (!leakAllowed) {
                        List<TypedExpr> columns = References.expressions(bound.value()).stream()
                                .map(ColumnExpression::typed)
                                .toList();
                        References.scopes(bound.value()).forEach(s -> checkUse(s, columns, call.span()));
                    }
                    return new TypedExpr.Scalar(text(call), new Columns.MeasureKey(bound));
                })
                .orElseGet(TypedExpr.Broken::new));
    }

    /** Suggests measures as well as functions of events. */
    private Optional<TypedExpr> unknownFunction(Expr.Call call) {
        List<String> measures =
                vocabulary.measures().stream().map(StepSchema::verb).toList();
        Optional<String> near = Suggestions.nearest(call.function().text(), measures);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        out.add(Diagnostic.error(
                "E106",
                call.function().span(),
                "unknown function '" + call.function().text() + "'",
                "",
                "did you mean '" + near.get() + "'?"));
        return Optional.of(new TypedExpr.Broken());
    }

    /** Reports columns that some sample of a scope lacks, and models that would score what trained them. */
    void checkUse(ScopeDecl scope, List<TypedExpr> expressions, Span span) {
        for (int index : scope.samples()) {
            SampleDecl sample = symbols.samples().get(index);
            java.util.Set<String> needed = new java.util.LinkedHashSet<>();
            expressions.forEach(e -> needed.addAll(References.columns(e)));
            scope.cuts().forEach(c -> needed.addAll(References.columns(c.condition())));
            for (String column : needed) {
                if (sample.column(column).isEmpty()) {
                    out.add(Diagnostic.error(
                            "E122",
                            span,
                            "sample '" + sample.name() + "' has no column '" + column + "'",
                            "asked for in '" + scope.text() + "'",
                            "limit the events to samples that have it, for example with 'on SAMPLE'"));
                }
            }
        }
        if (!allowsLeak) {
            leaks.check(scope, expressions, span);
        }
    }

    @Override
    public Optional<Scope> scope(Expr expr) {
        return scopes.resolve(expr).map(s -> s);
    }

    @Override
    public Optional<ModelRef> model(Expr expr) {
        if (expr instanceof Expr.NameRef name) {
            ModelDecl model = symbols.models().get(name.name());
            if (model != null) {
                return Optional.of(model);
            }
            if (symbols.isBroken(name.name())) {
                return Optional.empty();
            }
            Set<String> known = symbols.models().keySet();
            out.add(Diagnostic.error(
                    "E123",
                    expr.span(),
                    "unknown model '" + name.name() + "'",
                    "",
                    Suggestions.nearest(name.name(), known)
                            .map(m -> "did you mean '" + m + "'?")
                            .orElse(
                                    known.isEmpty()
                                            ? "no model is trained yet: train NAME = mlp …"
                                            : "the models are " + String.join(", ", known))));
            return Optional.empty();
        }
        out.add(Diagnostic.error("E123", expr.span(), "the name of a trained model is asked for", "", ""));
        return Optional.empty();
    }

    @Override
    public Path inputBase(Expr expr) {
        return expander().isFromOutside(expr)
                ? Path.of("")
                : expander().folder(expr.span().file());
    }

    @Override
    public String text(Expr expr) {
        return expr instanceof Expr.StringLiteral string
                ? string.value()
                : expander().spelling().of(expr);
    }

    /** Returns the text of a place. */
    String source(Span span) {
        String text = expander().texts().getOrDefault(span.file(), "");
        return span.end() <= text.length() ? text.substring(span.start(), span.end()) : "";
    }

    /** Returns the line of a place, from 1. */
    int line(Span span) {
        return lines.computeIfAbsent(
                        span.file(), f -> new LineMap(expander().texts().getOrDefault(f, "")))
                .line(span.start());
    }

    /** Returns a param's value as text. */
    String describe(Expr value) {
        return text(value);
    }

    @Override
    public void report(Diagnostic diagnostic) {
        out.add(diagnostic);
    }

    /** Where an expression may hold constants only. */
    private final class NoNames implements Names {
        @Override
        public Optional<TypedExpr> name(Expr.NameRef ref) {
            if (symbols.expressionNames().contains(ref.name())) {
                out.add(Diagnostic.error(
                        "E110",
                        ref.span(),
                        "'" + ref.name() + "' is a value per event, where a constant is asked for",
                        "",
                        ""));
                return Optional.of(new TypedExpr.Broken());
            }
            return Optional.empty();
        }

        @Override
        public List<String> candidates() {
            return List.copyOf(expander().params().keySet());
        }

        @Override
        public String where() {
            return "a constant is asked for here: numbers, units, params";
        }
    }
}
