package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.figure.FigureRenderer;
import hep.winnow.api.function.Measure;
import hep.winnow.api.run.LeftOut;
import hep.winnow.api.run.RunRecord;
import hep.winnow.api.run.WeightSum;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.access.Outputs;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lookup.LookupTable;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.Columns;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.References;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.model.ScoringModel;
import hep.winnow.core.spill.Memory;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.verbs.HandOver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Carries out a program: passes over the events, and what stands between them. One engine runs once. */
public final class Engine implements Shared, AutoCloseable {
    private final Program program;
    private final Plan plan;
    private final RunOptions options;
    private final Figures figures;
    private final RunListener listener;
    private final Inflow inflow;
    private final ThreadWorkers workers;
    private final List<SampleStore> stores = new ArrayList<>();
    private final Map<Integer, StatementLog> logs = new LinkedHashMap<>();
    private final Map<ModelDecl, FittedModel> models = new HashMap<>();
    private final Map<Columns.FieldKey, Double> fields = new HashMap<>();
    private final Map<Columns.MeasureKey, Double> measures = new HashMap<>();
    private final Map<Integer, Double> weightScales = new HashMap<>();
    private final Map<Scope, List<WeightSum>> sums = new HashMap<>();
    private final Map<Scope, List<WeightSum>> totals = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final PartScaler partScaler;
    private final Memory memory;
    private final FileAccess access;
    private final KeptEvents events;
    private final Earlier earlier;
    private final Instant started;
    private List<String> classes = List.of("background", "signal");
    private int failedExpectations;

    /** Makes an engine of a whole run. */
    public Engine(Program program, RunOptions options, Figures figures, RunListener listener) {
        this(program, options, figures, listener, SampleDecl::source, Inflow.NONE, Earlier.NONE);
    }

    /**
     * Makes an engine of a part of a run.
     *
     * @param sources what is read of each sample
     * @param inflow what others have gathered
     * @param earlier what was carried out before, and is not again
     */
    Engine(
            Program program,
            RunOptions options,
            Figures figures,
            RunListener listener,
            Function<SampleDecl, EventSource> sources,
            Inflow inflow,
            Earlier earlier) {
        this.program = program;
        this.earlier = earlier;
        this.plan = Planner.plan(program, earlier.done(), earlier.results());
        this.options = options;
        this.started = options.clock().instant();
        this.figures = figures;
        this.listener = listener;
        this.inflow = inflow;
        this.workers = new ThreadWorkers(options.threads());
        this.partScaler = new PartScaler(this);
        this.access = program.access().out(options.out());
        OptionalDouble limit = options.memory().isPresent() ? options.memory() : program.memory();
        this.memory = new Memory(Memory.limit(limit, Runtime.getRuntime().maxMemory()), options.out());
        for (SampleDecl sample : program.samples()) {
            EventSource source = sources.apply(sample);
            stores.add(new SampleStore(sample, source, this, workers, listener, memory, scores(program)));
        }
        this.events = new KeptEvents(plan, stores, workers, memory);
        for (Planned statement : program.statements()) {
            logs.put(
                    statement.number(),
                    new StatementLog(statement, program.file().name()));
            if (isNew(statement) && statement.action() instanceof Action.Train train) {
                train.step().prepare();
            }
        }
        fields.putAll(earlier.fields());
        if (!earlier.classes().isEmpty()) {
            classes = earlier.classes();
        }
    }

    private boolean isNew(Planned statement) {
        return statement.number() > earlier.done();
    }

    /** Returns how many numbers models may tell of an event. */
    private static int scores(Program program) {
        return program.models().stream()
                .mapToInt(m -> 1 + m.namedOutputs().size())
                .sum();
    }

    /** Runs the program, and writes {@code run.json} at its end. */
    public RunResult run() {
        warnOfLimits();
        checkOutputs();
        Guard.reading(plan, 0, this::presum);
        for (int i = 0; i < plan.stages().size(); i++) {
            Plan.Stage stage = plan.stages().get(i);
            boolean isFirst = i == 0;
            Guard.reading(plan, i, () -> pass(stage, isFirst));
            stage.barriers().forEach(this::barrier);
        }
        return finish();
    }

    /** Before any event is read: what is written must be allowed, and must not be what is read. */
    private void checkOutputs() {
        Outputs outputs = new Outputs(access, program.inputs());
        for (Planned statement : program.statements()) {
            for (OutputFile file : References.outputs(statement.bound().value())) {
                Path target = options.out().resolve(file.name()).normalize();
                Guard.statement(statement, () -> {
                    outputs.check(target);
                    outputs.overwriting(target).ifPresent(e -> {
                        throw e;
                    });
                });
            }
        }
    }

    private RunResult finish() {
        warnOfBadRows();
        for (Planned statement : program.statements()) {
            if (isNew(statement) && statement.action() instanceof Action.Report report) {
                guard(statement, () -> report.step().report(record(), context(statement)));
            }
        }
        RunRecord record = record();
        inflow.write(record, options.out());
        return new RunResult(record, options.out(), failedExpectations, scoringModels(), fieldsByName());
    }

    private Map<String, ScoringModel> scoringModels() {
        Map<String, ScoringModel> all = new LinkedHashMap<>();
        for (ModelDecl decl : program.models()) {
            if (models.containsKey(decl) || decl.loaded().isPresent()) {
                FittedModel fitted = model(decl);
                all.put(
                        decl.name(),
                        new ScoringModel(decl.name(), fitted.pipeline(), fitted.classes(), fitted.mainOutputs()));
            }
        }
        return all;
    }

    private Map<String, Double> fieldsByName() {
        Map<String, Double> all = new TreeMap<>();
        fields.forEach((key, value) -> all.put(key.name() + "." + key.field(), value));
        return all;
    }

    /** Reads what must be known of whole samples before the first fill: sums of weights, classes. */
    private void presum() {
        Set<String> values =
                new TreeSet<>(Comparator.comparing(Engine::classRank).thenComparing(v -> v));
        for (int index : plan.presummed()) {
            SampleStore store = stores.get(index);
            SampleDecl sample = store.sample();
            Set<String> columns = new TreeSet<>(plan.firstPass().getOrDefault(index, Set.of()));
            boolean isKept = plan.kept().containsKey(index);
            if (columns.isEmpty() && !isKept && !isUsed(index)) {
                continue;
            }
            sample.weight().ifPresent(w -> columns.addAll(References.columns(w)));
            if (sample.labelling() instanceof SampleDecl.ByClass by) {
                columns.addAll(References.columns(by.value()));
            }
            double[] sum = new double[1];
            store.read(
                    columns,
                    isKept ? Optional.of(columns) : Optional.empty(),
                    frames -> frames.forEach(f -> {
                        for (double w : f.weight(Weighting.FILE)) {
                            sum[0] += w;
                        }
                        if (sample.labelling() instanceof SampleDecl.ByClass) {
                            values.addAll(List.of(f.classValues()));
                        }
                    }));
            scale(sample, sum[0]);
        }
        if (!values.isEmpty()) {
            classes = List.copyOf(values);
        }
    }

    /** Settles the factor from the weights of a sample's files to the physical ones. */
    private void scale(SampleDecl sample, double sumW) {
        if (sample.xsec().isPresent() && program.lumi().isPresent()) {
            if (!(sumW > 0)) {
                throw UserError.data(
                        "sample '" + sample.name() + "' has a sum of weights of " + sumW
                                + ", so it cannot be scaled to xsec*lumi",
                        "check its weight column");
            }
            weightScales.put(
                    sample.index(), sample.xsec().get() * program.lumi().getAsDouble() / sumW);
        }
    }

    /** Settles the factors of the samples whose weights the first pass summed, and takes what it summed to them. */
    private void scaleSummed() {
        for (SampleDecl sample : program.samples()) {
            List<WeightSum> own = totals.get(sample.all());
            if (own != null) {
                scale(sample, own.stream().mapToDouble(WeightSum::sumW).reduce(0, Double::sum));
            }
        }
        sums.replaceAll((scope, list) -> list.stream().map(this::scaled).toList());
    }

    private WeightSum scaled(WeightSum sum) {
        double f = weightScale(sum.sample());
        return new WeightSum(sum.sample(), sum.classIndex(), sum.entries(), f * sum.sumW(), f * f * sum.sumW2());
    }

    private boolean isUsed(int sample) {
        return plan.stages().get(0).fills().stream()
                .map(Planned::action)
                .flatMap(a -> ((Action.Fill) a).step().scopes().stream())
                .anyMatch(s -> ((ScopeDecl) s).samples().contains(sample));
    }

    /** Numbers come in their own order, before words. */
    private static double classRank(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private void pass(Plan.Stage stage, boolean isFirst) {
        try (Pass pass = newPass(stage, isFirst)) {
            pass.open();
            for (SampleStore store : stores) {
                int index = store.sample().index();
                boolean isKept = isFirst && plan.kept().containsKey(index) && !store.isDrawn();
                if (isFirst && inflow.brings(index)) {
                    store.count(inflow.bring(pass));
                } else if (pass.asksFor(index) || isKept && !store.isCached()) {
                    read(store, isKept, pass);
                }
            }
            pass.finish(isFirst ? this::scaleSummed : () -> {}, this::weightScale);
        }
    }

    /** Returns the pass of a stage; the first one sums weights too. */
    Pass newPass(Plan.Stage stage, boolean isFirst) {
        List<WeightSums> own = new ArrayList<>();
        if (isFirst && !plan.totals().isEmpty()) {
            List<Scope> samples = program.samples().stream()
                    .filter(s -> plan.totals().contains(s.index()))
                    .<Scope>map(SampleDecl::all)
                    .toList();
            own.add(new WeightSums(samples, Weighting.FILE, totals::put));
        }
        if (isFirst && !plan.summed().isEmpty()) {
            own.add(new WeightSums(List.copyOf(plan.summed()), Weighting.UNSCALED, sums::put));
        }
        return new Pass(this, stage.fills(), own);
    }

    private void read(SampleStore store, boolean isKept, Pass pass) {
        int index = store.sample().index();
        Set<String> columns = plan.firstPass().getOrDefault(index, Set.of());
        Optional<Set<String>> keep = isKept ? Optional.of(plan.kept().getOrDefault(index, Set.of())) : Optional.empty();
        store.read(columns, keep, frames -> {
            if (pass.asksFor(index)) {
                pass.take(frames);
            }
        });
    }

    /** Returns the sums of weights of a scope: as the first pass found them, or of the events that were kept. */
    List<WeightSum> sums(ScopeDecl scope) {
        List<WeightSum> known = sums.get(scope);
        if (known == null) {
            WeightSums own = new WeightSums(List.of(scope), Weighting.UNSCALED, sums::put);
            try (Pass pass = new Pass(this, List.of(), List.of(own))) {
                pass.open();
                scope.samples().forEach(i -> events.frames(i, pass::take));
                pass.finish(
                        () -> sums.computeIfPresent(
                                scope,
                                (s, list) -> list.stream().map(this::scaled).toList()),
                        this::weightScale);
            }
            known = java.util.Objects.requireNonNull(sums.get(scope));
        }
        return known;
    }

    /** Returns the part that a scope is limited to, and what was split. */
    Plan.PartScopes partScopes(ScopeDecl scope) {
        Plan.PartScopes planned = plan.wholes().get(Plan.PartScopes.key(scope));
        return planned != null ? planned : Plan.PartScopes.of(scope);
    }

    private void barrier(Planned statement) {
        Interrupts.check();
        Action action = statement.action();
        if (action instanceof Action.Look look) {
            guard(statement, () -> look.step().run(context(statement)));
        } else if (action instanceof Action.Train train) {
            guard(statement, () -> {
                FittedModel fitted = new Trainer(this, statement, train).train();
                models.put(train.model(), fitted);
            });
        } else if (action instanceof Action.SaveModel save) {
            guard(statement, () -> ModelSaver.save(this, context(statement), model(save.model()), save.file()));
        } else if (action instanceof Action.ExportModel export) {
            guard(statement, () -> ModelExporter.export(this, context(statement), model(export.model()), export));
        } else if (action instanceof Action.Tell tell) {
            guard(statement, () -> {
                if (!new Teller(this, context(statement)).tell(tell)) {
                    failedExpectations++;
                }
            });
        }
    }

    void guard(Planned statement, Runnable body) {
        listener.began(statement.line(), statement.source());
        try {
            Guard.statement(statement, body);
        } finally {
            events.release();
        }
    }

    /** Told before anything else, and kept in run.json and the report. */
    private void warnOfLimits() {
        Map<Integer, List<String>> byLimit = new LinkedHashMap<>();
        for (SampleDecl sample : program.samples()) {
            if (sample.screening().limit() > 0) {
                byLimit.computeIfAbsent(sample.screening().limit(), l -> new ArrayList<>())
                        .add(sample.name());
            }
        }
        byLimit.forEach((limit, names) -> warn(
                0,
                "ONLY A TRY: limit= uses the first " + limit + " events of "
                        + (names.size() == 1 ? "sample '" : "the samples '") + String.join("', '", names)
                        + "'. Samples with xsec= are scaled to all of it by the sum of weights of these events; yields"
                        + " of all others are those of these events alone"));
    }

    private void warnOfBadRows() {
        for (SampleStore store : stores) {
            if (store.skipped() > 0) {
                warn(
                        0,
                        "sample '" + store.sample().name() + "': " + store.skipped()
                                + " rows could not be read and were left out, the first of them:\n  "
                                + String.join("\n  ", store.badRows()));
            }
        }
    }

    /** Returns the view of a fill; what the run itself asks for has that of the first statement, and tells nothing. */
    Context context(Fill<?> fill) {
        return context(fill.statement().orElseGet(() -> program.statements().get(0)));
    }

    Context context(Planned statement) {
        return new Context(this, statement, java.util.Objects.requireNonNull(logs.get(statement.number())));
    }

    @Override
    public void warn(String message) {
        warn(0, message);
    }

    /** Returns what was left out of each sample as it was read. */
    List<LeftOut> leftOut(int sample) {
        return stores.get(sample).leftOut();
    }

    /** Returns how many events of a sample are used. */
    long events(int sample) {
        return stores.get(sample).events();
    }

    void warn(int line, String message) {
        String text = line > 0 ? "line " + line + ": " + message : message;
        if (line == 0 && earlier.warnings().contains(text)) {
            return;
        }
        warnings.add(text);
        listener.warning(line, message);
    }

    void field(String name, String field, double value) {
        fields.put(new Columns.FieldKey(name, field), value);
    }

    /** Returns the events that were kept. */
    KeptEvents events() {
        return events;
    }

    @Override
    public FittedModel model(ModelDecl model) {
        FittedModel fitted = models.get(model);
        if (fitted == null && model.loaded().isPresent()) {
            fitted = FittedModel.of(
                    model,
                    model.loaded().get().pipeline(),
                    model.loaded().get().classes(),
                    new hep.winnow.api.learn.History(List.of(), 0, 0));
            models.put(model, fitted);
        }
        if (fitted == null && earlier.models().containsKey(model.name())) {
            FittedModel before =
                    java.util.Objects.requireNonNull(earlier.models().get(model.name()));
            fitted = FittedModel.of(model, before.pipeline(), before.classes(), before.history());
            models.put(model, fitted);
        }
        if (fitted == null) {
            throw new IllegalStateException("model '" + model.name() + "' was asked for before it was trained");
        }
        return fitted;
    }

    @Override
    public double scalar(TypedExpr.Scalar scalar) {
        if (scalar.key() instanceof Columns.FieldKey key) {
            Double value = fields.get(key);
            if (value == null) {
                throw new IllegalStateException("'" + scalar.name() + "' was asked for before it was found");
            }
            return value;
        }
        Columns.MeasureKey key = (Columns.MeasureKey) scalar.key();
        Double known = measures.get(key);
        if (known == null) {
            Planned statement = program.statements().get(program.statements().size() - 1);
            known = ((Measure) key.call().value()).measure(context(statement));
            measures.put(key, known);
        }
        return known;
    }

    @Override
    public double weightScale(int sample) {
        return weightScales.getOrDefault(sample, 1.0);
    }

    @Override
    public int classIndex(String value) {
        return classes.indexOf(value);
    }

    @Override
    public long seed() {
        return program.seed();
    }

    @Override
    public FileAccess access() {
        return access;
    }

    Plan plan() {
        return plan;
    }

    SampleStore store(int sample) {
        return stores.get(sample);
    }

    Program program() {
        return program;
    }

    RunOptions options() {
        return options;
    }

    Optional<FigureRenderer> renderer() {
        return figures.renderer();
    }

    /** Returns the formats in which figures are written as numbers. */
    List<FigureDataFormat> figureData() {
        return figures.data();
    }

    RunListener listener() {
        return listener;
    }

    ThreadWorkers workers() {
        return workers;
    }

    List<String> classes() {
        return classes;
    }

    PartScaler partScaler() {
        return partScaler;
    }

    List<RunRecord.Input> inputs() {
        return stores.stream()
                .filter(s -> s.events() > 0
                        || s.isCached()
                        || inflow.brings(s.sample().index()))
                .flatMap(s -> inflow.brings(s.sample().index()) ? byFile(s) : Stream.of(input(s)))
                .toList();
    }

    private static RunRecord.Input input(SampleStore s) {
        return new RunRecord.Input(
                s.sample().name(),
                paths(s.sample()),
                s.bytes(),
                s.events(),
                s.skipped(),
                s.leftOut(),
                s.sample().screening().limit());
    }

    private Stream<RunRecord.Input> byFile(SampleStore s) {
        List<Path> files = inflow.files();
        return IntStream.range(0, files.size()).mapToObj(i -> {
            FileCount count = s.counts().get(i);
            return new RunRecord.Input(
                    s.sample().name(),
                    files.get(i).toString(),
                    EventSource.fileBytes(files.get(i)),
                    count.events(),
                    count.skipped(),
                    s.leftOut(List.of(count)),
                    0);
        });
    }

    /** Returns the files of lookup tables, masks of certified data, and loaded models. */
    private List<RunRecord.SideFile> sideFiles() {
        List<RunRecord.SideFile> files = new ArrayList<>();
        for (LookupTable table : program.tables()) {
            LookupTable.Source source = table.source();
            files.add(new RunRecord.SideFile(
                    "table", table.name(), source.path().toString(), source.bytes(), source.sha256()));
        }
        for (SampleDecl sample : program.samples()) {
            sample.screening()
                    .mask()
                    .ifPresent(m -> files.add(new RunRecord.SideFile(
                            "certified", sample.name(), m.file().toString(), m.bytes(), m.sha256())));
        }
        for (ModelDecl model : program.models()) {
            model.source()
                    .ifPresent(m -> files.add(new RunRecord.SideFile(
                            "model", model.name(), m.path().toString(), m.bytes(), m.sha256())));
        }
        program.verbFiles()
                .forEach(f -> files.add(new RunRecord.SideFile("verbs", f.plugin(), f.name(), f.bytes(), f.sha256())));
        return files;
    }

    private static String paths(SampleDecl sample) {
        return String.join(
                ", ", sample.source().files().stream().map(Object::toString).toList());
    }

    private RunRecord record() {
        return new RunRecord(
                options.version(),
                program.file().name(),
                program.file().text(),
                Hashes.sha256(program.file().text()),
                program.seed(),
                program.params(),
                earlier.inputsWith(inputs()),
                sideFiles(),
                earlier.statementsWith(logs.values().stream()
                        .filter(l -> isNew(l.statement()))
                        .filter(l -> !(l.statement().bound().value() instanceof HandOver))
                        .map(StatementLog::toRecord)
                        .toList()),
                Stream.concat(earlier.warnings().stream(), warnings.stream()).toList(),
                started,
                Duration.between(started, options.clock().instant()).toNanos() / 1e9,
                options.threads());
    }

    /** Returns what this run and those before it have left, for one that goes on from here. */
    Earlier left() {
        Map<String, FittedModel> all = new HashMap<>(earlier.models());
        models.forEach((decl, fitted) -> all.put(decl.name(), fitted));
        RunRecord record = record();
        int done = program.statements().stream().mapToInt(Planned::number).max().orElse(0);
        return new Earlier(
                Math.max(done, earlier.done()),
                all,
                fields,
                classes,
                record.inputs(),
                record.statements(),
                record.warnings());
    }

    @Override
    public void close() {
        stores.forEach(SampleStore::close);
        workers.close();
    }
}
