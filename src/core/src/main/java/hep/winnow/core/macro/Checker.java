package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.ReportStep;
import hep.winnow.api.step.SampleStep;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.TrainStep;
import hep.winnow.core.bind.Binder;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.hist.OverAll;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import hep.winnow.core.verbs.Cut;
import hep.winnow.core.verbs.Expect;
import hep.winnow.core.verbs.HandOver;
import hep.winnow.core.verbs.Print;
import hep.winnow.core.verbs.Region;
import hep.winnow.core.verbs.Save;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks a whole macro before one event is read: every name, option, type and role, and the schemas of the files. Every error is
 * reported, in the order of the text; only a macro without errors becomes a program.
 *
 * <p>A statement with an error is taken as far as it makes sense, and what it fails to declare is noted: an error is reported once, where it is, and not again where its statement is missed.
 */
public final class Checker {
    private static final StepSchema CUT = StepSchema.of(Cut.class, "core");
    private static final StepSchema HAND_OVER = StepSchema.of(HandOver.class, "core");

    private final Vocabulary vocabulary;
    private final FunctionTable functions;
    private final Findings out = new Findings();
    private final Symbols symbols;
    private final List<Planned> planned = new ArrayList<>();
    private final Resolver resolver;
    private final Binder binder;
    private final Declarations declarations;
    private final OutputCheck outputs;
    private final SettingsReader settings;
    private final FileFormats formats;
    private final Expander expander;
    private final Advice advice;
    private final OptionalInt limit;
    private final List<Given.Wish> wishes;
    private int number;

    /**
     * Makes a checker for one macro.
     *
     * @param vocabulary verbs and measures
     * @param functions of events
     * @param readers of model files, by learner
     * @param given from outside
     */
    public Checker(
            Vocabulary vocabulary,
            FunctionTable functions,
            Function<String, Optional<ModelReader>> readers,
            Given given) {
        this.limit = given.limit();
        this.wishes = given.wishes();
        this.vocabulary = vocabulary;
        this.functions = functions;
        this.symbols = new Symbols(sourceVerbs(vocabulary));
        this.resolver = new Resolver(vocabulary, functions, symbols, out, given.access(), given.working());
        this.expander = new Expander(given, resolver, symbols, out);
        this.resolver.use(expander);
        this.out.locate(place -> expander.calls().frame(place));
        this.binder = new Binder(resolver);
        this.advice = new Advice(symbols, out);
        this.declarations = new Declarations(symbols, resolver, out, readers);
        this.outputs = new OutputCheck(resolver, out);
        this.settings = new SettingsReader(binder, out);
        this.formats = new FileFormats(vocabulary, resolver, out);
    }

    private static Set<String> sourceVerbs(Vocabulary vocabulary) {
        Set<String> verbs = new LinkedHashSet<>();
        vocabulary.steps().stream().filter(Checker::isSource).forEach(s -> verbs.add(s.verb()));
        return verbs;
    }

    private static boolean isSource(StepSchema schema) {
        return SampleStep.class.isAssignableFrom(schema.record().type());
    }

    /** Returns what is wrong, in the order of the text, files in the order in which they are included; warnings included. What several calls of a verb find in its body is told once. */
    public List<Diagnostic> diagnostics() {
        List<String> files = List.copyOf(expander.texts().keySet());
        Map<Diagnostic, Diagnostic> first = new LinkedHashMap<>();
        out.stream()
                .sorted(Comparator.comparing(
                                (Diagnostic d) -> files.indexOf(d.span().file()))
                        .thenComparing(d -> d.span().start()))
                .forEach(d -> first.putIfAbsent(d.calledBy(List.of()), d));
        return List.copyOf(first.values());
    }

    /** Returns what the macro names, as far as it could be understood. */
    public Names names() {
        return new NameCollector(symbols, expander.calls()::isHidden)
                .collect(
                        expander.params().keySet(),
                        expander.values(),
                        e -> expander.spelling().of(e),
                        expander.definitions().own());
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
        for (Statement statement : statements) {
            if (statement instanceof Statement.SetStatement set) {
                settings.read(set);
            }
        }
        declarations.limit(limit.orElse(settings.limit()));
        for (Statement statement : statements) {
            if (statement instanceof StepStatement step) {
                number++;
                check(step);
            }
        }
        wishes.forEach(this::wish);
        declarations.finish(settings.lumi().isPresent());
        Set<Path> inputs = inputs();
        outputs.finish(inputs);
        if (out.errors() > 0) {
            return Optional.empty();
        }
        List<Ident> verbs = expander.definitions().own().stream()
                .map(d -> d.statement().name())
                .filter(n -> n.span().file().equals(file.name()))
                .toList();
        advice.finish(
                planned,
                expander.texts(),
                verbs,
                place -> expander.calls().frame(place).isPresent());
        return Optional.of(new Program(
                file,
                settings.seed(),
                settings.lumi(),
                settings.memory(),
                expander.params(),
                symbols.samples(),
                List.copyOf(symbols.tables().values()),
                planned,
                List.copyOf(symbols.models().values()),
                functions,
                resolver.access(),
                inputs,
                expander.definitions().used().stream()
                        .flatMap(d -> d.file().stream())
                        .distinct()
                        .toList()));
    }

    /** Returns all files that the macro reads: its own text, what it includes, events, models and tables. */
    private Set<Path> inputs() {
        Set<Path> inputs = new LinkedHashSet<>(expander.files());
        inputs.addAll(resolver.inputs());
        symbols.samples().forEach(s -> inputs.addAll(s.source().files()));
        return inputs;
    }

    /** Columns for the host are a statement behind the last one. */
    private void wish(Given.Wish wish) {
        String text = HandOver.VERB + " " + wish.scope() + " columns=[" + String.join(", ", wish.columns()) + "]";
        MacroFile file = Parser.parse("columns for the host", text);
        expander.texts().put(file.name(), text);
        out.addAll(file.diagnostics());
        if (file.diagnostics().isEmpty() && file.statements().get(0) instanceof StepStatement step) {
            number++;
            binder.bind(step, HAND_OVER, step.operands()).ifPresent(bound -> accept(step, bound));
        }
    }

    private void check(StepStatement step) {
        out.within(expander.calls().frame(step));
        Optional<StepSchema> schema = schema(step);
        if (schema.isPresent()) {
            StepStatement plain = takesLeak(schema.get()) ? withoutLeak(step) : step;
            resolver.defersExpressions(isSource(schema.get()));
            Optional<Bound> bound = binder.bind(plain, schema.get(), operands(step, schema.get()));
            resolver.defersExpressions(false);
            checkBlock(step, schema.get());
            if (bound.isPresent()) {
                accept(step, bound.get());
            } else {
                cuts(step, schema.get());
                declarations.lose(step, schema.get());
            }
            resolver.allowLeak(false);
        }
        out.within(Optional.empty());
    }

    private Optional<StepSchema> schema(StepStatement step) {
        String verb = step.verb().text();
        List<String> kinds = vocabulary.kinds(verb);
        if (kinds.isEmpty()) {
            Optional<String> near = unknown(step);
            boolean readsFile =
                    step.operands().stream().anyMatch(o -> o.keyword().equals("from"));
            symbols.lose(near.orElse(readsFile ? "read" : verb));
            step.likelyName().ifPresent(symbols::poison);
            return Optional.empty();
        }
        Optional<StepSchema> schema = formats.isAsked(step)
                ? formats.tell(step)
                : vocabulary.step(verb, "").or(() -> kind(step, kinds));
        if (schema.isEmpty()) {
            symbols.lose(verb);
            step.likelyName().ifPresent(symbols::poison);
        }
        return schema;
    }

    /** Reports an unknown verb; returns the one that may be meant. */
    private Optional<String> unknown(StepStatement step) {
        String verb = step.verb().text();
        List<String> verbs = new ArrayList<>(vocabulary.verbs());
        expander.definitions().own().forEach(d -> verbs.add(d.schema().verb()));
        Optional<String> near = Suggestions.nearest(verb, verbs);
        Optional<Span> later = expander.definitions().later(verb);
        if (symbols.isBroken(verb)) {
            return near;
        }
        if (later.isPresent()) {
            out.add(CheckCode.DEFINED_LATER.at(
                    step.verb().span(),
                    "'" + verb + "' is called above its def",
                    "put the def in line " + resolver.line(later.get()) + " before the call"));
            symbols.lose("include");
        } else {
            out.add(CheckCode.UNKNOWN_VERB.at(
                    step.verb().span(),
                    "unknown verb '" + verb + "'",
                    near.map(v -> "did you mean '" + v + "'?").orElse("the verbs are " + String.join(", ", verbs))));
        }
        return near;
    }

    private Optional<StepSchema> kind(StepStatement step, List<String> kinds) {
        String verb = step.verb().text();
        if (step.operands().isEmpty()
                || !step.operands().get(0).keyword().isEmpty()
                || !(step.operands().get(0).value() instanceof Expr.NameRef kind)) {
            out.add(CheckCode.UNKNOWN_KIND.at(
                    step.verb().span(),
                    "'" + verb + "' needs its kind",
                    "write " + verb + " NAME = " + String.join(" | ", kinds)));
            return Optional.empty();
        }
        Optional<StepSchema> schema = vocabulary.step(verb, kind.name());
        if (schema.isEmpty()) {
            out.add(CheckCode.UNKNOWN_KIND.at(
                    kind.span(),
                    "'" + verb + "' knows no '" + kind.name() + "'",
                    Suggestions.nearest(kind.name(), kinds)
                            .map(k -> "did you mean '" + k + "'?")
                            .orElse("there are " + String.join(", ", kinds))));
        }
        return schema;
    }

    private List<Operand> operands(StepStatement step, StepSchema schema) {
        return schema.kind().isEmpty() || formats.isAsked(step)
                ? step.operands()
                : step.operands().subList(1, step.operands().size());
    }

    /** Tells whether a statement can score events: then it takes {@code leak=allow}, which is no option of the step. */
    private static boolean takesLeak(StepSchema schema) {
        Class<?> type = schema.record().type();
        boolean tells = type == Region.class || type == Save.class || type == Expect.class || type == Print.class;
        return tells
                || EventStep.class.isAssignableFrom(type)
                || TableStep.class.isAssignableFrom(type)
                || TrainStep.class.isAssignableFrom(type);
    }

    private StepStatement withoutLeak(StepStatement step) {
        List<OptionArg> kept = new ArrayList<>();
        for (OptionArg option : step.options()) {
            if (!option.name().text().equals("leak")) {
                kept.add(option);
            } else if (option.value() instanceof Expr.NameRef word
                    && word.name().equals("allow")) {
                resolver.allowLeak(true);
            } else {
                resolver.allowLeak(true);
                out.add(CheckCode.WRONG_VALUE.at(
                        option.value().span(), "'leak' takes the word allow", "write leak=allow, or leave it out"));
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

    private void checkBlock(StepStatement step, StepSchema schema) {
        if (!step.steps().isEmpty() && schema.record().type() != Region.class) {
            out.add(CheckCode.STRAY_STEP.at(
                    step.steps().get(0).verb().span(),
                    "the block of '" + schema.title() + "' takes options, no statements",
                    "only a region holds cuts"));
        }
    }

    private void accept(StepStatement step, Bound bound) {
        Record value = bound.value() instanceof OverAll open
                ? open.over(ScopeDecl.of("all", symbols.allSamples()))
                : bound.value();
        outputs.check(step, bound);
        if (value instanceof SampleStep) {
            String stream = "sample/" + declarations.nameOf(bound);
            declarations.sample(step, bound, new RandomStream(settings.seed()).stream(stream));
        } else if (value instanceof TrainStep train) {
            declarations.model(step, bound, train).ifPresent(model -> {
                advice.model(step, model);
                plan(step, bound, new Action.Train(train, model));
            });
        } else if (value instanceof EventStep<?> fill) {
            declarations.result(step, bound);
            resolver.checkUse(value, false, Places.of(step));
            plan(step, bound, new Action.Fill(fill));
        } else if (value instanceof TableStep table) {
            declarations.result(step, bound);
            resolver.checkUse(value, table.comparesWithTraining(), Places.of(step));
            plan(step, bound, new Action.Look(table));
        } else if (value instanceof ReportStep report) {
            plan(step, bound, new Action.Report(report));
        } else if (value instanceof Declaration declaration) {
            declare(step, bound, declaration);
        }
    }

    private void declare(StepStatement step, Bound bound, Declaration declaration) {
        if (declaration instanceof Region region) {
            declarations.region(step, region, cuts(step, bound.schema()));
        } else if (declaration instanceof Cut) {
            out.add(CheckCode.STRAY_CUT.at(
                    step.verb().span(), "a cut stands in the block of a region", "write region NAME { cut … }"));
        } else {
            declarations.declare(step, declaration).ifPresent(action -> {
                if (action instanceof Action.Fill fill) {
                    resolver.checkUse((Record) fill.step(), false, Places.of(step));
                }
                plan(step, bound, action);
            });
        }
    }

    private List<RegionMaker.BoundCut> cuts(StepStatement region, StepSchema schema) {
        List<RegionMaker.BoundCut> cuts = new ArrayList<>();
        if (schema.record().type() != Region.class) {
            return cuts;
        }
        Optional<Frame> around = expander.calls().frame(region);
        for (StepStatement inner : region.steps()) {
            out.within(expander.calls().frame(inner).or(() -> around));
            if (!inner.verb().text().equals(CUT.verb())) {
                out.add(CheckCode.STRAY_STEP.at(
                        inner.verb().span(),
                        "the block of a region holds cuts, not '" + inner.verb().text() + "'",
                        "write cut \"label\" : condition"));
                continue;
            }
            checkBlock(inner, CUT);
            binder.bind(inner, CUT, inner.operands())
                    .ifPresent(bound -> cuts.add(new RegionMaker.BoundCut(inner, (Cut) bound.value())));
        }
        out.within(around);
        return cuts;
    }

    private void plan(StepStatement step, Bound bound, Action action) {
        Optional<Frame> frame = expander.calls().frame(step);
        List<Diagnostic.Caller> callers =
                frame.map(f -> f.callers(step.verb().span())).orElse(List.of());
        Span place = callers.isEmpty()
                ? step.span()
                : callers.get(callers.size() - 1).span();
        planned.add(new Planned(
                number,
                place.file(),
                resolver.line(place),
                frame.isEmpty()
                        ? resolver.source(step.span())
                        : expander.spelling().of(step),
                declarations.nameOf(bound),
                bound,
                action,
                callers,
                through(step, callers)));
    }

    /** Returns where the bodies of the calls lead on, the outermost first. */
    private List<Planned.Through> through(StepStatement step, List<Diagnostic.Caller> callers) {
        List<Planned.Through> through = new ArrayList<>();
        Span at = step.span();
        for (Diagnostic.Caller caller : callers) {
            through.add(0, new Planned.Through(caller.verb(), at.file(), resolver.line(at)));
            at = caller.span();
        }
        return through;
    }
}
