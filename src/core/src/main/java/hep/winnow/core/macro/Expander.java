package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Losses;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Statement.StepStatement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out the control statements of a macro: params and lets are put in their places, loops unrolled, branches chosen, files
 * included, and calls of verbs that are written in the language become their bodies. What is left are steps and settings.
 */
final class Expander {
    /** Statements that loops may unroll to; more is a mistake. */
    private static final int MAX_STATEMENTS = 20_000;

    private static final int MAX_ROUNDS = 100_000;
    private static final int MAX_CALLS = 10_000;
    private static final int MAX_NODES = 20_000;
    private static final int MAX_DEPTH = 1_500;

    private final Resolver resolver;
    private final Symbols symbols;
    private final Findings out;
    private final List<Statement> result = new ArrayList<>();
    private final Substitution substitution;
    private final SyntaxTree tree = new SyntaxTree();
    private final Includes includes;
    private final Params params;
    private final Definitions definitions;
    private final Calls calls;
    private final Map<String, Expr> top = new LinkedHashMap<>();
    private int rounds;
    private int called;
    private int count;
    private boolean isTooLong;

    /**
     * Makes an expander.
     *
     * @param given from outside
     * @param resolver evaluates conditions
     * @param symbols is told of what is lost by mistakes
     * @param out where problems go
     */
    Expander(Given given, Resolver resolver, Symbols symbols, Findings out) {
        this.resolver = resolver;
        this.symbols = symbols;
        this.out = out;
        this.substitution = new Substitution(out, resolver::constantIfAny, symbols.broken());
        this.includes = new Includes(given, resolver, symbols, out);
        this.params = new Params(given, resolver, symbols, substitution, includes.texts(), out);
        this.definitions = new Definitions(resolver.vocabulary(), out);
        ArgumentTypes types = new ArgumentTypes(
                resolver::constantIfAny, e -> e instanceof Expr.NameRef name && symbols.isBroken(name.name()));
        this.calls = new Calls(resolver.vocabulary(), definitions, substitution, types, out);
    }

    /** Returns the steps and settings of {@code file}, in order. */
    List<Statement> expand(MacroFile file, Path folder) {
        Path own = includes.begin(file, folder);
        top.putAll(params.ofHost(file.name()));
        definitions.announce(file.statements());
        run(file.statements(), new Where(top, List.of(own), Optional.empty(), result));
        params.checkUsed(file.name());
        return result;
    }

    /** Returns the texts of all files, by name. */
    Map<String, String> texts() {
        return includes.texts();
    }

    /** Returns the macro's file, and those that it includes. */
    Set<Path> files() {
        return includes.files();
    }

    /** Returns the folder of a file, by its name. */
    Path folder(String file) {
        return includes.folder(file);
    }

    /** Returns the folder that a path is relative to: that of the file it stands in, or, where a parameter of a {@code def} stands, in which the call stands. */
    Path folderOf(Expr path) {
        Expr written = path;
        while (calls.frame(written.span()).isPresent()
                && substitution.origin(written).isPresent()) {
            written = substitution.origin(written).get();
        }
        return includes.folder(written.span().file());
    }

    /** Returns the params in effect as text, by name. */
    Map<String, String> params() {
        return params.texts();
    }

    /** Returns what the params and lets outside of any loop stand for, by name. */
    Map<String, Expr> values() {
        return top;
    }

    /** Returns the verbs that are written in the language. */
    Definitions definitions() {
        return definitions;
    }

    /** Returns the calls of them. */
    Calls calls() {
        return calls;
    }

    /** Tells whether a value came from outside, or was made of one that did. */
    boolean isFromOutside(Expr expr) {
        return substitution.isFromOutside(expr);
    }

    /** Returns how expressions are spelt. */
    SourceText spelling() {
        return new SourceText(includes.texts(), substitution::origin);
    }

    private void run(List<Statement> statements, Where where) {
        for (Statement statement : statements) {
            run(statement, where);
        }
    }

    private void run(Statement statement, Where where) {
        if (statement instanceof StepStatement step) {
            step(step, where);
        } else if (statement instanceof Statement.SetStatement set) {
            add(new Statement.SetStatement(substitution.options(set.options(), where.scope()), set.span()), where);
        } else if (statement instanceof Statement.ParamStatement param) {
            param(param, where);
        } else if (statement instanceof Statement.LetStatement let) {
            declare(let.name(), substitution.apply(let.value(), where.scope()), where);
        } else if (statement instanceof Statement.IncludeStatement include) {
            include(include, where);
        } else if (statement instanceof Statement.ForStatement loop) {
            loop(loop, where);
        } else if (statement instanceof Statement.IfStatement choice) {
            choose(choice, where);
        } else if (statement instanceof Statement.DefStatement def) {
            String text = includes.texts().getOrDefault(def.span().file(), "");
            if (!definitions.add(def, where.scope(), text)) {
                symbols.poison(def.name().text());
            }
        }
    }

    private void step(StepStatement written, Where where) {
        StepStatement step = substitution.apply(definitions.unfolded(written), where.scope());
        Optional<Definition> definition = definitions.find(step.verb().text());
        if (definition.isPresent()) {
            call(step, definition.get(), where);
        } else {
            add(withBlock(step, where), where);
        }
    }

    /** Steps in a block may be calls too: a region takes the cuts of a body. */
    private StepStatement withBlock(StepStatement step, Where where) {
        if (step.steps().stream()
                .noneMatch(s -> definitions.find(s.verb().text()).isPresent())) {
            return step;
        }
        List<StepStatement> steps = new ArrayList<>();
        for (StepStatement inner : step.steps()) {
            Optional<Definition> definition = definitions.find(inner.verb().text());
            if (definition.isEmpty()) {
                steps.add(inner);
                continue;
            }
            List<Statement> body = new ArrayList<>();
            call(inner, definition.get(), where.into(body));
            body.stream().filter(StepStatement.class::isInstance).forEach(s -> steps.add((StepStatement) s));
        }
        return Definitions.withSteps(step, steps);
    }

    private void call(StepStatement call, Definition definition, Where where) {
        definition.verb().file().ifPresent(f -> includes.texts().putIfAbsent(f.name(), f.text()));
        if (++called > MAX_CALLS) {
            tooLong(call.span(), "the macro calls its verbs more than " + MAX_CALLS + " times");
        }
        if (isTooLong) {
            return;
        }
        List<Statement> body = definition.verb().statement().body();
        Optional<Where> inner = calls.enter(call, definition, where);
        if (inner.isEmpty()) {
            Losses losses = new Losses();
            losses.add(body);
            lose(losses);
            call.likelyName().ifPresent(symbols::poison);
            return;
        }
        Optional<Frame> before = out.within(inner.get().frame());
        run(body, inner.get());
        out.within(before);
    }

    private void choose(Statement.IfStatement choice, Where where) {
        Optional<Boolean> holds = truth(substitution.apply(choice.condition(), where.scope()));
        if (holds.isPresent()) {
            run(holds.get() ? choice.body() : choice.otherwise(), where);
        } else {
            Losses losses = new Losses();
            losses.add(choice.body());
            losses.add(choice.otherwise());
            lose(losses);
        }
    }

    private void lose(Losses losses) {
        losses.names().forEach(symbols::poison);
        losses.words().forEach(symbols::lose);
    }

    private void lose(Statement.ForStatement loop) {
        Losses losses = new Losses();
        losses.addLoop(loop.variable().text(), loop.body());
        lose(losses);
    }

    private Optional<Boolean> truth(Expr condition) {
        Optional<TypedExpr.Constant> constant = resolver.constant(condition);
        if (constant.isPresent() && constant.get().type() != ValueType.BOOLEAN) {
            out.add(CheckCode.WRONG_TYPE.at(
                    condition.span(),
                    "'if' needs a condition, found " + constant.get().type().text(),
                    "compare it, as in n > 0"));
            return Optional.empty();
        }
        return constant.map(TypedExpr.Constant::isTrue);
    }

    private void add(Statement statement, Where where) {
        if (count < MAX_STATEMENTS) {
            count++;
            where.sink().add(statement);
            if (statement instanceof StepStatement step) {
                where.frame().ifPresent(f -> calls.note(step, f));
            }
        } else {
            tooLong(statement.span(), "the macro unrolls to more than " + MAX_STATEMENTS + " statements");
        }
    }

    private void tooLong(Span span, String message) {
        if (!isTooLong) {
            isTooLong = true;
            out.add(CheckCode.TOO_LONG.at(span, message, "make loops and lists shorter"));
        }
    }

    /** Counts a round of a loop; tells whether there have been too many. */
    private boolean isTooOften(Span span) {
        if (++rounds > MAX_ROUNDS) {
            tooLong(span, "the loops of the macro go round more than " + MAX_ROUNDS + " times");
        }
        return isTooLong;
    }

    private void declare(Ident name, Expr value, Where where) {
        SyntaxTree.Extent extent = tree.extent(value);
        if (where.scope().containsKey(name.text())) {
            out.add(CheckCode.DECLARED_TWICE.at(
                    name.span(), "'" + name.text() + "' is declared already", "names are declared once; take another"));
        } else if (extent.size() > MAX_NODES || extent.depth() > MAX_DEPTH) {
            symbols.poison(name.text());
            tooLong(
                    name.span(),
                    "'" + name.text() + "' stands for an expression of " + extent.size() + " parts, "
                            + extent.depth() + " levels deep; at most " + MAX_NODES + " and " + MAX_DEPTH
                            + " are allowed");
        } else {
            where.scope().put(name.text(), value);
            if (where.frame().isEmpty()) {
                symbols.places().putIfAbsent(name.text(), name.span());
            }
        }
    }

    private void param(Statement.ParamStatement param, Where where) {
        Expr value = params.value(param, substitution.apply(param.value(), where.scope()));
        if (params.isOfHost(param.name().text())) {
            where.scope().remove(param.name().text());
        }
        declare(param.name(), value, where);
    }

    private void include(Statement.IncludeStatement include, Where where) {
        Expr filled = substitution.apply(include.path(), where.scope());
        Optional<Includes.Included> opened = includes.open(include, filled, isFromOutside(filled), where.chain());
        if (opened.isEmpty()) {
            return;
        }
        if (includes.isFull()) {
            tooLong(include.span(), Includes.limit());
        } else {
            definitions.announce(opened.get().file().statements());
            run(opened.get().file().statements(), where.and(opened.get().path()));
        }
    }

    /** Returns what a loop goes through: the items of a list, or the whole numbers of a range, both ends included. */
    private Optional<List<Expr>> items(Expr values) {
        if (values instanceof Expr.ListLiteral list) {
            return Optional.of(list.items());
        }
        if (!(values instanceof Expr.RangeExpr range)) {
            return Optional.empty();
        }
        Optional<TypedExpr.Constant> low = resolver.constantIfAny(range.low());
        Optional<TypedExpr.Constant> high = resolver.constantIfAny(range.high());
        if (low.isEmpty() || high.isEmpty() || !isWhole(low.get()) || !isWhole(high.get())) {
            return Optional.empty();
        }
        long first = (long) low.get().number();
        long last = Math.min((long) high.get().number(), first + MAX_ROUNDS + 1L);
        List<Expr> items = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            items.add(new Expr.NumberLiteral(i, true, Long.toString(i), values.span()));
        }
        return Optional.of(items);
    }

    private static boolean isWhole(TypedExpr.Constant constant) {
        double x = constant.number();
        return constant.type() == ValueType.NUMBER && x == Math.rint(x) && Math.abs(x) < 1e15;
    }

    private void loop(Statement.ForStatement loop, Where where) {
        Expr values = substitution.apply(loop.values(), where.scope());
        boolean isBroken = values instanceof Expr.NameRef name && symbols.isBroken(name.name());
        Optional<List<Expr>> items = items(values);
        if (items.isEmpty()) {
            lose(loop);
            if (!isBroken) {
                out.add(CheckCode.NO_LIST.at(
                        loop.values().span(),
                        "'for' goes through a list, or a range of whole numbers",
                        "this is none",
                        "write [a, b, c], or 1..5"));
            }
            return;
        }
        if (where.scope().containsKey(loop.variable().text())) {
            lose(loop);
            declare(loop.variable(), values, where);
            return;
        }
        for (Expr item : items.get()) {
            if (isTooOften(loop.span())) {
                return;
            }
            Map<String, Expr> inner = new LinkedHashMap<>(where.scope());
            inner.put(loop.variable().text(), item);
            run(loop.body(), where.with(inner));
        }
    }
}
