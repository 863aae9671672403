package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Scope;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.bind.Environment;
import hep.winnow.core.csv.Globs;
import hep.winnow.core.expr.Compiler;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.LineMap;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private final MeasureCalls measures;
    private final LeakCheck leaks;
    private final Map<String, LineMap> lines = new LinkedHashMap<>();
    private @Nullable Expander expander;
    private boolean defersExpressions;
    private boolean allowsLeak;
    private final Set<Path> inputs = new LinkedHashSet<>();
    private final Path working;
    private FileAccess access;

    Resolver(
            Vocabulary vocabulary,
            FunctionTable functions,
            Symbols symbols,
            List<Diagnostic> out,
            FileAccess access,
            Path working) {
        this.access = access;
        this.working = working;
        this.vocabulary = vocabulary;
        this.functions = functions;
        this.symbols = symbols;
        this.out = out;
        this.scopes = new ScopeResolver(symbols, out);
        this.measures = new MeasureCalls(vocabulary, functions, this, out);
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

    Vocabulary vocabulary() {
        return vocabulary;
    }

    FunctionTable functions() {
        return functions;
    }

    ScopeResolver scopes() {
        return scopes;
    }

    @Override
    public Optional<TypedExpr.Constant> constant(Expr expr) {
        return constant(expr, out);
    }

    /** Returns the value of an expression if it is a constant; nothing is reported if it is none. */
    Optional<TypedExpr.Constant> constantIfAny(Expr expr) {
        return constant(expr, new Findings());
    }

    private Optional<TypedExpr.Constant> constant(Expr expr, List<Diagnostic> to) {
        Set<String> params = expander().params().keySet();
        Optional<TypedExpr> typed =
                new Compiler(functions, to).compile(expr, new ConstantNames(symbols, params, measures, to));
        if (typed.isPresent() && typed.get() instanceof TypedExpr.Constant constant) {
            return Optional.of(constant);
        }
        typed.ifPresent(t ->
                to.add(CheckCode.NOT_CONSTANT.at(expr.span(), "this must be a constant", "write a number or a param")));
        return Optional.empty();
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
        return new Compiler(functions, out).compile(expr, new ExpressionNames(symbols, out, measures::scalar));
    }

    /** Returns what an expression over the columns of one sample means. */
    Optional<TypedExpr> typed(Expr expr, Symbols ofSample) {
        return typed(expr, ofSample, out);
    }

    /** Returns what an expression over columns and defines means; problems go to {@code to}. */
    Optional<TypedExpr> typed(Expr expr, Symbols names, List<Diagnostic> to) {
        return new Compiler(functions, to).compile(expr, new ExpressionNames(names, to, call -> Optional.empty()));
    }

    /** Checks the call of a measure: it judges models, so that their targets count too. */
    void checkUse(Bound call, boolean mayLeak, Places places) {
        List<TypedExpr> used = used(call.value());
        References.models(call.value()).forEach(m -> used.addAll(m.targets()));
        for (ColumnExpression expression : References.expressions(call.value())) {
            expression.model().ifPresent(m -> used.addAll(((ModelDecl) m).targets()));
        }
        for (ScopeDecl scope : References.scopes(call.value())) {
            checkColumns(scope, used, places);
            if (!mayLeak) {
                leaks.check(scope, used, places);
            }
        }
    }

    /** Checks a step that looks at its scopes; one that is meant to compare with training may score what trained. */
    void checkUse(Record step, boolean comparesWithTraining, Places places) {
        List<TypedExpr> used = used(step);
        for (ScopeDecl scope : References.scopes(step)) {
            checkColumns(scope, used, places);
            if (!comparesWithTraining) {
                checkLeaks(scope, used, places);
            }
        }
    }

    /** Returns all that a record evaluates per event: its expressions, and the models that it names. */
    private static List<TypedExpr> used(Record value) {
        List<TypedExpr> used = new ArrayList<>();
        References.expressions(value).forEach(e -> used.add(e.typed()));
        References.models(value).forEach(m -> used.add(m.score()));
        return used;
    }

    /** Reports columns that some sample of a scope lacks; those of the scope's own cuts were reported where it was declared. */
    void checkColumns(ScopeDecl scope, List<TypedExpr> expressions, Places places) {
        Set<String> needed = new LinkedHashSet<>();
        expressions.forEach(e -> needed.addAll(symbols.uses().columns(e)));
        for (String column : needed) {
            List<String> lacking = new ArrayList<>();
            for (int i : scope.samples()) {
                SampleDecl sample = symbols.samples().get(i);
                if (sample.column(column).isEmpty()) {
                    lacking.add(sample.name());
                }
            }
            if (!lacking.isEmpty()) {
                boolean isOne = lacking.size() == 1;
                out.add(CheckCode.LACKING_COLUMN.at(
                        places.of(n -> symbols.columnsOf(n).contains(column)),
                        (isOne ? "sample '" : "samples '")
                                + String.join("', '", lacking)
                                + (isOne ? "' has" : "' have") + " no column '" + column + "'",
                        "asked for in '" + scope.text() + "'",
                        "limit the events to samples that have it, for example with 'on SAMPLE'"));
            }
        }
    }

    /** Reports models that would score what trained them, unless the statement allows it. */
    void checkLeaks(ScopeDecl scope, List<TypedExpr> expressions, Places places) {
        if (!allowsLeak) {
            leaks.check(scope, expressions, places);
        }
    }

    @Override
    public Optional<Scope> scope(Expr expr) {
        return scopes.resolve(expr).map(s -> s);
    }

    @Override
    public Optional<ModelRef> model(Expr expr) {
        if (!(expr instanceof Expr.NameRef name)) {
            out.add(CheckCode.UNKNOWN_MODEL.at(
                    expr.span(), "the name of a trained model is asked for", "write the name alone"));
            return Optional.empty();
        }
        ModelDecl model = symbols.models().get(name.name());
        if (model != null) {
            return Optional.of(model);
        }
        if (!symbols.isBroken(name.name())) {
            Set<String> known = symbols.models().keySet();
            out.add(CheckCode.UNKNOWN_MODEL.at(
                    expr.span(),
                    "unknown model '" + name.name() + "'",
                    Suggestions.nearest(name.name(), known)
                            .map(m -> "did you mean '" + m + "'?")
                            .orElse(
                                    known.isEmpty()
                                            ? "no model is trained yet: train NAME = mlp …"
                                            : "the models are " + String.join(", ", known))));
        }
        return Optional.empty();
    }

    @Override
    public Path inputBase(Expr expr) {
        return expander().isFromOutside(expr) ? working : expander().folderOf(expr);
    }

    FileAccess access() {
        return access;
    }

    /** Returns the files that are read, as they are named; globs are left out. */
    Set<Path> inputs() {
        return inputs;
    }

    @Override
    public void reads(InputFile file) {
        if (file.isRemote()) {
            access.remote(file.file());
            return;
        }
        Path path = Globs.fixed(file.file(), file.base());
        access.checkRead(path);
        if (!Globs.isPattern(file.file())) {
            inputs.add(path.normalize());
        }
    }

    /** Lets the macro read what a param from outside names, if params are trusted. */
    void grant(String param) {
        access = access.named(param, working);
    }

    /** Returns an expression as the macro spells it, with params and loop variables put in; of a string what is in it. */
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

    @Override
    public void report(Diagnostic diagnostic) {
        out.add(diagnostic);
    }
}
