package hep.winnow.core.run;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.figure.FigureRenderer;
import hep.winnow.api.function.Measure;
import hep.winnow.api.run.LeftOut;
import hep.winnow.api.run.RunRecord;
import hep.winnow.api.run.WeightSum;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.spill.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

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
    private final Results results;
    private final Totals totals;
    private final RunRecorder recorder;
    private final Warnings warnings;
    private final Evaluators evaluators = new Evaluators();
    private final PartScaler partScaler;
    private final Memory memory;
    private final FileAccess access;
    private final KeptEvents events;
    private final Earlier earlier;
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
        this.figures = figures;
        this.listener = listener;
        this.inflow = inflow;
        this.workers = new ThreadWorkers(options.threads());
        this.results = new Results(program, earlier, this::measured);
        this.totals = new Totals(program, plan, stores, earlier.classes());
        this.warnings = new Warnings(earlier, listener);
        RunInputs inputs = new RunInputs(program, stores, inflow);
        this.recorder = new RunRecorder(program, options, earlier, inputs, warnings);
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
            if (isNew(statement) && statement.action() instanceof Action.Train train) {
                train.step().prepare();
            }
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
        warnings.ofLimits(program);
        WrittenFiles.check(program, access, options.out());
        Guard.reading(plan, 0, totals::presum);
        for (int i = 0; i < plan.stages().size(); i++) {
            Plan.Stage stage = plan.stages().get(i);
            boolean isFirst = i == 0;
            Guard.reading(plan, i, () -> pass(stage, isFirst));
            stage.barriers().forEach(s -> Barrier.carryOut(this, s));
        }
        return finish();
    }

    private RunResult finish() {
        warnings.ofBadRows(stores);
        for (Planned statement : program.statements()) {
            if (isNew(statement) && statement.action() instanceof Action.Report report) {
                guard(statement, () -> report.step().report(recorder.record(), context(statement)));
            }
        }
        RunRecord record = recorder.record();
        inflow.write(record, options.out());
        return new RunResult(
                record, options.out(), failedExpectations, results.scoringModels(), results.fieldsByName());
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
            pass.finish(isFirst ? totals::scaleSummed : () -> {}, totals::weightScale);
        }
    }

    /** Returns the pass of a stage; the first one sums weights too. */
    Pass newPass(Plan.Stage stage, boolean isFirst) {
        List<WeightSums> own = isFirst ? totals.ofFirstPass() : List.of();
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

    /** Returns the part that a scope is limited to, and what was split. */
    Plan.PartScopes partScopes(ScopeDecl scope) {
        Plan.PartScopes planned = plan.wholes().get(Plan.PartScopes.key(scope));
        return planned != null ? planned : Plan.PartScopes.of(scope);
    }

    void guard(Planned statement, Runnable body) {
        listener.began(statement.line(), statement.source());
        try {
            Guard.statement(statement, body);
        } finally {
            events.release();
        }
    }

    /** Returns the view of a fill; what the run itself asks for has that of the first statement, and tells nothing. */
    Context context(Fill<?> fill) {
        return context(fill.statement().orElseGet(() -> program.statements().get(0)));
    }

    Context context(Planned statement) {
        return new Context(this, statement, recorder.log(statement));
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
        warnings.add(line, message);
    }

    /** Takes a model that was trained. */
    void trained(ModelDecl model, FittedModel fitted) {
        results.add(model, fitted);
    }

    /** Counts an {@code expect} that is false. */
    void expectationFailed() {
        failedExpectations++;
    }

    void field(String name, String field, double value) {
        results.add(name, field, value);
    }

    /** Returns the events that were kept. */
    KeptEvents events() {
        return events;
    }

    @Override
    public FittedModel model(ModelDecl model) {
        return results.model(model);
    }

    @Override
    public double scalar(TypedExpr.Scalar scalar) {
        return results.scalar(scalar);
    }

    /** A measure sees what the last statement sees. */
    private double measured(Measure measure) {
        List<Planned> statements = program.statements();
        return measure.measure(context(statements.get(statements.size() - 1)));
    }

    @Override
    public double weightScale(int sample) {
        return totals.weightScale(sample);
    }

    /** Returns the sums of weights of a scope. */
    List<WeightSum> sums(ScopeDecl scope) {
        return totals.sums(scope, this);
    }

    @Override
    public int classIndex(String value) {
        return totals.classes().indexOf(value);
    }

    @Override
    public long seed() {
        return program.seed();
    }

    @Override
    public Evaluator evaluator(TypedExpr expr) {
        return evaluators.of(expr);
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
        return totals.classes();
    }

    PartScaler partScaler() {
        return partScaler;
    }

    /** Returns what this run and those before it have left, for one that goes on from here. */
    Earlier left() {
        RunRecord record = recorder.record();
        int done = program.statements().stream().mapToInt(Planned::number).max().orElse(0);
        return new Earlier(
                Math.max(done, earlier.done()),
                results.models(),
                results.fields(),
                totals.classes(),
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
