package hep.winnow.neural.train;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.kernels.stat.RocArea;
import hep.winnow.kernels.stat.StoredOrder;
import hep.winnow.neural.layer.Parameters;

/** What {@link Evaluation} finds, to the same bits, of events that do not lie in memory: part by part, and the area under the ROC curve by sorting in a file. */
final class StoredEvaluation implements Assessment {
    private final Assignment assignment;
    private final Examples examples;
    private final TrainingContext context;
    private final double[] sumW = {Double.NaN};

    StoredEvaluation(Assignment assignment, Examples examples, TrainingContext context) {
        this.assignment = assignment;
        this.examples = examples;
        this.context = context;
    }

    @Override
    public double sumOfWeights() {
        if (Double.isNaN(sumW[0])) {
            sumW[0] = 0;
            examples.forEachPart(part -> {
                for (double w : part.weight()) {
                    sumW[0] += w;
                }
            });
        }
        return sumW[0];
    }

    @Override
    public Result of(Parameters parameters) {
        if (examples.size() == 0) {
            return Result.NONE;
        }
        double[] loss = new double[1];
        double[] right = new double[1];
        boolean isBinary = examples.task() == Task.BINARY;
        try (StoredOrder order = new StoredOrder(context.scratch().memory() / 4, context.scratch()::open)) {
            examples.forEachPart(part -> {
                context.checkInterrupted();
                Evaluation evaluation =
                        new Evaluation(assignment, part, assignment.objective().apply(part), context.workers());
                evaluation.pass(parameters);
                for (double l : evaluation.blockLoss()) {
                    loss[0] += l;
                }
                for (double r : evaluation.blockRight()) {
                    right[0] += r;
                }
                for (int i = 0; i < part.size() && isBinary; i++) {
                    order.add(evaluation.sums()[i], part.weight()[i], 0, part.label()[i]);
                }
            });
            double auc = isBinary ? RocArea.of(order) : Double.NaN;
            double accuracy = examples.task() == Task.MULTICLASS ? right[0] / sumOfWeights() : Double.NaN;
            return new Result(assignment.onTrain().unit() * loss[0] / sumOfWeights(), auc, accuracy);
        }
    }
}
