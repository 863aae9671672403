package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.SampleDefaults;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.SourceStep;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.verbs.OnBad;
import hep.winnow.core.verbs.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens the source of a sample, and resolves what the macro says of its events against its columns. */
final class SampleMaker {
    private final Symbols symbols;
    private final Resolver resolver;
    private final List<Diagnostic> out;

    SampleMaker(Symbols symbols, Resolver resolver, List<Diagnostic> out) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
    }

    /** Adds the sample; false if that failed and was reported. */
    boolean add(StepStatement step, String name, SourceStep made, RandomStream random) {
        EventSource source;
        try {
            source = made.source(random);
        } catch (UserError e) {
            String code = e.kind() == UserError.Kind.DATA ? "E400" : "E220";
            out.add(Diagnostic.error(code, step.span(), e.message(), "", e.help()));
            return false;
        }
        int before = out.size();
        SampleOptions options = made.sample();
        SampleDefaults defaults = made.defaults();
        Symbols own = own(source);
        boolean isSaid = options.role().isPresent()
                || options.signal().isPresent()
                || options.classOf().isPresent();
        Optional<TypedExpr> weight = options.weight().isPresent()
                ? typed(options.weight(), own, ValueType.NUMBER, "weight")
                : byDefault(defaults.weight(), own);
        SampleDecl.Labelling labelling = isSaid ? labelling(options, own) : usual(defaults, own);
        checkIds(options.id(), own, step.span());
        SampleDecl sample = new SampleDecl(
                symbols.samples().size(),
                name,
                source,
                labelling,
                weight,
                options.id().stream().map(ColumnName::name).toList(),
                options.part(),
                options.xsec(),
                made instanceof Read read && read.onBad() == OnBad.SKIP);
        List<String> clashes = symbols.add(sample);
        if (!clashes.isEmpty()) {
            out.add(Diagnostic.error(
                    "E126",
                    step.span(),
                    "column '" + clashes.get(0) + "' of '" + name
                            + "' clashes with an earlier column of another type, or a define",
                    "",
                    "set the types with types=[…], or rename the define"));
        }
        return out.size() == before;
    }

    private static Symbols own(EventSource source) {
        Symbols own = new Symbols();
        own.add(new SampleDecl(
                0,
                "",
                source,
                new SampleDecl.Unlabelled(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false));
        return own;
    }

    private SampleDecl.Labelling labelling(SampleOptions options, Symbols own) {
        if (options.role().isPresent()) {
            return new SampleDecl.ByRole(options.role().get());
        }
        if (options.signal().isPresent()) {
            return typed(options.signal(), own, ValueType.BOOLEAN, "signal")
                    .<SampleDecl.Labelling>map(SampleDecl.BySignal::new)
                    .orElseGet(SampleDecl.Unlabelled::new);
        }
        Optional<TypedExpr> value =
                options.classOf().flatMap(e -> resolver.typed(((DeferredExpression) e).syntax(), own));
        return value.<SampleDecl.Labelling>map(SampleDecl.ByClass::new).orElseGet(SampleDecl.Unlabelled::new);
    }

    private SampleDecl.Labelling usual(SampleDefaults defaults, Symbols own) {
        if (!defaults.signal().isEmpty()) {
            return new SampleDecl.BySignal(byDefault(defaults.signal(), own).orElseThrow());
        }
        if (!defaults.classColumn().isEmpty()) {
            return new SampleDecl.ByClass(byDefault(defaults.classColumn(), own).orElseThrow());
        }
        return new SampleDecl.Unlabelled();
    }

    private Optional<TypedExpr> byDefault(String text, Symbols own) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Diagnostic> problems = new ArrayList<>();
        Expr expr = Parser.parseExpression("a source's default", text, problems)
                .orElseThrow(() -> new IllegalStateException("a source's default does not parse: " + text));
        Optional<TypedExpr> typed = resolver.typed(expr, own);
        if (typed.isEmpty()) {
            throw new IllegalStateException("a source's default does not compile: " + text);
        }
        return typed;
    }

    private Optional<TypedExpr> typed(Optional<EventExpression> deferred, Symbols own, ValueType type, String option) {
        if (deferred.isEmpty()) {
            return Optional.empty();
        }
        DeferredExpression expression = (DeferredExpression) deferred.get();
        Optional<TypedExpr> typed = resolver.typed(expression.syntax(), own);
        if (typed.isPresent() && typed.get().type() != type) {
            out.add(Diagnostic.error(
                    "E108",
                    expression.syntax().span(),
                    "'" + option + "' takes " + type.text() + ", this is "
                            + typed.get().type().text(),
                    "",
                    ""));
            return Optional.empty();
        }
        return typed;
    }

    private void checkIds(List<ColumnName> ids, Symbols own, Span span) {
        for (ColumnName id : ids) {
            Optional<TypedExpr.Input> column = own.column(id.name());
            if (column.isEmpty()) {
                out.add(Diagnostic.error(
                        "E104",
                        span,
                        "unknown column '" + id.name() + "'",
                        "",
                        Suggestions.nearest(id.name(), own.columnNames())
                                .map(c -> "did you mean '" + c + "'?")
                                .orElse("the columns are " + String.join(", ", own.columnNames()))));
            } else if (column.get().columnType() == ColumnType.DOUBLE
                    || column.get().columnType() == ColumnType.FLOAT) {
                out.add(Diagnostic.error(
                        "E127",
                        span,
                        "column '" + id.name() + "' holds numbers with fractions or gaps, which cannot be an id",
                        "",
                        "an id is a whole number or a string; set it with types=[" + id.name() + "=long]"));
            }
        }
    }
}
