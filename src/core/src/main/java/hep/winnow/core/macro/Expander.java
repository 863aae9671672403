package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Carries out the control statements of a macro: params and lets are put in their places, loops unrolled, branches chosen, files
 * included. What is left are steps and settings.
 */
final class Expander {
    /** Statements that loops may unroll to; more is a mistake. */
    private static final int MAX_STATEMENTS = 20_000;

    private static final int MAX_INCLUDES = 50;

    private final Map<String, String> overrides;
    private final Function<Expr, Optional<Boolean>> condition;
    private final List<Diagnostic> out;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Expr> params = new LinkedHashMap<>();
    private final Set<String> usedOverrides = new HashSet<>();
    private final List<Statement> result = new ArrayList<>();
    private final Substitution substitution;
    private final Map<String, Path> folders = new LinkedHashMap<>();
    private boolean isTooLong;

    /**
     * Makes an expander.
     *
     * @param overrides params given from outside, by name
     * @param condition value of a condition of constants; empty if it was reported
     * @param out where problems go
     */
    Expander(Map<String, String> overrides, Function<Expr, Optional<Boolean>> condition, List<Diagnostic> out) {
        this.overrides = overrides;
        this.condition = condition;
        this.out = out;
        this.substitution = new Substitution(out);
    }

    /** Returns the steps and settings of {@code file}, in order. */
    List<Statement> expand(MacroFile file, Path folder) {
        texts.put(file.name(), file.text());
        folders.put(file.name(), folder);
        out.addAll(file.diagnostics());
        run(file.statements(), new LinkedHashMap<>(), List.of(file.name()));
        for (String name : overrides.keySet()) {
            if (!usedOverrides.contains(name)) {
                String help = Suggestions.nearest(name, params.keySet())
                        .map(p -> "did you mean '" + p + "'?")
                        .orElse(
                                params.isEmpty()
                                        ? "it declares none"
                                        : "its params are " + String.join(", ", params.keySet()));
                out.add(Diagnostic.error(
                        "E212", new Span(file.name(), 0, 0), "the macro has no param '" + name + "'", "", help));
            }
        }
        return result;
    }

    /** Returns the texts of all files, by name. */
    Map<String, String> texts() {
        return texts;
    }

    /** Returns the folder of a file, by its name. */
    Path folder(String file) {
        return folders.getOrDefault(file, Path.of(""));
    }

    /** Returns the params in effect, by name. */
    Map<String, Expr> params() {
        return params;
    }

    /** Tells whether a value came from outside, or was made of one that did. */
    boolean isFromOutside(Expr expr) {
        return substitution.isFromOutside(expr);
    }

    /** Returns how expressions are spelt. */
    SourceText spelling() {
        return new SourceText(texts, substitution::origin);
    }

    private void run(List<Statement> statements, Map<String, Expr> scope, List<String> includes) {
        for (Statement statement : statements) {
            run(statement, scope, includes);
        }
    }

    private void run(Statement statement, Map<String, Expr> scope, List<String> includes) {
        if (statement instanceof Statement.StepStatement step) {
            add(substitution.apply(step, scope));
        } else if (statement instanceof Statement.SetStatement set) {
            add(new Statement.SetStatement(substitution.options(set.options(), scope), set.span()));
        } else if (statement instanceof Statement.ParamStatement param) {
            param(param, scope);
        } else if (statement instanceof Statement.LetStatement let) {
            declare(let.name(), substitution.apply(let.value(), scope), scope);
        } else if (statement instanceof Statement.IncludeStatement include) {
            include(include, scope, includes);
        } else if (statement instanceof Statement.ForStatement loop) {
            loop(loop, scope, includes);
        } else if (statement instanceof Statement.IfStatement choice) {
            condition
                    .apply(substitution.apply(choice.condition(), scope))
                    .ifPresent(holds -> run(holds ? choice.body() : choice.otherwise(), scope, includes));
        } else if (statement instanceof Statement.DefStatement def) {
            out.add(Diagnostic.error(
                    "E213",
                    def.name().span(),
                    "macro-defined verbs are not part of language version 1",
                    "",
                    "use 'for' and 'include' to repeat statements"));
        }
    }

    private void add(Statement statement) {
        if (result.size() < MAX_STATEMENTS) {
            result.add(statement);
        } else if (!isTooLong) {
            isTooLong = true;
            out.add(Diagnostic.error(
                    "E214",
                    statement.span(),
                    "the macro unrolls to more than " + MAX_STATEMENTS + " statements",
                    "",
                    "make the loops shorter"));
        }
    }

    private void declare(Ident name, Expr value, Map<String, Expr> scope) {
        if (scope.containsKey(name.text())) {
            out.add(Diagnostic.error(
                    "E101",
                    name.span(),
                    "'" + name.text() + "' is declared already",
                    "",
                    "names are declared once; take another"));
        } else {
            scope.put(name.text(), value);
        }
    }

    private void param(Statement.ParamStatement param, Map<String, Expr> scope) {
        String name = param.name().text();
        Expr value = substitution.apply(param.value(), scope);
        String given = overrides.get(name);
        if (given != null) {
            usedOverrides.add(name);
            value = outside(param, value, given);
        }
        declare(param.name(), value, scope);
        params.putIfAbsent(name, value);
    }

    /** A param whose default is a string takes the given text as it is; any other takes it as an expression. */
    private Expr outside(Statement.ParamStatement param, Expr usual, String given) {
        Expr value = new Expr.StringLiteral(given, param.value().span());
        if (!(usual instanceof Expr.StringLiteral)) {
            List<Diagnostic> problems = new ArrayList<>();
            Optional<Expr> parsed =
                    Parser.parseExpression("--param " + param.name().text(), given, problems);
            if (parsed.isPresent() && problems.isEmpty()) {
                texts.put("--param " + param.name().text(), given);
                value = substitution.at(parsed.get(), param.value().span());
            } else {
                out.add(Diagnostic.error(
                        "E215",
                        param.span(),
                        "the value '" + given + "' of param '" + param.name().text() + "' is no expression",
                        "",
                        problems.isEmpty() ? "" : problems.get(0).message()));
            }
        }
        substitution.markOutside(value);
        return value;
    }

    private void include(Statement.IncludeStatement include, Map<String, Expr> scope, List<String> includes) {
        String name = include.path().value();
        Path folder = folder(include.span().file());
        Path path;
        try {
            path = folder.resolve(name);
        } catch (InvalidPathException e) {
            out.add(Diagnostic.error("E401", include.path().span(), "no file can be named '" + name + "'", "", ""));
            return;
        }
        String shown = path.toString();
        if (includes.contains(shown) || includes.size() > MAX_INCLUDES) {
            out.add(Diagnostic.error(
                    "E216", include.path().span(), "'" + name + "' includes itself", "", "remove one of the includes"));
            return;
        }
        try {
            String text = Files.readString(path);
            MacroFile file = Parser.parse(shown, text);
            texts.put(shown, text);
            folders.put(shown, Optional.ofNullable(path.getParent()).orElse(Path.of("")));
            out.addAll(file.diagnostics());
            List<String> inner = new ArrayList<>(includes);
            inner.add(shown);
            run(file.statements(), scope, inner);
        } catch (IOException | java.io.UncheckedIOException e) {
            out.add(Diagnostic.error(
                    "E401",
                    include.path().span(),
                    "cannot read '" + shown + "'",
                    "",
                    "an include is relative to the macro that names it"));
        }
    }

    private void loop(Statement.ForStatement loop, Map<String, Expr> scope, List<String> includes) {
        Expr values = substitution.apply(loop.values(), scope);
        if (!(values instanceof Expr.ListLiteral list)) {
            out.add(Diagnostic.error(
                    "E217", loop.values().span(), "'for' goes through a list", "this is none", "write [a, b, c]"));
            return;
        }
        if (scope.containsKey(loop.variable().text())) {
            declare(loop.variable(), values, scope);
            return;
        }
        for (Expr item : list.items()) {
            if (isTooLong) {
                return;
            }
            Map<String, Expr> inner = new LinkedHashMap<>(scope);
            inner.put(loop.variable().text(), item);
            run(loop.body(), inner, includes);
        }
    }
}
