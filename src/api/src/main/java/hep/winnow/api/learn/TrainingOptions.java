package hep.winnow.api.learn;

import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Scope;
import java.util.List;
import java.util.Optional;

/** The options that every learner has. */
public record TrainingOptions(
        @Operand(
                keyword = "on",
                doc = "the events: a split sample or region; what is split decides the train and valid parts",
                optional = true)
        Optional<Scope> on,

        @Option(
                doc = "the inputs",
                required = true,
                alsoKnownAs = {"inputs", "features", "variables", "columns", "x"})
        List<EventExpression> vars,

        @Option(
                name = "target",
                doc = "number to predict, or several: makes it a regression",
                alsoKnownAs = {"y", "label", "labels"})
        List<EventExpression> targets,

        @Option(
                doc = "what happens to the inputs before they are scaled, in order, fitted on the train part",
                alsoKnownAs = {"VarTransform", "transforms", "preprocessing", "preprocess"})
        List<Transform> transform,

        @Option(
                doc =
                        "how inputs are scaled, fitted on the train part; without it the learner's own habit, mostly standard",
                alsoKnownAs = {"scaler", "normalize", "normalise", "standardize"})
        Optional<Scale> scale,

        @Option(
                doc = "whether the classes get equal sums of weights",
                value = "equal_sumw",
                alsoKnownAs = {"class_weight", "NormMode"})
        Balance balance,

        @Option(
                doc = "what to do with negative weights",
                value = "keep",
                alsoKnownAs = {"NegWeightTreatment", "IgnoreNegWeightsInTraining"})
        NegativeWeights negw) {
    public TrainingOptions {
        vars = List.copyOf(vars);
        targets = List.copyOf(targets);
        transform = List.copyOf(transform);
    }

    /** Makes options of one target at most, without transforms. */
    public TrainingOptions(
            Optional<Scope> on,
            List<EventExpression> vars,
            Optional<EventExpression> target,
            Optional<Scale> scale,
            Balance balance,
            NegativeWeights negw) {
        this(on, vars, target.stream().toList(), List.of(), scale, balance, negw);
    }

    /** Returns the first target; empty if there is none. */
    public Optional<EventExpression> target() {
        return targets.stream().findFirst();
    }
}
