package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.ReportStep;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.TrainStep;
import hep.winnow.core.bind.Binder;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import hep.winnow.core.verbs.Cut;
import hep.winnow.core.verbs.Hist;
import hep.winnow.core.verbs.Set;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Checks a whole macro before one event is read: every name, option, type and role, and the schemas of the files. Every error is
 * reported, in the order of the text; only a macro without errors becomes a program.
 */
public final class Checker {
    private final Vocabulary vocabulary;
    private final FunctionTable functions;
    private final List<Diagnostic> out = new ArrayList<>();
    private final Symbols symbols = new Symbols();
    private final List<Planned> planned = new ArrayList<>();
    private final Resolver resolver;
    private final Binder binder;
    private final Declarations declarations;
    private final Expander expander;
    private long seed = Set.DEFAULT_SEED;
    private OptionalDouble lumi = OptionalDouble.empty();
    private int number;

    /**
     * Makes a checker for one macro.
     *
     * @param vocabulary verbs and measures
     * @param functions of events
     * @param readers of model files, by learner
     * @param params given from outside, by name
     */
    public Checker(
            Vocabulary vocabulary,
            FunctionTable functions,
            Function<String, Optional<ModelReader>> readers,
            Map<String, String> params) {
        this.vocabulary = vocabulary;
        this.functions = functions;
        this.resolver = new Resolver(vocabulary, functions, symbols, out);
        this.expander = new Expander(params, resolver::truth, out);
        this.resolver.use(expander);
        this.binder = new Binder(resolver);
        this.declarations = new Declarations(symbols, resolver, out, readers);
    }

    /** Returns what is wrong, in the order of the text; warnings included. */
    public List<Diagnostic> diagnostics() {
        return out.stream()
                .sorted(java.util.Comparator.comparing(
                                (Diagnostic d) -> d.span().file())
                        .thenComparing(d -> d.span().start()))
                .distinct()
                .toList();
    }

    /** Returns the texts of the macro and all that it includes, by name. */
    public Map<String, String> texts() {
        return expander.texts();
    }

    /**
     * Returns the program, or empty if there was an error.
     *
     * @param file the parsed macro
     * @param folder that its paths are relative to
     */
    public Optional<Program> check(MacroFile file, Path folder) {
        List<Statement> statements = expander.expand(file, folder);
        statements.forEach(s -> {
            if (s instanceof Statement.SetStatement set) {
                settings(set);
            }
        });
        for (Statement statement : statements) {
            if (statement instanceof StepStatement step) {
                number++;
                check(step);
            }
        }
        if (out.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
            return Optional.empty();
        }
        Map<String, String> params = new LinkedHashMap<>();
        expander.params().forEach((name, value) -> params.put(name, resolver.describe(value)));
        return Optional.of(new Program(
                file,
                seed,
                lumi,
                params,
                symbols.samples(),
                planned,
                List.copyOf(symbols.models().values()),
                functions));
    }

    private void settings(Statement.SetStatement set) {
        StepStatement asStep = new StepStatement(
                new Ident("set", set.span()),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                set.options(),
                List.of(),
                false,
                set.span());
        binder.bind(asStep, StepSchema.of(Set.class, "core"), List.of()).ifPresent(bound -> {
            Set options = (Set) bound.value();
            options.seed().ifPresent(s -> seed = s);
            options.lumi().ifPresent(l -> lumi = OptionalDouble.of(l));
        });
    }

    private void check(StepStatement step) {
        Optional<StepSchema> found = schema(step);
        if (found.isEmpty()) {
            return;
        }
        StepSchema schema = found.get();
        List<Operand> operands = operands(step, schema);
        StepStatement plain = withoutLeak(step);
        if (!step.steps().isEmpty() && !schema.verb().equals("region")) {
            out.add(Diagnostic.error(
                    "E210",
                    step.steps().get(0).span(),
                    "'" + schema.title() + "' takes options in its block, no steps",
                    "",
                    "only a region holds cuts"));
            return;
        }
        boolean isSample = SourceStep.class.isAssignableFrom(schema.record().type());
        resolver.defersExpressions(isSample);
        Optional<Bound> bound = binder.bind(plain, schema, operands);
        resolver.defersExpressions(false);
        if (bound.isPresent()) {
            accept(step, bound.get());
        } else {
            declarations.poison(step, schema);
        }
        resolver.allowLeak(false);
    }

    private Optional<StepSchema> schema(StepStatement step) {
        String verb = step.verb().text();
        List<String> kinds = vocabulary.kinds(verb);
        if (kinds.isEmpty()) {
            String help = Suggestions.nearest(verb, vocabulary.verbs())
                    .map(v -> "did you mean '" + v + "'?")
                    .orElse("the verbs are " + String.join(", ", vocabulary.verbs()));
            out.add(Diagnostic.error("E200", step.verb().span(), "unknown verb '" + verb + "'", "", help));
            declarations.poison(step);
            return Optional.empty();
        }
        Optional<StepSchema> only = vocabulary.step(verb, "");
        if (only.isPresent()) {
            return only;
        }
        if (step.operands().isEmpty()
                || !step.operands().get(0).keyword().isEmpty()
                || !(step.operands().get(0).value() instanceof Expr.NameRef kind)) {
            out.add(Diagnostic.error(
                    "E218",
                    step.verb().span(),
                    "'" + verb + "' needs its kind",
                    "",
                    "write " + verb + " NAME = " + String.join(" | ", kinds)));
            declarations.poison(step);
            return Optional.empty();
        }
        Optional<StepSchema> schema = vocabulary.step(verb, kind.name());
        if (schema.isEmpty()) {
            String help = Suggestions.nearest(kind.name(), kinds)
                    .map(k -> "did you mean '" + k + "'?")
                    .orElse("there are " + String.join(", ", kinds));
            out.add(Diagnostic.error("E218", kind.span(), "'" + verb + "' knows no '" + kind.name() + "'", "", help));
            declarations.poison(step);
        }
        return schema;
    }

    private static List<Operand> operands(StepStatement step, StepSchema schema) {
        return schema.kind().isEmpty()
                ? step.operands()
                : step.operands().subList(1, step.operands().size());
    }

    /** Every statement takes {@code leak=allow}; it is no option of the step. */
    private StepStatement withoutLeak(StepStatement step) {
        List<OptionArg> kept = new ArrayList<>();
        for (OptionArg option : step.options()) {
            if (!option.name().text().equals("leak")) {
                kept.add(option);
            } else if (option.value() instanceof Expr.NameRef word
                    && word.name().equals("allow")) {
                resolver.allowLeak(true);
            } else {
                out.add(Diagnostic.error(
                        "E203",
                        option.value().span(),
                        "'leak' takes the word allow",
                        "",
                        "write leak=allow, or leave it out"));
            }
        }
        return new StepStatement(
                step.verb(),
                step.name(),
                step.operands(),
                step.condition(),
                kept,
                step.steps(),
                step.hasBlock(),
                step.span());
    }

    private void accept(StepStatement step, Bound bound) {
        Record value = bound.value() instanceof Hist hist
                ? hist.over(ScopeDecl.of("all", symbols.allSamples()))
                : bound.value();
        if (value instanceof SourceStep source) {
            RandomStream random = new RandomStream(seed).stream("sample/" + declarations.nameOf(bound));
            declarations.sample(step, bound, source, random);
        } else if (value instanceof TrainStep train) {
            declarations
                    .model(step, bound, train)
                    .ifPresent(model -> plan(step, bound, new Action.Train(train, model)));
        } else if (value instanceof EventStep<?> fill) {
            declarations.result(step, bound);
            checkLeaks(fill, step.span());
            plan(step, bound, new Action.Fill(fill));
        } else if (value instanceof TableStep table) {
            declarations.result(step, bound);
            if (!table.comparesWithTraining()) {
                checkLeaks(value, step.span());
            }
            plan(step, bound, new Action.Look(table));
        } else if (value instanceof ReportStep report) {
            plan(step, bound, new Action.Report(report));
        } else if (value instanceof Declaration declaration) {
            declare(step, bound, declaration);
        }
    }

    private void declare(StepStatement step, Bound bound, Declaration declaration) {
        if (declaration instanceof hep.winnow.core.verbs.Region region) {
            declarations.region(step, region, cuts(step));
        } else if (declaration instanceof Cut) {
            out.add(Diagnostic.error(
                    "E219",
                    step.verb().span(),
                    "a cut stands in the block of a region",
                    "",
                    "write region NAME { cut … }"));
        } else {
            declarations.declare(step, bound, declaration).ifPresent(action -> {
                if (action instanceof Action.Fill fill) {
                    checkLeaks(fill.step(), step.span());
                }
                plan(step, bound, action);
            });
        }
    }

    private List<Cut> cuts(StepStatement region) {
        List<Cut> cuts = new ArrayList<>();
        for (StepStatement inner : region.steps()) {
            if (!inner.verb().text().equals("cut")) {
                out.add(Diagnostic.error(
                        "E210",
                        inner.verb().span(),
                        "the block of a region holds cuts, not '" + inner.verb().text() + "'",
                        "",
                        ""));
                continue;
            }
            binder.bind(inner, StepSchema.of(Cut.class, "core"), inner.operands())
                    .ifPresent(bound -> cuts.add((Cut) bound.value()));
        }
        return cuts;
    }

    private void checkLeaks(EventStep<?> step, Span span) {
        List<TypedExpr> columns =
                step.columns().stream().map(c -> ((ColumnExpression) c).typed()).toList();
        step.scopes().forEach(scope -> resolver.checkUse((ScopeDecl) scope, columns, span));
    }

    private void checkLeaks(Record value, Span span) {
        List<TypedExpr> columns = References.expressions(value).stream()
                .map(ColumnExpression::typed)
                .toList();
        References.scopes(value).forEach(scope -> resolver.checkUse(scope, columns, span));
    }

    private void plan(StepStatement step, Bound bound, Action action) {
        planned.add(new Planned(
                number,
                resolver.line(step.span()),
                resolver.source(step.span()),
                declarations.nameOf(bound),
                bound,
                action));
    }
}
