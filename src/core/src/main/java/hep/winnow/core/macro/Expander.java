package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.access.AccessError;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Losses;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out the control statements of a macro: params and lets are put in their places, loops unrolled, branches chosen, files
 * included. What is left are steps and settings.
 */
final class Expander {
    /** Statements that loops may unroll to; more is a mistake. */
    private static final int MAX_STATEMENTS = 20_000;

    private static final int MAX_ROUNDS = 100_000;
    private static final int MAX_INCLUDES = 1_000;
    private static final int MAX_NESTED_INCLUDES = 50;
    private static final int MAX_NODES = 20_000;
    private static final int MAX_DEPTH = 1_500;
    private static final long MAX_INCLUDED_BYTES = 10_000_000;

    private final Given given;
    private final Resolver resolver;
    private final Symbols symbols;
    private final List<Diagnostic> out;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> params = new LinkedHashMap<>();
    private final Set<String> usedOverrides = new HashSet<>();
    private final List<Statement> result = new ArrayList<>();
    private final Substitution substitution;
    private final SyntaxTree tree = new SyntaxTree();
    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final Map<String, Expr> top = new LinkedHashMap<>();
    private final Set<Path> read = new LinkedHashSet<>();
    private int rounds;
    private int includes;
    private boolean isTooLong;

    /**
     * Makes an expander.
     *
     * @param given from outside
     * @param resolver evaluates conditions
     * @param symbols is told of what is lost by mistakes
     * @param out where problems go
     */
    Expander(Given given, Resolver resolver, Symbols symbols, List<Diagnostic> out) {
        this.given = given;
        this.resolver = resolver;
        this.symbols = symbols;
        this.out = out;
        this.substitution = new Substitution(out, resolver::constantIfAny, symbols.broken());
    }

    /** Returns the steps and settings of {@code file}, in order. */
    List<Statement> expand(MacroFile file, Path folder) {
        texts.put(file.name(), file.text());
        folders.put(file.name(), folder);
        note(file);
        Path own = place(file.name(), folder);
        read.add(own);
        top.putAll(hostValues(file));
        run(file.statements(), top, List.of(own));
        List<String> names = new ArrayList<>(given.params().keySet());
        names.addAll(given.files().keySet());
        for (String name : names) {
            if (!usedOverrides.contains(name) && !symbols.isBroken(name)) {
                String help = Suggestions.nearest(name, params.keySet())
                        .map(p -> "did you mean '" + p + "'?")
                        .orElse(
                                params.isEmpty()
                                        ? "it declares none"
                                        : "its params are " + String.join(", ", params.keySet()));
                out.add(CheckCode.UNKNOWN_PARAM.at(
                        new Span(file.name(), 0, 0), "the macro has no param '" + name + "'", help));
            }
        }
        return result;
    }

    /** Returns what a host gives; a param of the macro takes the place of the value of its name. */
    private Map<String, Expr> hostValues(MacroFile file) {
        Map<String, Expr> scope = new LinkedHashMap<>();
        given.values().forEach((name, value) -> {
            scope.put(name, outside(HostValues.expr(value, new Span(file.name(), 0, 0))));
            params.put(name, HostValues.text(value));
        });
        return scope;
    }

    private Expr outside(Expr value) {
        if (value instanceof Expr.ListLiteral list) {
            list.items().forEach(this::outside);
        }
        substitution.markOutside(value);
        grant(value);
        return value;
    }

    /** A macro may go by a name that is no path, such as that of the standard input. */
    private static Path place(String name, Path folder) {
        try {
            Path last = Path.of(name).getFileName();
            return folder.resolve(last == null ? Path.of("") : last).normalize();
        } catch (InvalidPathException e) {
            return folder.normalize();
        }
    }

    private void note(MacroFile file) {
        out.addAll(file.diagnostics());
        file.broken().forEach(symbols::poison);
        file.lost().forEach(symbols::lose);
    }

    /** Returns the texts of all files, by name. */
    Map<String, String> texts() {
        return texts;
    }

    /** Returns the macro's file, and those that it includes. */
    Set<Path> files() {
        return read;
    }

    /** Returns the folder of a file, by its name. */
    Path folder(String file) {
        return folders.getOrDefault(file, Path.of(""));
    }

    /** Returns the params in effect as text, by name. */
    Map<String, String> params() {
        return params;
    }

    /** Returns what the params and lets outside of any loop stand for, by name. */
    Map<String, Expr> values() {
        return top;
    }

    /** Tells whether a value came from outside, or was made of one that did. */
    boolean isFromOutside(Expr expr) {
        return substitution.isFromOutside(expr);
    }

    /** Returns how expressions are spelt. */
    SourceText spelling() {
        return new SourceText(texts, substitution::origin);
    }

    private void run(List<Statement> statements, Map<String, Expr> scope, List<Path> chain) {
        for (Statement statement : statements) {
            run(statement, scope, chain);
        }
    }

    private void run(Statement statement, Map<String, Expr> scope, List<Path> chain) {
        if (statement instanceof Statement.StepStatement step) {
            add(substitution.apply(step, scope));
        } else if (statement instanceof Statement.SetStatement set) {
            add(new Statement.SetStatement(substitution.options(set.options(), scope), set.span()));
        } else if (statement instanceof Statement.ParamStatement param) {
            param(param, scope);
        } else if (statement instanceof Statement.LetStatement let) {
            declare(let.name(), substitution.apply(let.value(), scope), scope);
        } else if (statement instanceof Statement.IncludeStatement include) {
            include(include, scope, chain);
        } else if (statement instanceof Statement.ForStatement loop) {
            loop(loop, scope, chain);
        } else if (statement instanceof Statement.IfStatement choice) {
            choose(choice, scope, chain);
        } else if (statement instanceof Statement.DefStatement def) {
            symbols.poison(def.name().text());
            out.add(CheckCode.MACRO_DEFINED_VERB.at(
                    def.name().span(),
                    "macro-defined verbs are not part of language version 1",
                    "use 'for' and 'include' to repeat statements"));
        }
    }

    private void choose(Statement.IfStatement choice, Map<String, Expr> scope, List<Path> chain) {
        Optional<Boolean> holds = truth(substitution.apply(choice.condition(), scope));
        if (holds.isPresent()) {
            run(holds.get() ? choice.body() : choice.otherwise(), scope, chain);
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

    private void add(Statement statement) {
        if (result.size() < MAX_STATEMENTS) {
            result.add(statement);
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

    private void declare(Ident name, Expr value, Map<String, Expr> scope) {
        SyntaxTree.Extent extent = tree.extent(value);
        if (scope.containsKey(name.text())) {
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
            scope.put(name.text(), value);
            symbols.places().putIfAbsent(name.text(), name.span());
        }
    }

    private void param(Statement.ParamStatement param, Map<String, Expr> scope) {
        String name = param.name().text();
        Expr value = substitution.apply(param.value(), scope);
        Object host = given.values().get(name);
        if (host != null) {
            scope.remove(name);
            Expr taken = HostValues.isText(host, value)
                    ? outside(param, value, HostValues.formula(host))
                    : outside(HostValues.expr(host, param.value().span()));
            declare(param.name(), taken, scope);
            return;
        }
        List<String> listed = given.files().get(name);
        if (listed != null) {
            usedOverrides.add(name);
            declare(param.name(), outside(param, listed), scope);
            return;
        }
        String text = given.params().get(name);
        if (text != null) {
            usedOverrides.add(name);
            value = outside(param, value, text);
        }
        declare(param.name(), value, scope);
        params.putIfAbsent(name, text != null ? text : resolver.text(value));
    }

    /** A param whose default is a string takes the given text as it is; any other takes it as an expression. */
    private Expr outside(Statement.ParamStatement param, Expr usual, String text) {
        Expr value = new Expr.StringLiteral(text, param.value().span());
        if (!(usual instanceof Expr.StringLiteral)) {
            List<Diagnostic> problems = new ArrayList<>();
            String source = "--param " + param.name().text();
            Optional<Expr> parsed = Parser.parseExpression(source, text, problems);
            if (parsed.isPresent() && problems.isEmpty()) {
                texts.put(source, text);
                value = substitution.at(parsed.get(), param.value().span());
            } else {
                symbols.poison(param.name().text());
                out.add(CheckCode.MALFORMED_PARAM.at(
                        param.value().span(),
                        "the value '" + text + "' of param '" + param.name().text() + "' is no expression",
                        problems.isEmpty() ? "" : problems.get(0).message()));
            }
        }
        substitution.markOutside(value);
        grant(value);
        return value;
    }

    /** What a param from outside names may be read. */
    private void grant(Expr value) {
        if (value instanceof Expr.StringLiteral text) {
            resolver.grant(text.value());
        } else if (value instanceof Expr.ListLiteral list) {
            list.items().forEach(this::grant);
        }
    }

    /** A param that stands for files: a string, or a list of them. */
    private Expr outside(Statement.ParamStatement param, List<String> paths) {
        List<Expr> items = new ArrayList<>();
        for (String path : paths) {
            Expr item = new Expr.StringLiteral(path, param.value().span());
            substitution.markOutside(item);
            resolver.grant(path);
            items.add(item);
        }
        return items.size() == 1
                ? items.get(0)
                : new Expr.ListLiteral(items, param.value().span());
    }

    private void include(Statement.IncludeStatement include, Map<String, Expr> scope, List<Path> chain) {
        Expr filled = substitution.apply(include.path(), scope);
        String name = filled instanceof Expr.StringLiteral text
                ? text.value()
                : include.path().value();
        try {
            Path base = isFromOutside(filled)
                    ? given.working()
                    : folder(include.span().file());
            Path path = base.resolve(name).normalize();
            if (chain.contains(path) || chain.size() > MAX_NESTED_INCLUDES) {
                symbols.lose("include");
                out.add(CheckCode.CIRCULAR_INCLUDE.at(
                        include.path().span(), "'" + name + "' includes itself", "remove one of the includes"));
            } else if (++includes > MAX_INCLUDES) {
                tooLong(include.span(), "the macro includes more than " + MAX_INCLUDES + " files");
            } else {
                resolver.access().checkRead(path);
                run(parsed(path).statements(), scope, and(chain, path));
            }
        } catch (AccessError e) {
            symbols.lose("include");
            out.add(CheckCode.FORBIDDEN_FILE.at(include.path().span(), e.message(), e.help()));
        } catch (IOException | InvalidPathException e) {
            symbols.lose("include");
            out.add(CheckCode.UNREADABLE_INCLUDE.at(
                    include.path().span(),
                    "cannot read '" + name + "'",
                    "an include is relative to the macro that names it"));
        }
    }

    private MacroFile parsed(Path path) throws IOException {
        read.add(path);
        String shown = path.toString();
        if (Files.size(path) > MAX_INCLUDED_BYTES) {
            throw new IOException("it has more than " + MAX_INCLUDED_BYTES + " bytes");
        }
        String text = Files.readString(path);
        MacroFile file = Parser.parse(shown, text);
        texts.put(shown, text);
        folders.put(shown, Optional.ofNullable(path.getParent()).orElse(Path.of("")));
        note(file);
        return file;
    }

    private static List<Path> and(List<Path> chain, Path path) {
        List<Path> longer = new ArrayList<>(chain);
        longer.add(path);
        return longer;
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

    private void loop(Statement.ForStatement loop, Map<String, Expr> scope, List<Path> chain) {
        Expr values = substitution.apply(loop.values(), scope);
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
        if (scope.containsKey(loop.variable().text())) {
            lose(loop);
            declare(loop.variable(), values, scope);
            return;
        }
        for (Expr item : items.get()) {
            if (++rounds > MAX_ROUNDS) {
                tooLong(loop.span(), "the loops of the macro go round more than " + MAX_ROUNDS + " times");
            }
            if (isTooLong) {
                return;
            }
            Map<String, Expr> inner = new LinkedHashMap<>(scope);
            inner.put(loop.variable().text(), item);
            run(loop.body(), inner, chain);
        }
    }
}
