package hep.winnow.neural.train;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.optimise.Optimiser;
import hep.winnow.neural.optimise.Penalty;

/** The course of a training: epochs of shuffled batches, a report after each, and the choice of the epoch to keep. */
public final class Trainer {
    private final Course course;
    private final TrainingContext context;
    private final int events;
    private final Parameters parameters;
    private final Backpropagation backpropagation;
    private final Optimiser optimiser;
    private final Evaluation onTrain;
    private final Evaluation onValid;
    private final RandomStream shuffle;
    private final boolean stopsEarly;

    /** Makes ready for a training; the first weights are drawn. */
    public Trainer(Course course, Assignment assignment, TrainingContext context) {
        this.course = course;
        this.context = context;
        this.events = assignment.train().size();
        this.parameters = assignment.network().zeros();
        RandomStream random = context.random();
        course.init().orElse(assignment.init()).fill(assignment.network(), parameters, random.stream("init"));
        this.shuffle = random.stream("shuffle");
        this.optimiser = Optimiser.of(course.solver(), parameters);
        Penalty penalty = new Penalty(course.l1(), course.l2());
        this.backpropagation = new Backpropagation(assignment, penalty, context.workers(), random.stream("dropout"));
        this.onTrain = new Evaluation(assignment, assignment.train(), assignment.onTrain(), context.workers());
        this.onValid = new Evaluation(assignment, assignment.valid(), assignment.onValid(), context.workers());
        this.stopsEarly = course.patience() > 0 && canJudge(assignment.valid());
    }

    private boolean canJudge(Examples valid) {
        if (valid.size() == 0) {
            return false;
        }
        double sum = onValid.sumOfWeights();
        if (!(sum > 0)) {
            context.warn("the weights of the " + valid.size() + " valid events of '" + context.name() + "' sum to "
                    + sum + ": their loss cannot stop the training early, and the last epoch is kept");
            return false;
        }
        return true;
    }

    /** Trains, and returns the parameters to keep: of the epoch with the least valid loss, or of the last where nothing stops early. */
    public Parameters run() {
        int[] order = identity(events);
        int batch = course.batch() == 0 ? events : Math.min(course.batch(), events);
        Parameters best = parameters.copy();
        double bestLoss = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= course.epochs(); epoch++) {
            runEpoch(order, batch);
            EpochReport report = report(epoch);
            context.epoch(report, course.epochs());
            if (!stopsEarly) {
                bestEpoch = epoch;
            } else if (report.validLoss() < bestLoss) {
                bestLoss = report.validLoss();
                bestEpoch = epoch;
                best.set(parameters);
            } else if (epoch - bestEpoch >= course.patience()) {
                break;
            }
        }
        context.bestEpoch(bestEpoch);
        return stopsEarly ? best : parameters;
    }

    private void runEpoch(int[] order, int batch) {
        if (batch < order.length) {
            shuffle.shuffle(order);
        }
        for (int from = 0; from < order.length; from += batch) {
            context.checkInterrupted();
            int to = Math.min(from + batch, order.length);
            optimiser.step(parameters, backpropagation.gradient(parameters, order, from, to));
        }
    }

    private EpochReport report(int epoch) {
        Evaluation.Result t = onTrain.of(parameters);
        Evaluation.Result v = onValid.of(parameters);
        if (!Double.isFinite(t.loss()) || stopsEarly && !Double.isFinite(v.loss())) {
            throw UserError.macro(
                    "training of '" + context.name() + "' diverged: after epoch " + epoch + " the loss is " + t.loss()
                            + " on train and " + v.loss() + " on valid",
                    "lower the rate of the solver, which is " + course.solver().rate()
                            + "; see also that inputs are scaled (scale=standard) and no weight is extreme");
        }
        return new EpochReport(epoch, t.loss(), v.loss(), t.auc(), v.auc());
    }

    private static int[] identity(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }
}
