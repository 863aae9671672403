package hep.winnow.core.macro;

import hep.winnow.api.event.ColumnType;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.ModelRef;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.model.ModelSource;
import hep.winnow.core.model.SavedModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model of the macro, trained or loaded. Two are the same only if they are one. */
public final class ModelDecl implements ModelRef {
    private final String name;
    private final String learner;
    private final Task task;
    private final List<ColumnExpression> inputs;
    private final Optional<TrainingOptions> options;
    private final Optional<ScopeDecl> train;
    private final Optional<ScopeDecl> valid;
    private final Optional<ScopeDecl> test;
    private final Optional<Loaded> loaded;
    private final List<String> targetOutputs;
    private final List<String> namedOutputs;
    private final boolean isGenerative;
    private final Optional<ModelDecl> warm;

    /** What was read from a file, and where it lies. */
    record Loaded(SavedModel model, ModelSource source) {}

    ModelDecl(
            String name,
            String learner,
            Task task,
            List<ColumnExpression> inputs,
            Optional<TrainingOptions> options,
            Optional<ScopeDecl> train,
            Optional<ScopeDecl> valid,
            Optional<ScopeDecl> test,
            Optional<Loaded> loaded,
            List<String> targetOutputs,
            List<String> furtherOutputs,
            boolean isGenerative,
            Optional<ModelDecl> warm) {
        this.name = name;
        this.learner = learner;
        this.task = task;
        this.inputs = List.copyOf(inputs);
        this.options = options;
        this.train = train;
        this.valid = valid;
        this.test = test;
        this.loaded = loaded;
        this.isGenerative = isGenerative;
        this.warm = warm;
        this.targetOutputs = List.copyOf(targetOutputs);
        this.namedOutputs =
                Stream.concat(targetOutputs.stream(), furtherOutputs.stream()).toList();
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the model that its training begins with. */
    Optional<ModelDecl> warm() {
        return warm;
    }

    /** Returns the kind of its learner. */
    public String learner() {
        return learner;
    }

    /** Returns what it learns. */
    public Task task() {
        return task;
    }

    /** Returns its inputs. */
    public List<ColumnExpression> inputs() {
        return inputs;
    }

    /** Returns the options of its training; empty for a loaded model. */
    public Optional<TrainingOptions> options() {
        return options;
    }

    /** Returns the events that train it; empty for a loaded model. */
    public Optional<ScopeDecl> train() {
        return train;
    }

    /** Returns the events that it is validated on. */
    public Optional<ScopeDecl> valid() {
        return valid;
    }

    /** Returns the events kept from it. */
    public Optional<ScopeDecl> test() {
        return test;
    }

    /** Returns what was read from a file. */
    public Optional<SavedModel> loaded() {
        return loaded.map(Loaded::model);
    }

    /** Returns the file that it was read from. */
    public Optional<ModelSource> source() {
        return loaded.map(Loaded::source);
    }

    /** Returns the names of the main outputs where there are several targets; else they have none, and this is empty. */
    public List<String> targetOutputs() {
        return targetOutputs;
    }

    /** Returns the names of the outputs that have one: {@code spread} of {@code nn.spread}, those of several targets first. They are the last ones of the model, in this order. */
    public List<String> namedOutputs() {
        return namedOutputs;
    }

    /** Tells whether samples can be drawn from it. */
    public boolean isGenerative() {
        return isGenerative;
    }

    /** Tells whether its own name stands for a number; that of a model with several targets does not. */
    public boolean hasScore() {
        return targetOutputs.isEmpty();
    }

    /** Returns what its own name stands for in a formula. */
    public TypedExpr.Input score() {
        return output(name, new Columns.Score());
    }

    /** Returns a main output, by its index from 0. */
    public TypedExpr.Input main(int index) {
        return output(name + "[" + index + "]", new Columns.Main(index));
    }

    /** Returns an output that has a name, by its index in {@link #namedOutputs()}. */
    public TypedExpr.Input named(int index) {
        return output(name + "." + namedOutputs.get(index), new Columns.NamedOutput(index));
    }

    private TypedExpr.Input output(String text, Columns.Output output) {
        return TypedExpr.Input.of(text, new Columns.ModelKey(this, output), ColumnType.DOUBLE, "");
    }

    /** Returns the targets of a regression; empty for all else, and for a loaded model. */
    public List<TypedExpr> targets() {
        return options.stream()
                .flatMap(o -> o.targets().stream())
                .map(e -> ((ColumnExpression) e).typed())
                .toList();
    }
}
