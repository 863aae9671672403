package hep.winnow.neural;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Optional;

/**
 * The multi-layer perceptron. A batch's loss is (1/rows)·Σ w_i·loss_i + l1·Σ|w| + l2/2·Σw², with training weights w_i of either sign and mean 1, and the penalties over all weights but the biases. For a regression the target is standardised on the
 * train part; losses are told in units of the target squared.
 */
@Verb(
        value = "train",
        kind = "mlp",
        doc =
                "Trains a multi-layer perceptron: a network of dense layers. Classifies into two classes or more, or predicts a number with target=.",
        examples = {
            "train nn = mlp on presel vars=[mll, dphi, met] layers=[64, 32] activation=relu epochs=50",
            "train nn = mlp on presel { vars=[x, y]  layers=[16]  activation=tanh  solver=sgd(rate=0.1, momentum=0.9)  batch=32 }"
        })
public record Mlp(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(
                doc = "neurons of each hidden layer, from the inputs on; [] for none",
                value = "[64, 32]",
                min = 1,
                alsoKnownAs = {"hidden_layer_sizes", "HiddenLayers", "hidden", "units", "neurons", "Layout"})
        List<Integer> layers,

        @Option(
                doc = "function of the hidden neurons",
                value = "relu",
                alsoKnownAs = {"NeuronType", "nonlinearity"})
        Activation activation,

        @Option(
                doc =
                        "what is made small: cross_entropy or mse; without it cross_entropy for classes and mse for a target",
                alsoKnownAs = {"EstimatorType", "ErrorStrategy", "criterion", "objective"})
        Optional<Loss> loss,

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

        @Option(doc = "adds l1 times the sum of |weight| to the loss", value = "0", min = 0)
        double l1,

        @Option(
                doc = "adds l2/2 times the sum of weight^2 to the loss",
                value = "0",
                min = 0,
                alsoKnownAs = {"alpha", "weight_decay", "WeightDecay"})
        double l2,

        @Option(
                doc = "part of the hidden neurons that is silenced at random in each step",
                value = "0",
                min = 0,
                max = 1,
                belowMax = true,
                alsoKnownAs = {"dropout_rate", "DropConfig"})
        double dropout,

        @Option(
                doc = "how the first weights are drawn: glorot (Keras, scikit-learn), he, lecun, or plain (PyTorch);"
                        + " without it lecun for selu and glorot for all others",
                alsoKnownAs = {"kernel_initializer", "WeightInitialization", "initialization"})
        Optional<Init> init)
        implements TrainStep {
    public Mlp {
        layers = List.copyOf(layers);
        if (training.target().isPresent()
                && loss.filter(l -> l == Loss.CROSS_ENTROPY).isPresent()) {
            throw new IllegalArgumentException("loss=cross_entropy is for classes; with target= it must be loss=mse");
        }
    }

    @Override
    public boolean supports(Task task) {
        return task != Task.UNSUPERVISED;
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        return new Trainer(this, train, valid, context).run();
    }
}
