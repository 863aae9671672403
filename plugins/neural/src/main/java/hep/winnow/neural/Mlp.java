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
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Neurons;
import hep.winnow.neural.layer.Shape;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.loss.Objective;
import hep.winnow.neural.model.NetworkModel;
import hep.winnow.neural.train.Assignment;
import hep.winnow.neural.train.Course;
import hep.winnow.neural.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The multi-layer perceptron. A batch's loss is (1/rows)·Σ w_i·loss_i + l1·Σ|w| + l2/2·Σw², with training weights w_i of either sign and mean 1, and the penalties over all weights but the biases. For a regression the target is standardised on the
 * train part; losses are told in units of the target squared.
 */
@Verb(
        value = "train",
        kind = Mlp.LEARNER,
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

        @Inline Neurons neurons,

        @Option(
                doc =
                        "what is made small: cross_entropy or mse; without it cross_entropy for classes and mse for a target",
                alsoKnownAs = {"EstimatorType", "ErrorStrategy", "criterion", "objective"})
        Optional<Loss> loss,

        @Inline Course course)
        implements TrainStep {
    static final String LEARNER = "mlp";

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
        Network network = network(train);
        Head head = Head.of(train);
        Loss made = loss.orElse(Loss.habitOf(train.task()));
        Assignment assignment = new Assignment(
                network,
                neurons.habitOfInit(),
                head,
                train,
                valid,
                Objective.of(made, train, head),
                Objective.of(made, valid, head));
        return new NetworkModel(LEARNER, network, new Trainer(course, assignment, context).run(), head);
    }

    private Network network(Examples train) {
        List<Layer> stack = new ArrayList<>(neurons.dense(layers));
        int outputs = train.task() == Task.MULTICLASS ? train.classes() : 1;
        stack.add(new Dense(outputs, new Activation.Identity()));
        return new Network(Shape.flat(train.features()), stack);
    }
}
