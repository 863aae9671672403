package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.OnBad;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleDefaults;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.SampleStep;
import hep.winnow.api.step.SourceStep;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.verbs.FileSamples;
import hep.winnow.core.verbs.Generate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens the source of a sample, and resolves what the macro says of its events against its columns. */
final class SampleMaker {
    private final Symbols symbols;
    private final Resolver resolver;
    private final Findings out;
    private final ScreeningMaker screenings;
    private final Map<SampleDecl, StepStatement> statements = new LinkedHashMap<>();

    SampleMaker(Symbols symbols, Resolver resolver, Findings out) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
        this.screenings = new ScreeningMaker(out);
    }

    /** Sets how many events of each sample are used at most; 0 for all. */
    void limit(int events) {
        screenings.limit(events);
    }

    /** Adds the sample of a statement. What is wrong with it is reported; then its name, or its columns too, are noted as such. */
    void add(StepStatement step, Bound bound, String name, RandomStream random) {
        SampleStep made = (SampleStep) bound.value();
        int before = out.errors();
        Optional<EventSource> source = open(step, made, random);
        if (source.isEmpty()) {
            symbols.poison(name);
            symbols.lose(step.verb().text());
            return;
        }
        SampleDecl sample = sample(step, name, made, source.get());
        statements.put(sample, step);
        checkRole(step, sample);
        List<String> clashes = symbols.add(sample);
        if (!clashes.isEmpty()) {
            out.add(CheckCode.CLASHING_COLUMN.at(
                    Places.of(step).of(n -> n.name().equals(name)),
                    "column '" + clashes.get(0) + "' of '" + name
                            + "' clashes with an earlier column of another type, or with a define or model",
                    "set the types with types=[…], or rename the define"));
        }
        if (out.errors() > before || !bound.isSound()) {
            symbols.poison(name);
        }
    }

    /** Warns of cross-sections that scale nothing, and of samples that stand unscaled beside scaled ones. */
    void checkScales(boolean hasLumi) {
        boolean anyXsec = statements.keySet().stream().anyMatch(s -> s.xsec().isPresent());
        statements.forEach((sample, step) -> {
            if (!hasLumi && sample.xsec().isPresent() && !sample.isData()) {
                out.add(CheckCode.XSEC_WITHOUT_LUMI.at(
                        Places.option(step, "xsec"),
                        "no luminosity is set, so the weights of '" + sample.name() + "' are not scaled to its xsec",
                        "write set lumi=139/fb"));
            } else if (hasLumi && anyXsec && sample.xsec().isEmpty() && !sample.isData()) {
                out.add(CheckCode.LUMI_WITHOUT_XSEC.at(
                        Places.of(step).of(n -> n.name().equals(sample.name())),
                        "sample '" + sample.name() + "' has no xsec=, so its weights are not scaled to the luminosity"
                                + " as those of other samples are",
                        "give it xsec=, or scale its weight"));
            }
        });
    }

    private Optional<EventSource> open(StepStatement step, SampleStep made, RandomStream random) {
        try {
            if (made instanceof Generate generate) {
                return generated(step, generate, random);
            }
            if (!(made instanceof ReadStep read)) {
                return Optional.of(((SourceStep) made).source(random));
            }
            EventSource source = FileSamples.open(read, resolver.access());
            resolver.access().checkRead(source.files());
            return Optional.of(source);
        } catch (UserError e) {
            boolean isData = e.kind() == UserError.Kind.DATA;
            CheckCode code = isData ? FileProblems.code(e) : CheckCode.UNFIT_SOURCE;
            out.add(code.at(isData ? Places.operand(step, "from") : step.verb().span(), e.message(), e.help()));
            return Optional.empty();
        }
    }

    /** Returns the source of a sample that a model draws: its columns are the model's inputs. */
    private Optional<EventSource> generated(StepStatement step, Generate generate, RandomStream random) {
        ModelDecl model = (ModelDecl) generate.model();
        Span place = Places.operand(step, "from");
        if (!model.isGenerative()) {
            out.add(CheckCode.WRONG_TASK.at(
                    place,
                    "'" + model.name() + "' is a model of '" + model.learner() + "', which draws no events",
                    "take a generative learner"));
            return Optional.empty();
        }
        List<ColumnInfo> schema = new ArrayList<>();
        for (ColumnExpression input : model.inputs()) {
            Optional<TypedExpr.Input> column = symbols.column(input.text());
            if (column.isEmpty()) {
                out.add(CheckCode.MODEL_INPUT.at(
                        place,
                        "'" + input.text() + "', an input of '" + model.name() + "', is no column",
                        "a sample can be drawn where all inputs are columns: save it with its defines, and"
                                + " read it again"));
                return Optional.empty();
            }
            boolean isFloat = column.get().columnType() == ColumnType.FLOAT;
            schema.add(new ColumnInfo(
                    input.text(),
                    isFloat ? ColumnType.FLOAT : ColumnType.DOUBLE,
                    column.get().unit()));
        }
        return Optional.of(new GeneratedSource(model, schema, generate.events(), random));
    }

    private SampleDecl sample(StepStatement step, String name, SampleStep made, EventSource source) {
        SampleOptions options = made.sample();
        SampleDefaults defaults = made.defaults();
        Symbols own = own(source);
        boolean isSaid = options.role().isPresent()
                || options.signal().isPresent()
                || options.classOf().isPresent();
        Optional<TypedExpr> weight = options.weight().isPresent()
                ? typed(options.weight(), own, ValueType.NUMBER, "weight")
                : byDefault(defaults.weight(), own);
        checkIds(options.id(), own, step);
        return new SampleDecl(
                symbols.samples().size(),
                name,
                source,
                isSaid ? labelling(options, own) : usual(defaults, own),
                weight,
                options.id().stream().map(ColumnName::name).toList(),
                options.part(),
                options.xsec(),
                made instanceof ReadStep read && read.reading().onBad() == OnBad.SKIP,
                typed(options.factor(), own, ValueType.NUMBER, "factor"),
                screenings.of(step, made, own));
    }

    /** Checks what a sample says of its events against what the samples before it said. */
    private void checkRole(StepStatement step, SampleDecl sample) {
        if (sample.isData() && sample.xsec().isPresent()) {
            out.add(CheckCode.SCALED_DATA.at(
                    Places.option(step, "xsec"),
                    "sample '" + sample.name() + "' is recorded data, which has no cross-section",
                    "leave out xsec="));
        }
        if (sample.isData() || sample.labelling() instanceof SampleDecl.Unlabelled) {
            return;
        }
        boolean hasClasses = sample.labelling() instanceof SampleDecl.ByClass;
        symbols.samples().stream()
                .filter(s -> !s.isData() && !(s.labelling() instanceof SampleDecl.Unlabelled))
                .filter(s -> s.labelling() instanceof SampleDecl.ByClass != hasClasses)
                .findFirst()
                .ifPresent(s -> out.add(CheckCode.MIXED_CLASSES.at(
                        labelPlace(step),
                        "sample '" + s.name() + "' has " + words(!hasClasses) + " and '" + sample.name() + "' has "
                                + words(hasClasses),
                        "use class= for all of them, or for none")));
    }

    private static String words(boolean hasClasses) {
        return hasClasses ? "classes" : "signal and background";
    }

    private static Span labelPlace(StepStatement step) {
        return step.options().stream()
                .filter(o ->
                        List.of("role", "signal", "class").contains(o.name().text()))
                .map(o -> o.value().span())
                .findFirst()
                .orElse(step.verb().span());
    }

    private Symbols own(EventSource source) {
        Symbols own = new Symbols(Set.of());
        own.tables().putAll(symbols.tables());
        own.add(new SampleDecl(
                0,
                "",
                source,
                new SampleDecl.Unlabelled(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Screening.NONE));
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
        if (value.isPresent() && value.get().type().isList()) {
            out.add(CheckCode.WRONG_TYPE.at(
                    ((DeferredExpression) options.classOf().get()).syntax().span(),
                    "'class' needs one value per event, found "
                            + value.get().type().text(),
                    ""));
            return new SampleDecl.Unlabelled();
        }
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
            out.add(CheckCode.WRONG_TYPE.at(
                    expression.syntax().span(),
                    "'" + option + "' needs " + type.text() + ", found "
                            + typed.get().type().text(),
                    type == ValueType.BOOLEAN ? "compare it, as in x > 0" : ""));
            return Optional.empty();
        }
        return typed;
    }

    private void checkIds(List<ColumnName> ids, Symbols own, StepStatement step) {
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i).name();
            Optional<TypedExpr.Input> column = own.column(id);
            if (column.isEmpty()) {
                out.add(CheckCode.UNKNOWN_NAME.at(
                        Places.item(step, "id", i),
                        "unknown column '" + id + "'",
                        Suggestions.nearest(id, own.columnNames())
                                .map(c -> "did you mean '" + c + "'?")
                                .orElse("the columns are " + String.join(", ", own.columnNames()))));
            } else if (column.get().type().isList()) {
                out.add(CheckCode.UNFIT_ID.at(
                        Places.item(step, "id", i),
                        "column '" + id + "' holds a list per event, which cannot be an id",
                        "an id is a whole number or a string"));
            } else if (column.get().columnType() == ColumnType.DOUBLE
                    || column.get().columnType() == ColumnType.FLOAT) {
                out.add(CheckCode.UNFIT_ID.at(
                        Places.item(step, "id", i),
                        "column '" + id + "' holds numbers with fractions or gaps, which cannot be an id",
                        "an id is a whole number or a string; set it with types=[" + id + "=long]"));
            }
        }
    }
}
