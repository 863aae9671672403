package hep.winnow.neural.autoencoder;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;
import hep.winnow.kernels.Kernels;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.GaussianNoise;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Neurons;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.optimise.Solver;
import hep.winnow.neural.train.Assignment;
import hep.winnow.neural.train.Course;
import hep.winnow.neural.train.Trainer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The autoencoder (Rumelhart, Hinton and Williams 1986): inputs, hidden layers, a bottleneck of few linear neurons, the hidden layers mirrored, outputs as many as inputs. It learns to make its outputs equal its inputs.
 * A batch's loss is (1/rows)·Σ w_i·e_i plus penalties, with training weights w_i of either sign and mean 1 and the errors e = Σ_j c_j·(output_j - input_j)², where the shares c_j of the inputs sum to 1. Inputs are as they reach the network: standardised if the macro
 * does not say otherwise, so that e is about 1 for a network that knows the means alone. With noise the outputs are compared with the inputs before it; the losses that are told are without noise.
 */
@Verb(
        value = "train",
        kind = Autoencoder.LEARNER,
        doc =
                "Trains an autoencoder: a network that squeezes its inputs through a bottleneck and makes them again. It learns without classes what the events that it is given are like; NAME is the mean squared error of"
                        + " the inputs that it makes again (as scaled for it), so that larger is stranger: trained on background alone it searches for anomalies. NAME.z1, NAME.z2, … are the values at the bottleneck.",
        examples = {
            "train ae = autoencoder on background vars=[mll, dphi, met, ptll] layers=[16, 8] bottleneck=2",
            "train ae = autoencoder on presel { vars=[x, y, z]  layers=[32]  bottleneck=1  noise=0.1  activation=tanh }"
        },
        alsoKnownAs = {"ae", "encoder"})
public record Autoencoder(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(
                doc =
                        "neurons of each hidden layer between the inputs and the bottleneck; behind it they stand in reverse order",
                value = "[16, 8]",
                min = 1,
                alsoKnownAs = {"hidden_layer_sizes", "HiddenLayers", "hidden", "units", "neurons", "encoder"})
        List<Integer> layers,

        @Option(
                doc = "number of neurons at the bottleneck; they are linear",
                value = "2",
                min = 1,
                alsoKnownAs = {"latent", "latent_dim", "encoding_dim", "code"})
        int bottleneck,

        @Option(
                doc =
                        "standard deviation of Gaussian noise that is added to the scaled inputs in training (a denoising autoencoder)",
                value = "0",
                min = 0,
                alsoKnownAs = {"denoise", "corruption"})
        double noise,

        @Option(
                doc =
                        "how much each input counts in the error, in the order of vars; all the same if not given. Their sum does not matter",
                min = 0)
        List<Double> importance,

        @Inline Neurons neurons,
        @Inline Course course)
        implements TrainStep {
    /** Its kind, and the learner of its models. */
    public static final String LEARNER = "autoencoder";

    public Autoencoder {
        layers = List.copyOf(layers);
        importance = List.copyOf(importance);
        if (!importance.isEmpty() && importance.size() != training.vars().size()) {
            throw new IllegalArgumentException(
                    "importance= has " + importance.size() + " numbers, expected one for each of the "
                            + training.vars().size() + " vars");
        }
        if (!importance.isEmpty() && importance.stream().allMatch(c -> c == 0)) {
            throw new IllegalArgumentException("all numbers of importance= are 0: nothing is left to learn");
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

    /** {@inheritDoc} These are the values at the bottleneck: {@code z1} and so on. */
    @Override
    public List<String> furtherOutputs() {
        return IntStream.rangeClosed(1, bottleneck).mapToObj(k -> "z" + k).toList();
    }

    @Override
    public boolean takesStored() {
        return !(course.solver() instanceof Solver.Lbfgs) && course.batch() > 0;
    }

    @Override
    public Optional<ModelRef> warm() {
        return course.warm();
    }

    @Override
    public OptionalLong modelBytes(int inputs, int outputs) {
        return OptionalLong.of(course.solver().bytes(network(encoder(), inputs).numbers()));
    }

    @Override
    public void prepare() {
        Kernels.warmUp();
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        if (bottleneck >= train.features() && noise == 0) {
            context.warn("the bottleneck is as wide as the inputs (" + bottleneck + " and " + train.features()
                    + "): the network can copy them, and then finds nothing strange; make it narrower, or add noise=");
        }
        List<Layer> encoder = encoder();
        Network network = network(encoder, train.features());
        double[] shares = Reconstruction.shares(
                train.features(),
                importance.stream().mapToDouble(Double::doubleValue).toArray());
        Assignment assignment = Assignment.of(
                network,
                neurons.habitOfInit(),
                new Head.Linear(0, 1),
                train,
                valid,
                events -> new Reconstruction(events.x(), shares));
        Parameters parameters = new Trainer(course, assignment, context).run();
        return new AutoencoderModel(network, encoder.size(), parameters, shares);
    }

    private List<Layer> encoder() {
        List<Layer> encoder = new ArrayList<>();
        if (noise > 0) {
            encoder.add(new GaussianNoise(noise));
        }
        encoder.addAll(neurons.dense(layers));
        encoder.add(new Dense(bottleneck, new Activation.Identity()));
        return encoder;
    }

    private Network network(List<Layer> encoder, int features) {
        List<Integer> mirrored = new ArrayList<>(layers);
        Collections.reverse(mirrored);
        List<Layer> all = new ArrayList<>(encoder);
        all.addAll(neurons.dense(mirrored));
        all.add(new Dense(features, new Activation.Identity()));
        return new Network(Shape.flat(features), all);
    }
}
