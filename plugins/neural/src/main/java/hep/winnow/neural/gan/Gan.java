package hep.winnow.neural.gan;

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
import hep.winnow.kernels.Kernels;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Neurons;
import hep.winnow.neural.layer.Shape;
import hep.winnow.neural.optimise.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The generative adversarial network (Goodfellow et al. 2014) for tables of numbers. With the discriminator D = sigmoid(a), real events x_i of training weights w_i and made ones g_j = G(z_j) of Gaussian z_j, a batch of m of each makes small
 * <pre>{@code
 * discriminator:  1/(2m) Σ_i w_i·(-(1 - smooth)·log D(x_i) - smooth·log(1 - D(x_i))) - 1/(2m) Σ_j log(1 - D(g_j))
 * generator:      -1/m Σ_j log D(g_j)
 * }</pre>
 * in turn, the generator's loss being the non-saturating one. Made events have weight 1: they follow the density of the weights. A negative weight pushes the discriminator away from calling such events real, so that it cancels
 * positive ones near it; where a density of weights is negative none can be made, and the discriminator's loss has no lower bound: then {@code negw=abs} or {@code negw=ignore} is the honest choice.
 *
 * <p>Neither loss tells whether made events are like the real ones. So after each epoch the energy distance (Székely and Rizzo 2013) between both is told as the loss; where it is less than chance gives between two samples of one distribution, that is told instead, since
 * nothing smaller can be known. Kept is the epoch of the least distance to the valid part (without one: to the train part), and of several the last.
 */
@Verb(
        value = "train",
        kind = Gan.LEARNER,
        doc =
                "Trains a generative adversarial network: a generator that makes events like those it is given, and a discriminator that tells them apart. `generate` makes events of it. NAME is the discriminator's probability that an event is a made one."
                        + " The loss that is told is the energy distance between made events and the train and valid parts, the AUC how well the discriminator parts them (0.5 is chance). A distance below what chance gives is told as that; the last epoch of the least distance is kept.",
        examples = {
            "train g = gan on real vars=[x, y] latent=4 layers=[32, 32] discriminator=[32, 32] epochs=100",
            "train g = gan on presel { vars=[mll, met, ptll]  activation=leaky(0.2)  smooth=0.1  solver=adam(rate=5e-4, beta1=0.5) }"
        },
        alsoKnownAs = {"adversarial"})
public record Gan(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(
                doc =
                        "number of Gaussian numbers that an event is made of; at least as many as the events have dimensions",
                value = "8",
                min = 1,
                alsoKnownAs = {"latent_dim", "noise_dim", "z_dim"})
        int latent,

        @Option(
                doc = "neurons of each hidden layer of the generator",
                value = "[32, 32]",
                min = 1,
                alsoKnownAs = {"generator", "hidden_layer_sizes"})
        List<Integer> layers,

        @Option(doc = "neurons of each hidden layer of the discriminator", value = "[32, 32]", min = 1)
        List<Integer> discriminator,

        @Option(
                doc =
                        "label smoothing: the share by which real events count as made ones in the discriminator's loss (one-sided; Salimans et al. 2016)",
                value = "0",
                min = 0,
                max = 0.5,
                belowMax = true,
                alsoKnownAs = {"label_smoothing"})
        double smooth,

        @Option(
                doc =
                        "memory of the running mean of the generator's weights over the steps; the mean is what is kept, since it does not swing as the weights do (Yaz et al. 2019). 0 keeps the weights themselves",
                value = "0.99",
                min = 0,
                max = 1,
                belowMax = true,
                alsoKnownAs = {"ema", "ema_decay"})
        double average,

        @Inline Neurons neurons,

        @Option(
                doc = "how the weights of both networks follow the gradient",
                value = "adam(rate=1e-3, beta1=0.5)",
                alsoKnownAs = {"optimizer", "optimiser", "learning_rate", "lr", "rate"})
        Solver solver,

        @Option(doc = "solver of the discriminator, if it shall be another")
        Optional<Solver> discriminatorSolver,

        @Option(
                doc = "real events per step, and as many made ones",
                value = "128",
                min = 1,
                alsoKnownAs = {"batch_size", "minibatch"})
        int batch,

        @Option(
                doc = "number of passes over the train part",
                value = "100",
                min = 1,
                alsoKnownAs = {"n_epochs", "iterations", "max_iter"})
        int epochs,

        @Option(
                doc =
                        "keeps how far the training got after every so many epochs, in checkpoints/NAME of the out folder, so that"
                                + " winnow run --resume goes on to the same bits; 0 for never",
                value = "0",
                min = 0,
                alsoKnownAs = {"save_freq", "ModelCheckpoint"})
        int checkpoint)
        implements TrainStep {
    /** Its kind, and the learner of its models. */
    public static final String LEARNER = "gan";

    public Gan {
        layers = List.copyOf(layers);
        discriminator = List.copyOf(discriminator);
        if (solver instanceof Solver.Lbfgs
                || discriminatorSolver.filter(Solver.Lbfgs.class::isInstance).isPresent()) {
            throw new IllegalArgumentException(
                    "lbfgs looks for a minimum, and two networks against each other have none: take adam, rmsprop or sgd");
        }
    }

    @Override
    public boolean supports(Task task) {
        return false;
    }

    @Override
    public boolean isUnsupervised() {
        return true;
    }

    @Override
    public boolean isGenerative() {
        return true;
    }

    /** {@inheritDoc} Of the network that makes events their mean over steps is kept besides. */
    @Override
    public OptionalLong modelBytes(int inputs, int outputs) {
        long making = generatorOf(inputs).numbers();
        long judging = discriminatorOf(inputs).numbers();
        Solver judge = discriminatorSolver.orElse(solver);
        return OptionalLong.of(making * Float.BYTES + solver.bytes(making) + judge.bytes(judging));
    }

    @Override
    public void prepare() {
        Kernels.warmUp();
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        return new GanTraining(this, train, valid, context).run();
    }

    /** Returns all that shapes the training but the events and the first numbers, as text. */
    String settings() {
        return Stream.of(
                        latent,
                        smooth,
                        average,
                        neurons,
                        solver,
                        discriminatorSolver,
                        batch,
                        epochs,
                        layers,
                        discriminator)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    /** Returns the network that makes events of {@code features} numbers. */
    Network generatorOf(int features) {
        List<Layer> stack = new ArrayList<>(new Neurons(neurons.activation(), 0, neurons.batchnorm()).dense(layers));
        stack.add(new Dense(features, new Activation.Identity()));
        return new Network(Shape.flat(latent), stack);
    }

    /** Returns the network that tells them apart: dropout is its own, and batch normalisation is not for it, since a batch holds real and made events. */
    Network discriminatorOf(int features) {
        List<Layer> stack =
                new ArrayList<>(new Neurons(neurons.activation(), neurons.dropout(), false).dense(discriminator));
        stack.add(new Dense(1, new Activation.Identity()));
        return new Network(Shape.flat(features), stack);
    }
}
