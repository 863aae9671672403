package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.GenerativeModel;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Scale;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.run.Facts;
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
import hep.winnow.core.text.Numbers;
import hep.winnow.core.verbs.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        EventTable train = table(decl.train().orElseThrow());
        if (train.size() == 0) {
            throw UserError.data(
                    "no event of '" + decl.train().orElseThrow().text() + "' is left to train on",
                    "look at the cutflow: do the cuts leave anything?");
        }
        Optional<EventTable> valid = decl.valid().map(this::table).filter(t -> t.size() > 0);
        TrainingWeights weights = TrainingWeights.of(train, decl.task(), engine.classes(), options);
        EventTable kept = weights.keep(train);
        Optional<EventTable> keptValid = valid.map(weights::keep).filter(t -> t.size() > 0);
        checkTargets("train", kept);
        keptValid.ifPresent(v -> checkTargets("valid", v));

        Scale scale = options.scale().orElse(action.step().defaultScale());
        PipelineFitter fitter = new PipelineFitter(names(), fills(), options.transform(), scale);
        Optional<Pipeline> warm = action.step().warm().map(this::earlier);
        PipelineFitter.Fitted fitted = warm.map(fitter::like)
                .orElseGet(() -> fitter.fit(inputs(kept), weights.of(kept), kept.size(), engine.workers()));
        Examples trainExamples = examples(kept, fitted, weights);
        Examples validExamples = keptValid
                .map(v -> examples(v, fitted, weights))
                .orElseGet(() -> examples(empty(kept), fitted, weights));

        LearnerContext learner =
                new LearnerContext(engine, context, decl, fitted.featureNames(), warm.map(Pipeline::model));
        long start = System.nanoTime();
        Model model = action.step().train(trainExamples, validExamples, learner);
        History history = learner.history((System.nanoTime() - start) / 1e9);
        Pipeline pipeline = fitted.pipeline(model);
        checkOutputs(model);
        tell(model, history, fitted, kept, keptValid.map(EventTable::size).orElse(0), train.size() - kept.size());
        return FittedModel.of(decl, pipeline, classes(), history);
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
    private List<String> classes() {
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
        List<TypedExpr> columns = new ArrayList<>(
                decl.inputs().stream().map(ColumnExpression::typed).toList());
        columns.addAll(decl.targets());
        action.step().spectators().forEach(s -> columns.add(((ColumnExpression) s).typed()));
        return engine.table(new Query(scope, columns));
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
            long missing = Arrays.stream(table.numbers(decl.inputs().size() + k))
                    .filter(t -> !Double.isFinite(t))
                    .count();
            if (missing > 0) {
                throw UserError.data(
                        "the target '" + options.targets().get(k).text() + "' is missing or not finite in " + missing
                                + " of " + table.size() + " " + part + " events",
                        "cut such events away before the split");
            }
        }
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
            long missing =
                    Arrays.stream(out[k]).filter(v -> !Double.isFinite(v)).count();
            if (missing > 0) {
                throw UserError.data(
                        "'" + wanted.get(k).text() + "' is missing or not finite in " + missing + " of " + table.size()
                                + " events that '" + decl.name() + "' learns from",
                        "cut such events away before the split");
            }
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

    private void tell(
            Model model, History history, PipelineFitter.Fitted fitted, EventTable train, int valid, int dropped) {
        Facts facts = new Facts()
                .put("learner", decl.learner())
                .put("parameters", model.parameters())
                .put("train_events", train.size())
                .put("valid_events", valid)
                .put("ignored_events", dropped)
                .put("transform", fitted.notes())
                .put("epochs", history.lastEpoch())
                .put("evaluated_epochs", column(history, EpochReport::epoch))
                .put("best_epoch", history.bestEpoch())
                .put("loss", column(history, EpochReport::trainLoss))
                .put("valid_loss", column(history, EpochReport::validLoss))
                .put("train_auc", column(history, EpochReport::trainAuc))
                .put("valid_auc", column(history, EpochReport::validAuc))
                .put("train_accuracy", column(history, EpochReport::trainAccuracy))
                .put("valid_accuracy", column(history, EpochReport::validAccuracy));
        int layers = history.epochs().isEmpty()
                ? 0
                : history.epochs().get(0).gradients().size();
        if (layers > 0) {
            Facts gradients = new Facts();
            for (int l = 0; l < layers; l++) {
                int layer = l;
                gradients.put(
                        "layer" + (l + 1), column(history, e -> e.gradients().get(layer)));
            }
            facts.put("gradients", gradients);
        }
        Facts settings = new Facts();
        statement.bound().settings().forEach(settings::put);
        context.result(facts.put("settings", settings).put("seconds", history.seconds()));
        context.print(summary(model, history, fitted, train, valid, dropped));
    }

    private static double[] column(History history, java.util.function.ToDoubleFunction<EpochReport> of) {
        return history.epochs().stream().mapToDouble(of).toArray();
    }

    private String summary(
            Model model, History history, PipelineFitter.Fitted fitted, EventTable train, int valid, int dropped) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %s, %d parameters, %d inputs, trained on %d events (%s)%s%s",
                decl.name(),
                decl.learner(),
                model.parameters(),
                decl.inputs().size(),
                train.size(),
                parts(train),
                valid > 0 ? ", validated on " + valid : "",
                dropped > 0 ? "; " + dropped + " events of negative weight left out" : ""));
        if (!fitted.notes().isEmpty()) {
            text.append("\n  inputs: ").append(String.join(", then ", fitted.notes()));
        }
        history.ofModel().ifPresent(report -> text.append(course(history, report)));
        String described = model.describe(fitted.featureNames());
        if (!described.isEmpty()) {
            text.append('\n').append(described.stripTrailing().indent(2).stripTrailing());
        }
        return text.toString();
    }

    private static String course(History history, EpochReport report) {
        String kept = history.bestEpoch() > 0 ? ", kept epoch " + history.bestEpoch() : "";
        String valid = Double.isNaN(report.validLoss()) ? "" : ", valid " + Numbers.significant(report.validLoss(), 4);
        return "\n  " + history.lastEpoch() + " epochs" + kept + ": loss " + Numbers.significant(report.trainLoss(), 4)
                + valid;
    }

    private String parts(EventTable train) {
        if (classes().isEmpty()) {
            return "sum of weights "
                    + Numbers.significant(Arrays.stream(train.weight()).sum(), 6);
        }
        List<String> parts = new ArrayList<>();
        for (int c = 0; c < engine.classes().size(); c++) {
            long count = 0;
            for (int label : train.classIndex()) {
                count += label == c ? 1 : 0;
            }
            parts.add(count + " " + engine.classes().get(c));
        }
        return String.join(", ", parts);
    }
}
