package hep.winnow.evaluation;

import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.kernels.stat.RocArea;
import hep.winnow.kernels.stat.StoredOrder;
import java.util.List;

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
        ScoreMeasures.checkTwoClasses("auc", context);
        try (StoredOrder order = new StoredOrder(context.scratch().memory() / 4, context.scratch()::open)) {
            int[] count = new int[3];
            context.forEachBlock(on, List.of(score), block -> {
                Scores scores = Scores.of(block, block.numbers(0), Scores.SIGNAL);
                for (int i = 0; i < scores.score().length; i++) {
                    count[scores.label()[i]]++;
                    order.add(scores.score()[i], scores.weight()[i], 0, scores.label()[i]);
                }
                count[2] += scores.missing();
            });
            Scores.checkClasses("'" + score.text() + "'", on.text(), context.classes(), count, order.sums());
            ScoreMeasures.warn("auc", count[2], score.text(), on, context);
            return RocArea.of(order);
        }
    }
}
