package hep.winnow.core.run;

import hep.winnow.api.function.Measure;
import hep.winnow.api.learn.History;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.Columns;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Program;
import hep.winnow.core.model.ScoringModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What the statements of a run have brought so far, and others ask for: models, fields of results, measures. */
final class Results {
    private final Program program;
    private final Earlier earlier;
    private final ToDoubleFunction<Measure> measurement;
    private final Map<ModelDecl, FittedModel> models = new HashMap<>();
    private final Map<Columns.FieldKey, Double> fields = new HashMap<>();
    private final Map<Columns.MeasureKey, Double> measures = new HashMap<>();

    /**
     * Makes results of what was carried out before.
     *
     * @param measurement finds the value of a measure
     */
    Results(Program program, Earlier earlier, ToDoubleFunction<Measure> measurement) {
        this.program = program;
        this.earlier = earlier;
        this.measurement = measurement;
        fields.putAll(earlier.fields());
    }

    void add(ModelDecl model, FittedModel fitted) {
        models.put(model, fitted);
    }

    void add(String name, String field, double value) {
        fields.put(new Columns.FieldKey(name, field), value);
    }

    /** Returns all models that were trained, loaded or asked for, by name, those of earlier runs too. */
    Map<String, FittedModel> models() {
        Map<String, FittedModel> all = new HashMap<>(earlier.models());
        models.forEach((decl, fitted) -> all.put(decl.name(), fitted));
        return all;
    }

    /** Returns the fields of results. */
    Map<Columns.FieldKey, Double> fields() {
        return fields;
    }

    /** Returns a fitted model: of this run, of a file, or of an earlier run. */
    FittedModel model(ModelDecl model) {
        FittedModel fitted = models.get(model);
        if (fitted == null && model.loaded().isPresent()) {
            fitted = FittedModel.of(
                    model,
                    model.loaded().get().pipeline(),
                    model.loaded().get().classes(),
                    new History(List.of(), 0, 0));
            models.put(model, fitted);
        }
        if (fitted == null && earlier.models().containsKey(model.name())) {
            FittedModel before = Objects.requireNonNull(earlier.models().get(model.name()));
            fitted = FittedModel.of(model, before.pipeline(), before.classes(), before.history());
            models.put(model, fitted);
        }
        if (fitted == null) {
            throw new IllegalStateException("model '" + model.name() + "' was asked for before it was trained");
        }
        return fitted;
    }

    /** Returns the value of a field or a measure. */
    double scalar(TypedExpr.Scalar scalar) {
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
            known = measurement.applyAsDouble((Measure) key.call().value());
            measures.put(key, known);
        }
        return known;
    }

    /** Returns what scores events after the run, by name. */
    Map<String, ScoringModel> scoringModels() {
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

    /** Returns the fields of results by name and field, as a macro writes them. */
    Map<String, Double> fieldsByName() {
        Map<String, Double> all = new TreeMap<>();
        fields.forEach((key, value) -> all.put(key.name() + "." + key.field(), value));
        return all;
    }
}
