package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.kernels.stat.RocArea;

/** {@code auc(nn, test)}. */
@Verb(
        value = "auc",
        doc = "Area under the ROC curve of a score, with the samples' weights; 0.5 is chance.",
        examples = "expect auc(nn, test) > 0.80")
public record Auc(
        @Operand(doc = "the score: a model, a column or a formula; larger is more like signal")
        EventExpression score,

        @Operand(doc = "the events") Scope on)
        implements Measure {
    @Override
    public double measure(StepContext context) {
        Scores s = ScoreMeasures.scores("auc", score, on, context);
        return RocArea.of(s.score(), s.label(), s.weight());
    }
}
