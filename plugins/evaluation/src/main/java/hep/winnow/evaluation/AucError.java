package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.kernels.stat.RocArea;

/** {@code auc_error(nn, test)}. */
@Verb(
        value = "auc_error",
        doc = "Standard error of the area under the ROC curve of a score.",
        examples = "expect auc(nn, test) - auc(ld, test) > 3*auc_error(nn, test)")
public record AucError(
        @Operand(doc = "the score: a model, a column or a formula")
        EventExpression score,

        @Operand(doc = "the events") Scope on)
        implements Measure {
    @Override
    public double measure(StepContext context) {
        Scores s = ScoreMeasures.scores("auc_error", score, on, context);
        return RocArea.estimate(s.score(), s.label(), s.weight()).error();
    }
}
