package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The params of a macro: what they are by default, or as they are given from outside. */
final class Params {
    private final Given given;
    private final Resolver resolver;
    private final Symbols symbols;
    private final Substitution substitution;
    private final Map<String, String> sources;
    private final List<Diagnostic> out;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> usedOverrides = new HashSet<>();

    /**
     * Makes an empty set.
     *
     * @param sources texts of files, by name; what is given as text is added to them
     */
    Params(
            Given given,
            Resolver resolver,
            Symbols symbols,
            Substitution substitution,
            Map<String, String> sources,
            List<Diagnostic> out) {
        this.given = given;
        this.resolver = resolver;
        this.symbols = symbols;
        this.substitution = substitution;
        this.sources = sources;
        this.out = out;
    }

    /** Returns the params in effect as text, by name. */
    Map<String, String> texts() {
        return texts;
    }

    /** Returns what a host gives; a param of the macro takes the place of the value of its name. */
    Map<String, Expr> ofHost(String file) {
        Map<String, Expr> scope = new LinkedHashMap<>();
        given.values().forEach((name, value) -> {
            scope.put(name, outside(HostValues.expr(value, new Span(file, 0, 0))));
            texts.put(name, HostValues.text(value));
        });
        return scope;
    }

    /** Returns the value of a param whose default, with names put in, is {@code value}. */
    Expr value(Statement.ParamStatement param, Expr value) {
        String name = param.name().text();
        Object host = given.values().get(name);
        if (host != null) {
            return HostValues.isText(host, value)
                    ? parsed(param, value, HostValues.formula(host))
                    : outside(HostValues.expr(host, param.value().span()));
        }
        List<String> listed = given.files().get(name);
        if (listed != null) {
            usedOverrides.add(name);
            return files(param, listed);
        }
        String text = given.params().get(name);
        if (text == null) {
            texts.putIfAbsent(name, resolver.text(value));
            return value;
        }
        usedOverrides.add(name);
        texts.putIfAbsent(name, text);
        return parsed(param, value, text);
    }

    /** Tells whether a host gives a value of that name, which a param takes the place of. */
    boolean isOfHost(String name) {
        return given.values().containsKey(name);
    }

    /** Reports what was given and the macro does not have. */
    void checkUsed(String file) {
        List<String> names = new ArrayList<>(given.params().keySet());
        names.addAll(given.files().keySet());
        for (String name : names) {
            if (!usedOverrides.contains(name) && !symbols.isBroken(name)) {
                String help = Suggestions.nearest(name, texts.keySet())
                        .map(p -> "did you mean '" + p + "'?")
                        .orElse(
                                texts.isEmpty()
                                        ? "it declares none"
                                        : "its params are " + String.join(", ", texts.keySet()));
                out.add(CheckCode.UNKNOWN_PARAM.at(
                        new Span(file, 0, 0), "the macro has no param '" + name + "'", help));
            }
        }
    }

    private Expr outside(Expr value) {
        if (value instanceof Expr.ListLiteral list) {
            list.items().forEach(this::outside);
        }
        substitution.markOutside(value);
        grant(value);
        return value;
    }

    /** A param whose default is a string takes the given text as it is; any other takes it as an expression. */
    private Expr parsed(Statement.ParamStatement param, Expr usual, String text) {
        Expr value = new Expr.StringLiteral(text, param.value().span());
        if (!(usual instanceof Expr.StringLiteral)) {
            List<Diagnostic> problems = new ArrayList<>();
            String source = "--param " + param.name().text();
            Optional<Expr> parsed = Parser.parseExpression(source, text, problems);
            if (parsed.isPresent() && problems.isEmpty()) {
                sources.put(source, text);
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
    private Expr files(Statement.ParamStatement param, List<String> paths) {
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
}
