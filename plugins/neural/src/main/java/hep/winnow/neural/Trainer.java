package hep.winnow.neural;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;

/** The course of a training: epochs of shuffled batches, a report after each, and the choice of the epoch to keep. */
final class Trainer {
    private final Mlp options;
    private final Examples train;
    private final TrainingContext context;
    private final Head head;
    private final Parameters parameters;
    private final Backpropagation backpropagation;
    private final Optimiser optimiser;
    private final Evaluation onTrain;
    private final Evaluation onValid;
    private final RandomStream shuffle;
    private final boolean stopsEarly;

    Trainer(Mlp options, Examples train, Examples valid, TrainingContext context) {
        this.options = options;
        this.train = train;
        this.context = context;
        this.head = headOf(train);
        int[] widths = widths(options, train);
        this.parameters = new Parameters(widths);
        RandomStream random = context.random();
        options.init().orElse(Init.habitOf(options.activation())).fill(parameters, random.stream("init"));
        this.shuffle = random.stream("shuffle");
        this.optimiser = Optimiser.of(options.solver(), parameters);
        Loss loss = options.loss().orElse(Loss.habitOf(train.task()));
        Objective objective = Objective.of(loss, train, head);
        this.backpropagation =
                new Backpropagation(options, train, objective, widths, context.workers(), random.stream("dropout"));
        var kernel = options.activation().kernel();
        this.onTrain = new Evaluation(train, objective, head, kernel, widths, context.workers());
        this.onValid = new Evaluation(valid, Objective.of(loss, valid, head), head, kernel, widths, context.workers());
        this.stopsEarly = options.patience() > 0 && canJudge(valid);
    }

    private static Head headOf(Examples train) {
        return switch (train.task()) {
            case BINARY -> new Head.Sigmoid();
            case MULTICLASS -> new Head.Softmax();
            case REGRESSION -> Head.Linear.fit(train.target(), train.weight());
            case UNSUPERVISED -> throw new IllegalArgumentException("an mlp learns classes or a target");
        };
    }

    private static int[] widths(Mlp options, Examples train) {
        int[] widths = new int[options.layers().size() + 2];
        widths[0] = train.features();
        for (int l = 0; l < options.layers().size(); l++) {
            widths[l + 1] = options.layers().get(l);
        }
        widths[widths.length - 1] = train.task() == Task.MULTICLASS ? train.classes() : 1;
        return widths;
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

    MlpModel run() {
        int[] order = identity(train.size());
        int batch = options.batch() == 0 ? train.size() : Math.min(options.batch(), train.size());
        Parameters best = parameters.copy();
        double bestLoss = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= options.epochs(); epoch++) {
            runEpoch(order, batch);
            EpochReport report = report(epoch);
            context.epoch(report, options.epochs());
            if (!stopsEarly) {
                bestEpoch = epoch;
            } else if (report.validLoss() < bestLoss) {
                bestLoss = report.validLoss();
                bestEpoch = epoch;
                best.set(parameters);
            } else if (epoch - bestEpoch >= options.patience()) {
                break;
            }
        }
        context.bestEpoch(bestEpoch);
        return new MlpModel(stopsEarly ? best : parameters, options.activation(), head);
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
                    "lower the rate of the solver, which is " + options.solver().rate()
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
