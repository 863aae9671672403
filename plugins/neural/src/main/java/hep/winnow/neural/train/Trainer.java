package hep.winnow.neural.train;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.loss.Objective;
import hep.winnow.neural.model.Trained;
import hep.winnow.neural.optimise.Penalty;
import hep.winnow.neural.optimise.Solver;
import java.util.Optional;

/** The course of a training: epochs of shuffled batches, a report after each, and the choice of the epoch to keep. */
public final class Trainer {
    private final Course course;
    private final TrainingContext context;
    private final Parameters parameters;
    private final Epochs epochs;
    private final Assessment onTrain;
    private final Assessment onValid;
    private final boolean stopsEarly;
    private final Optional<Checkpoint> checkpoint;

    /** Makes ready for a training; the first weights are drawn. */
    public Trainer(Course course, Assignment assignment, TrainingContext context) {
        this.course = course;
        this.context = context;
        this.parameters = assignment.network().zeros();
        RandomStream random = context.random();
        course.init().orElse(assignment.init()).fill(assignment.network(), parameters, random.stream("init"));
        context.warm().ifPresent(this::begin);
        this.epochs = epochs(assignment, random);
        this.onTrain = assessment(assignment, assignment.train(), assignment.onTrain());
        this.onValid = assessment(assignment, assignment.valid(), assignment.onValid());
        this.stopsEarly = course.patience() > 0 && canJudge(assignment.valid());
        this.checkpoint = course.checkpoint() > 0
                ? Optional.of(new Checkpoint(
                        context.checkpoints(),
                        "training",
                        Identity.of(course, assignment, parameters, context.random())))
                : Optional.empty();
    }

    /** Begins with the numbers of an earlier model. */
    private void begin(Model warm) {
        Parameters earlier = warm instanceof Trained trained ? trained.numbers() : parameters;
        if (!(warm instanceof Trained) || !parameters.fits(earlier)) {
            throw UserError.macro(
                    "'" + context.name()
                            + "' cannot begin with the model that warm= names: it is no single network of the"
                            + " same layers",
                    "give it the learner, layers and options of that model; print its layers with winnow run");
        }
        parameters.set(earlier);
    }

    private Epochs epochs(Assignment assignment, RandomStream random) {
        int events = assignment.train().size();
        Backpropagation backpropagation = new Backpropagation(
                assignment, new Penalty(course.l1(), course.l2()), context.workers(), random.stream("dropout"));
        if (!assignment.train().isInMemory()) {
            StoredEpochs stored = new StoredEpochs(course, assignment, parameters, backpropagation, context);
            context.print(stored.told());
            return stored;
        }
        return course.solver() instanceof Solver.Lbfgs lbfgs
                ? new NewtonEpochs(lbfgs, events, parameters, backpropagation.tellingLoss(), context)
                : new BatchEpochs(course, events, parameters, backpropagation, context);
    }

    private Assessment assessment(Assignment assignment, Examples examples, Objective objective) {
        return examples.isInMemory()
                ? new Evaluation(assignment, examples, objective, context.workers())
                : new StoredEvaluation(assignment, examples, context);
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
        Progress progress = new Progress(course, parameters, stopsEarly);
        if (resume(progress)) {
            progress.reports().forEach(r -> context.epoch(r, course.epochs()));
        }
        while (!progress.isOver()) {
            int epoch = progress.epochs() + 1;
            progress.end(epochs.run(epoch) && !context.isStopWanted());
            if (progress.isToBeEvaluated()) {
                EpochReport report = report(epoch);
                context.epoch(report, course.epochs());
                progress.add(report, parameters);
            }
            if (course.checkpoint() > 0 && (progress.isOver() || epoch % course.checkpoint() == 0)) {
                save(progress);
            }
        }
        context.bestEpoch(progress.bestEpoch());
        return progress.best();
    }

    private boolean resume(Progress progress) {
        return checkpoint
                .map(kept -> kept.load(in -> {
                    progress.load(in);
                    epochs.load(in, progress.epochs());
                }))
                .orElse(false);
    }

    private void save(Progress progress) {
        checkpoint.ifPresent(kept -> kept.save(out -> {
            progress.save(out);
            epochs.save(out);
        }));
    }

    private EpochReport report(int epoch) {
        Assessment.Result t = onTrain.of(parameters);
        Assessment.Result v = onValid.of(parameters);
        if (!Double.isFinite(t.loss()) || stopsEarly && !Double.isFinite(v.loss())) {
            throw UserError.macro(
                    "training of '" + context.name() + "' diverged: after epoch " + epoch + " the loss is " + t.loss()
                            + " on train and " + v.loss() + " on valid",
                    "lower the rate of the solver, which is " + course.solver().rate()
                            + "; see also that inputs are scaled (scale=standard) and no weight is extreme");
        }
        return new EpochReport(
                epoch, t.loss(), v.loss(), t.auc(), v.auc(), t.accuracy(), v.accuracy(), epochs.gradients());
    }
}
