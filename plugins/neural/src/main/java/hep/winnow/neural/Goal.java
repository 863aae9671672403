package hep.winnow.neural;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Option;
import hep.winnow.neural.layer.Init;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.loss.Decorrelated;
import hep.winnow.neural.loss.Decorrelation;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.loss.Objective;
import hep.winnow.neural.model.EnsembleModel;
import hep.winnow.neural.model.NetworkModel;
import hep.winnow.neural.optimise.Solver;
import hep.winnow.neural.train.Assignment;
import hep.winnow.neural.train.Course;
import hep.winnow.neural.train.Ensemble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * What a network with classes or targets is to learn, and how it learns it; the same for all forms of networks.
 *
 * @param loss that is made small; the habit of the task if empty
 * @param ensemble number of networks
 * @param decorrelate what the score shall not know
 */
record Goal(
        @Option(
                doc = "what is made small; without it cross_entropy for classes and mse for a target",
                alsoKnownAs = {"EstimatorType", "ErrorStrategy", "criterion", "objective"})
        Optional<Loss> loss,

        @Option(
                doc =
                        "trains so many networks from different random numbers; NAME is their mean and NAME.spread the standard"
                                + " deviation among them",
                value = "1",
                min = 1,
                max = 1000,
                alsoKnownAs = {"n_estimators", "seeds", "bagging"})
        int ensemble,

        @Option(
                doc =
                        "keeps the score of two classes from knowing a column, such as a mass that a cut on the score shall not shape; a batch should hold a few hundred events. The losses that are told hold the term",
                alsoKnownAs = {"disco", "decorrelation"})
        Optional<Decorrelation> decorrelate) {
    /** Makes one whose score may know everything. */
    Goal(Optional<Loss> loss, int ensemble) {
        this(loss, ensemble, Optional.empty());
    }

    /**
     * A form of networks.
     *
     * @param word of the learner
     * @param course of the training
     * @param init how first weights are drawn where the macro does not say
     * @param network that ends in so many sums
     */
    record Form(String word, Course course, Init init, IntFunction<Network> network) {}

    /** Throws {@link IllegalArgumentException} where options do not fit together; {@code dropout} is the greatest part that is silenced. */
    void check(TrainingOptions training, Course course, double dropout) {
        boolean hasTarget = training.target().isPresent();
        loss.filter(l -> !l.fits(hasTarget ? Task.REGRESSION : Task.BINARY)).ifPresent(l -> {
            throw new IllegalArgumentException(
                    hasTarget
                            ? "loss=" + l.word() + " is for classes; with target= it must be mse, mae, huber or pinball"
                            : "loss=" + l.word() + " is for a regression with target=; for classes it must be"
                                    + " cross_entropy or mse");
        });
        if (training.targets().size() > 1
                && loss.filter(Loss.Pinball.class::isInstance).isPresent()) {
            throw new IllegalArgumentException("loss=pinball predicts quantiles of one target, found "
                    + training.targets().size() + ": train a model of each");
        }
        if (hasTarget && decorrelate.isPresent()) {
            throw new IllegalArgumentException("decorrelate= is for two classes, not for a regression with target=");
        }
        if (course.solver() instanceof Solver.Lbfgs && dropout > 0) {
            throw new IllegalArgumentException(
                    "solver=lbfgs searches along lines and cannot do with dropout, which is " + dropout);
        }
    }

    /** Tells whether a training can take events that do not lie in memory: not where a step takes all of them at once, or the loss couples them. */
    boolean takesStored(Course course) {
        return !(course.solver() instanceof Solver.Lbfgs) && course.batch() > 0 && decorrelate.isEmpty();
    }

    /** Returns the names of outputs besides the score. */
    List<String> furtherOutputs() {
        List<String> names = new ArrayList<>();
        loss.ifPresent(l -> names.addAll(l instanceof Loss.Pinball pinball ? pinball.names() : List.of()));
        if (ensemble > 1) {
            names.add(EnsembleModel.SPREAD);
        }
        return names;
    }

    /** Trains a network, or several. */
    Model train(Form form, Examples train, Examples valid, TrainingContext context) {
        Loss small = loss.orElse(Loss.habitOf(train.task()));
        Head head = head(train, small, context);
        Network network = form.network().apply(sums(train, head));
        Assignment assignment =
                Assignment.of(network, form.init(), head, train, valid, events -> objective(small, events, head));
        List<NetworkModel> members = Ensemble.train(form.course(), assignment, context, ensemble).stream()
                .map(p -> new NetworkModel(form.word(), network, p, head))
                .toList();
        return ensemble == 1 ? members.get(0) : new EnsembleModel(members);
    }

    /** A network that goes on from another keeps what its outputs mean. */
    private static Head head(Examples train, Loss loss, TrainingContext context) {
        Head fresh = Head.of(train, loss);
        return context.warm()
                .filter(m -> m instanceof NetworkModel earlier
                        && earlier.head().word().equals(fresh.word()))
                .map(m -> ((NetworkModel) m).head())
                .orElse(fresh);
    }

    /** Returns the column that the score shall not know; empty if it may know all. */
    List<EventExpression> spectators() {
        return decorrelate.map(Decorrelation::column).stream().toList();
    }

    private Objective objective(Loss small, Examples examples, Head head) {
        Objective plain = Objective.of(small, examples, head);
        return decorrelate.map(d -> decorrelated(plain, examples, d)).orElse(plain);
    }

    private static Objective decorrelated(Objective plain, Examples examples, Decorrelation by) {
        if (examples.task() != Task.BINARY) {
            throw UserError.macro(
                    "decorrelate= is for two classes, found " + examples.classes(),
                    "leave it out, or mark one class as signal: signal=(label == 1)");
        }
        return new Decorrelated(plain, examples.label(), examples.weight(), examples.spectator(0), by.strength());
    }

    /** Returns how many sums a network for so many outputs ends in. */
    int sums(int outputs) {
        return loss.filter(Loss.Pinball.class::isInstance)
                .map(l -> ((Loss.Pinball) l).quantiles().size())
                .orElse(Math.max(1, outputs));
    }

    /** Returns what the training of a network, or of several beside each other, takes for the networks, in bytes. */
    OptionalLong bytes(Course course, Network network) {
        return OptionalLong.of(ensemble * course.solver().bytes(network.numbers()));
    }

    private static int sums(Examples train, Head head) {
        return head instanceof Head.Scaled scaled
                ? scaled.sums()
                : Math.max(1, train.task() == Task.MULTICLASS ? train.classes() : train.targets());
    }
}
