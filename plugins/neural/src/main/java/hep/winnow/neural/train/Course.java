package hep.winnow.neural.train;

import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Option;
import hep.winnow.neural.layer.Init;
import hep.winnow.neural.optimise.Schedule;
import hep.winnow.neural.optimise.Solver;
import java.util.Optional;

/** The options of a training that all networks share. */
public record Course(
        @Option(
                doc = "how weights follow the gradient; its rate is the learning rate: solver=adam(rate=1e-3)",
                value = "adam",
                alsoKnownAs = {
                    "learning_rate",
                    "learning_rate_init",
                    "LearningRate",
                    "lr",
                    "rate",
                    "momentum",
                    "optimizer",
                    "optimiser",
                    "TrainingMethod",
                    "DecayRate"
                })
        Solver solver,

        @Option(
                doc = "how the learning rate goes on from epoch to epoch",
                value = "constant",
                alsoKnownAs = {"lr_scheduler", "scheduler", "learning_rate_schedule"})
        Schedule schedule,

        @Option(
                doc = "greatest length of a step's gradient, penalties included; a longer one is shortened",
                min = 0,
                aboveMin = true,
                alsoKnownAs = {"clipnorm", "max_grad_norm", "gradient_clip_val"})
        Optional<Double> clip,

        @Option(
                doc = "events per step; 1 steps after each event, 0 takes all of them at once",
                value = "128",
                min = 0,
                alsoKnownAs = {"batch_size", "BatchSize", "BPMode", "minibatch"})
        int batch,

        @Option(
                doc = "greatest number of passes over the train part",
                value = "100",
                min = 1,
                alsoKnownAs = {"NCycles", "max_iter", "n_iter", "n_epochs", "nb_epoch", "MaxEpochs", "iterations"})
        int epochs,

        @Option(
                doc =
                        "stop when the valid loss has not fallen for so many epochs, and keep the epoch where it was least;"
                                + " 0 runs all epochs and keeps the last. Without a valid part all epochs are run",
                value = "10",
                min = 0,
                alsoKnownAs = {"early_stopping", "n_iter_no_change", "ConvergenceSteps", "ConvergenceTests"})
        int patience,

        @Option(
                doc =
                        "after how many epochs the loss and the AUC of both parts are computed, which takes a third of an epoch's time;"
                                + " only such epochs can be the best, and the last one always is such",
                value = "1",
                min = 1,
                alsoKnownAs = {"TestRate", "validation_freq", "eval_freq"})
        int evaluate,

        @Option(doc = "adds l1 times the sum of |weight| to the loss", value = "0", min = 0)
        double l1,

        @Option(
                doc = "adds l2/2 times the sum of weight^2 to the loss",
                value = "0",
                min = 0,
                alsoKnownAs = {"alpha", "weight_decay", "WeightDecay"})
        double l2,

        @Option(
                doc = "how the first weights are drawn: glorot (Keras, scikit-learn), he, lecun, or plain (PyTorch);"
                        + " without it lecun for selu and glorot for all others",
                alsoKnownAs = {"kernel_initializer", "WeightInitialization", "initialization"})
        Optional<Init> init,

        @Option(
                doc =
                        "keeps how far the training got after every so many epochs, in checkpoints/NAME of the out folder, so that"
                                + " winnow run --resume goes on to the same bits; 0 for never",
                value = "0",
                min = 0,
                alsoKnownAs = {"save_freq", "ModelCheckpoint"})
        int checkpoint,

        @Option(
                doc =
                        "a model, trained before or loaded, whose weights are the first ones; it must have the same inputs and layers."
                                + " Its scales and transforms of the inputs are taken over",
                alsoKnownAs = {"warm_start", "init_from", "pretrained"})
        Optional<ModelRef> warm) {
    /** Returns a course that says no more than this, for steps that are made by a program. */
    public static Course of(Solver solver, int batch, int epochs, int patience) {
        return new Course(
                solver,
                new Schedule.Constant(),
                Optional.empty(),
                batch,
                epochs,
                patience,
                1,
                0,
                0,
                Optional.empty(),
                0,
                Optional.empty());
    }

    /** Returns the same with these penalties. */
    public Course withPenalties(double first, double second) {
        return new Course(
                solver, schedule, clip, batch, epochs, patience, evaluate, first, second, init, checkpoint, warm);
    }

    /** Returns the same with a checkpoint after every so many epochs. */
    public Course withCheckpoints(int every) {
        return new Course(solver, schedule, clip, batch, epochs, patience, evaluate, l1, l2, init, every, warm);
    }

    /** Returns the same without what changes no number: checkpoints, and the name of the model that it begins with. */
    Course shaping() {
        return new Course(solver, schedule, clip, batch, epochs, patience, evaluate, l1, l2, init, 0, Optional.empty());
    }
}
