package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.kernels.stat.RocCurve;

/** {@code efficiency_at(nn, test, 0.01)}. */
@Verb(
        value = "efficiency_at",
        doc = "Signal efficiency of a score at a given background efficiency.",
        examples = "expect efficiency_at(nn, test, 1%) > 0.2")
public record EfficiencyAt(
        @Operand(doc = "the score: a model, a column or a formula; larger is more like signal")
        EventExpression score,

        @Operand(doc = "the events") Scope on,
        @Operand(doc = "background efficiency, from 0 to 1") double background)
        implements Measure {
    public EfficiencyAt {
        if (!(background >= 0 && background <= 1)) {
            throw new IllegalArgumentException("a background efficiency lies between 0 and 1, found " + background);
        }
    }

    @Override
    public double measure(StepContext context) {
        Scores s = ScoreMeasures.scores("efficiency_at", score, on, context);
        return RocCurve.of(s.score(), s.label(), s.weight())
                .signalEfficiencyAt(background)
                .value();
    }
}
