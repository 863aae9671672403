package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
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
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import hep.winnow.core.verbs.Cut;
import hep.winnow.core.verbs.HandOver;
import hep.winnow.core.verbs.Region;
import java.nio.file.Path;
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
    private static final StepSchema HAND_OVER = StepSchema.of(HandOver.class, "core");

    private final FunctionTable functions;
    private final Findings out = new Findings();
    private final Symbols symbols;
    private final Resolver resolver;
    private final Binder binder;
    private final Declarations declarations;
    private final OutputCheck outputs;
    private final SettingsReader settings;
    private final StepSchemas schemas;
    private final StepBlocks blocks;
    private final Agenda agenda;
    private final Expander expander;
    private final Advice advice;
    private final OptionalInt limit;
    private final List<Given.Wish> wishes;

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
        this.schemas = new StepSchemas(vocabulary, expander.definitions(), resolver, symbols, out);
        this.blocks = new StepBlocks(binder, expander.calls(), out);
        this.agenda = new Agenda(expander, resolver);
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
                agenda.next();
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
                agenda.planned(),
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
                agenda.planned(),
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
            agenda.next();
            binder.bind(step, HAND_OVER, step.operands()).ifPresent(bound -> accept(step, bound));
        }
    }

    private void check(StepStatement step) {
        out.within(expander.calls().frame(step));
        Optional<StepSchema> schema = schemas.of(step);
        if (schema.isPresent()) {
            StepStatement plain = LeakOption.isTakenBy(schema.get()) ? LeakOption.taken(step, resolver, out) : step;
            resolver.defersExpressions(isSource(schema.get()));
            Optional<Bound> bound = binder.bind(plain, schema.get(), schemas.operands(step, schema.get()));
            resolver.defersExpressions(false);
            blocks.check(step, schema.get());
            if (bound.isPresent()) {
                accept(step, bound.get());
            } else {
                blocks.cuts(step, schema.get());
                declarations.lose(step, schema.get());
            }
            resolver.allowLeak(false);
        }
        out.within(Optional.empty());
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
            declarations.region(step, region, blocks.cuts(step, bound.schema()));
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

    private void plan(StepStatement step, Bound bound, Action action) {
        agenda.add(step, declarations.nameOf(bound), bound, action);
    }
}
