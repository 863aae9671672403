package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.GenerativeModel;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Scale;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.MissingRule;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.References;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.model.FillRule;
import hep.winnow.core.model.Pipeline;
import hep.winnow.core.model.PipelineFitter;
import hep.winnow.core.spill.Memory;
import hep.winnow.core.text.Bytes;
import hep.winnow.core.verbs.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Carries out a train statement: gathers the train and valid parts, makes their numbers fit for a learner, trains, and tells of it. */
final class Trainer {
    private final Engine engine;
    private final Planned statement;
    private final Action.Train action;
    private final ModelDecl decl;
    private final TrainingOptions options;
    private final Context context;

    Trainer(Engine engine, Planned statement, Action.Train action) {
        this.engine = engine;
        this.statement = statement;
        this.action = action;
        this.decl = action.model();
        this.options = decl.options().orElseThrow();
        this.context = engine.context(statement);
    }

    FittedModel train() {
        Optional<Pipeline> warm = action.step().warm().map(this::earlier);
        Prepared prepared = prepare(warm);
        try {
            LearnerContext learner = new LearnerContext(
                    engine, context, decl, prepared.fitted().featureNames(), warm.map(Pipeline::model));
            long start = System.nanoTime();
            Model model = action.step().train(prepared.train(), prepared.valid(), learner);
            History history = learner.history((System.nanoTime() - start) / 1e9);
            Pipeline pipeline = prepared.fitted().pipeline(model);
            checkOutputs(model);
            new TrainingReport(engine, context, statement, decl).tell(model, history, prepared);
            return FittedModel.of(decl, pipeline, classes(), history);
        } finally {
            prepared.files().run();
        }
    }

    private Prepared prepare(Optional<Pipeline> warm) {
        TrainingSize size = TrainingSize.of(
                engine.events(),
                decl,
                query(decl.train().orElseThrow()),
                decl.valid().map(this::query),
                options);
        Memory memory = engine.events().memory();
        if (size.fits(memory.limit())) {
            memory.makeRoom(size.bytes());
            return inMemory(warm);
        }
        if (!action.step().takesStored()) {
            throw memory.refusal(
                    "the " + size.events() + " events that '" + decl.name() + "' learns from, all at once for "
                            + decl.learner() + " with these options,",
                    size.bytes());
        }
        memory.makeRoom(memory.limit());
        context.print(decl.name() + ": " + Bytes.text(size.inputBytes()) + " of inputs do not fit into memory="
                + Bytes.text(memory.limit()).replace(" ", "") + ": they lie in a temporary file");
        return new StoredPreparation(this, engine, decl, options, memory).prepare(warm);
    }

    private Prepared inMemory(Optional<Pipeline> warm) {
        EventTable train = table(decl.train().orElseThrow());
        if (train.size() == 0) {
            throw noEvents();
        }
        Optional<EventTable> valid = decl.valid().map(this::table).filter(t -> t.size() > 0);
        TrainingWeights weights = TrainingWeights.of(train, decl.task(), engine.classes(), options);
        EventTable kept = weights.keep(train);
        Optional<EventTable> keptValid = valid.map(weights::keep).filter(t -> t.size() > 0);
        checkTargets("train", kept);
        keptValid.ifPresent(v -> checkTargets("valid", v));
        PipelineFitter fitter = fitter();
        PipelineFitter.Fitted fitted = warm.map(fitter::like)
                .orElseGet(() -> fitter.fit(inputs(kept), weights.of(kept), kept.size(), engine.workers()));
        Examples trainExamples = examples(kept, fitted, weights);
        Examples validExamples = keptValid
                .map(v -> examples(v, fitted, weights))
                .orElseGet(() -> examples(empty(kept), fitted, weights));
        Prepared.Counts counts = new Prepared.Counts(
                kept.size(),
                train.size() - kept.size(),
                ofClass(kept.classIndex()),
                Arrays.stream(kept.weight()).sum());
        return new Prepared(trainExamples, validExamples, fitted, counts, () -> {});
    }

    UserError noEvents() {
        return UserError.data(
                "no event of '" + decl.train().orElseThrow().text() + "' is left to train on",
                "look at the cutflow: do the cuts leave anything?");
    }

    PipelineFitter fitter() {
        Scale scale = options.scale().orElse(action.step().defaultScale());
        return new PipelineFitter(names(), fills(), options.transform(), scale);
    }

    /** Returns how many events each class has. */
    long[] ofClass(int[] labels) {
        long[] counts = new long[engine.classes().size()];
        for (int label : labels) {
            if (label >= 0) {
                counts[label]++;
            }
        }
        return counts;
    }

    /** Returns the names of what training looks at besides inputs and targets. */
    List<EventExpression> spectators() {
        return action.step().spectators();
    }

    /** Returns the model that training begins with, which must have the same inputs. */
    private Pipeline earlier(ModelRef warm) {
        Pipeline pipeline = engine.model((ModelDecl) warm).pipeline();
        if (!pipeline.inputs().equals(names())) {
            throw UserError.macro(
                    "the inputs of warm=" + warm.name() + " are " + pipeline.inputs() + ", those of '" + decl.name()
                            + "' " + names(),
                    "give vars= the same inputs in the same order");
        }
        return pipeline;
    }

    /** Returns the classes that are learnt; empty where none are. */
    List<String> classes() {
        return decl.task() == Task.BINARY || decl.task() == Task.MULTICLASS ? engine.classes() : List.of();
    }

    private void checkOutputs(Model model) {
        if (decl.isGenerative() && !(model instanceof GenerativeModel)) {
            throw new IllegalStateException("'" + decl.learner() + "' made a model that draws no events");
        }
        boolean isNamed = !decl.hasScore();
        int main = decl.task() == Task.MULTICLASS ? engine.classes().size() : isNamed ? 0 : 1;
        int named = decl.namedOutputs().size();
        if (model.outputs() != main + named) {
            throw new IllegalStateException("'" + decl.learner() + "' made a model of " + model.outputs()
                    + " outputs, expected " + (main + named)
                    + ", among them " + decl.namedOutputs());
        }
    }

    private EventTable table(ScopeDecl scope) {
        return engine.events().table(query(scope));
    }

    /** Returns inputs, targets and spectators of a scope, in this order. */
    Query query(ScopeDecl scope) {
        List<TypedExpr> columns = new ArrayList<>(
                decl.inputs().stream().map(ColumnExpression::typed).toList());
        columns.addAll(decl.targets());
        action.step().spectators().forEach(s -> columns.add(((ColumnExpression) s).typed()));
        return new Query(scope, columns);
    }

    private List<String> names() {
        return decl.inputs().stream().map(ColumnExpression::text).toList();
    }

    private List<Column> inputs(EventTable table) {
        return IntStream.range(0, decl.inputs().size()).mapToObj(table::column).toList();
    }

    /** Returns the targets, event by event. */
    private double[] target(EventTable table) {
        int targets = decl.targets().size();
        double[] out = new double[table.size() * targets];
        for (int k = 0; k < targets; k++) {
            double[] values = table.numbers(decl.inputs().size() + k);
            for (int i = 0; i < table.size(); i++) {
                out[i * targets + k] = values[i];
            }
        }
        return out;
    }

    private void checkTargets(String part, EventTable table) {
        for (int k = 0; k < decl.targets().size(); k++) {
            checkTarget(part, k, lacking(table.numbers(decl.inputs().size() + k)), table.size());
        }
    }

    void checkTarget(String part, int k, long missing, long events) {
        if (missing > 0) {
            throw UserError.data(
                    "the target '" + options.targets().get(k).text() + "' is missing or not finite in " + missing
                            + " of " + events + " " + part + " events",
                    "cut such events away before the split");
        }
    }

    void checkSpectator(int k, long missing, long events) {
        if (missing > 0) {
            throw UserError.data(
                    "'" + spectators().get(k).text() + "' is missing or not finite in " + missing + " of " + events
                            + " events that '" + decl.name() + "' learns from",
                    "cut such events away before the split");
        }
    }

    static long lacking(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isFinite(v)).count();
    }

    private Examples examples(EventTable table, PipelineFitter.Fitted fitted, TrainingWeights weights) {
        return new Examples(
                        decl.task(),
                        decl.task() == Task.UNSUPERVISED ? 1 : classes().size(),
                        fitted.features(),
                        fitted.transform(inputs(table), table.size(), engine.workers()),
                        weights.of(table),
                        labels(table),
                        target(table),
                        decl.targets().size())
                .withSpectators(spectators(table));
    }

    private double[][] spectators(EventTable table) {
        List<EventExpression> wanted = action.step().spectators();
        double[][] out = new double[wanted.size()][];
        for (int k = 0; k < out.length; k++) {
            out[k] = Arrays.copyOf(
                    table.numbers(decl.inputs().size() + decl.targets().size() + k), table.size());
            checkSpectator(k, lacking(out[k]), table.size());
        }
        return out;
    }

    private int[] labels(EventTable table) {
        return switch (decl.task()) {
            case BINARY, MULTICLASS -> table.classIndex();
            case REGRESSION -> new int[0];
            case UNSUPERVISED -> new int[table.size()];
        };
    }

    private static EventTable empty(EventTable like) {
        return Tables.rows(like, new int[0]);
    }

    /** An input is filled by the rule of its column; a define, by the first rule among the columns that it is made of. */
    private List<FillRule> fills() {
        return decl.inputs().stream().map(i -> fill(i.typed())).toList();
    }

    private FillRule fill(TypedExpr input) {
        for (String column : References.columns(input)) {
            for (int index : decl.train().orElseThrow().samples()) {
                SampleDecl sample = engine.program().samples().get(index);
                MissingRule rule = sample.missing().get(column);
                if (rule != null && !(rule.fill() instanceof Missing.None)) {
                    return rule(rule.fill());
                }
            }
        }
        return FillRule.NONE;
    }

    private static FillRule rule(Missing.Fill fill) {
        if (fill instanceof Missing.Value value) {
            return FillRule.value(value.value());
        }
        return fill instanceof Missing.Mean ? FillRule.MEAN : FillRule.MEDIAN;
    }
}
