package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.Facts;
import hep.winnow.api.step.OutputFile;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.References;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.ModelFile;
import hep.winnow.core.model.SavedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a model with all that is known of its making. */
final class ModelSaver {
    private static final int TEST_EVENTS = 16;

    private final Engine engine;
    private final FittedModel model;

    private ModelSaver(Engine engine, FittedModel model) {
        this.engine = engine;
        this.model = model;
    }

    static void save(Engine engine, Context context, FittedModel model, OutputFile file) {
        SavedModel saved = saved(engine, model);
        ModelDecl decl = model.decl();
        context.write(file, path -> ModelFile.write(path, saved));
        context.result(
                decl.name(),
                new Facts()
                        .put("file", file.name())
                        .put(
                                "inputs",
                                decl.inputs().stream()
                                        .map(ColumnExpression::text)
                                        .toList()));
        context.print("saved model " + decl.name() + " to " + file.name());
    }

    /** Returns a model with all that is known of its making. */
    static SavedModel saved(Engine engine, FittedModel model) {
        ModelDecl decl = model.decl();
        if (!decl.inputs().stream().allMatch(i -> References.models(i.typed()).isEmpty())) {
            throw UserError.macro(
                    "'" + decl.name() + "' has another model among its inputs, which a model file cannot hold",
                    "save events instead, or train on columns alone");
        }
        return decl.loaded().orElseGet(() -> new ModelSaver(engine, model).saved());
    }

    private SavedModel saved() {
        ModelDecl decl = model.decl();
        return new SavedModel(
                decl.learner(),
                decl.task(),
                model.classes(),
                decl.inputs().stream().map(this::input).toList(),
                options(),
                Provenance.of(engine, model),
                model.pipeline(),
                testEvents(),
                decl.targetOutputs(),
                decl.namedOutputs()
                        .subList(
                                decl.targetOutputs().size(), decl.namedOutputs().size()));
    }

    private InputSpec input(ColumnExpression input) {
        List<String> columns = List.copyOf(References.columns(input.typed()));
        Map<String, List<Double>> sentinels = new LinkedHashMap<>();
        for (SampleDecl sample : engine.program().samples()) {
            for (String column : columns) {
                if (sample.missing().containsKey(column)) {
                    sentinels.put(column, sample.missing().get(column).sentinels());
                }
            }
        }
        return new InputSpec(input.text(), ExprText.print(input.typed()), input.unit(), columns, sentinels);
    }

    private Map<String, String> options() {
        return engine.program().statements().stream()
                .filter(s -> s.action() instanceof Action.Train train && train.model() == model.decl())
                .map(s -> s.bound().settings())
                .findFirst()
                .orElse(Map.of());
    }

    /** Events spread over the train part: enough to notice a model that no longer scores as it did. */
    private List<double[]> testEvents() {
        List<TypedExpr> inputs =
                model.decl().inputs().stream().map(ColumnExpression::typed).toList();
        Query query = new Query(model.decl().train().orElseThrow(), inputs);
        long step = Math.max(1, engine.events().count(query) / TEST_EVENTS);
        List<double[]> out = new ArrayList<>();
        long[] before = new long[1];
        engine.events().forEach(query, block -> {
            for (long i = out.size() * step; out.size() < TEST_EVENTS && i < before[0] + block.size(); i += step) {
                out.add(event(block, (int) (i - before[0]), inputs.size()));
            }
            before[0] += block.size();
        });
        return out;
    }

    private static double[] event(EventTable table, int i, int inputs) {
        double[] event = new double[inputs];
        for (int f = 0; f < inputs; f++) {
            event[f] = table.column(f).number(i);
        }
        return event;
    }
}
