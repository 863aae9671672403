package hep.winnow.neural;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.ModelRef;
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
import hep.winnow.neural.train.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The multi-layer perceptron. A batch's loss is (1/rows)·Σ w_i·loss_i + l1·Σ|w| + l2/2·Σw², with training weights w_i of either sign and mean 1, and the penalties over all weights but the biases. For a regression the target is standardised on the
 * train part; losses are told in units of the target (squared), but for several targets, whose mean loss is told as standardised.
 */
@Verb(
        value = "train",
        kind = Mlp.LEARNER,
        doc =
                "Trains a multi-layer perceptron: a network of dense layers. Classifies into two classes or more, or predicts a number with target=.",
        examples = {
            "train nn = mlp on presel vars=[mll, dphi, met] layers=[64, 32] activation=relu epochs=50",
            "train nn = mlp on presel { vars=[x, y]  layers=[16]  activation=tanh  solver=sgd(rate=0.1, momentum=0.9)  batch=32 }",
            "train flat = mlp on presel vars=[pt1, pt2, m1, m2] batch=500 decorrelate=disco(mjj, strength=20)"
        },
        alsoKnownAs = {
            "nn",
            "ann",
            "dnn",
            "dl",
            "neural_network",
            "network",
            "dense",
            "sequential",
            "mlpclassifier",
            "mlpregressor"
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

        @Inline Goal goal,
        @Inline Course course)
        implements TrainStep {
    static final String LEARNER = "mlp";

    public Mlp {
        layers = List.copyOf(layers);
        goal.check(training, course, neurons.dropout());
    }

    @Override
    public boolean supports(Task task) {
        return task != Task.UNSUPERVISED;
    }

    @Override
    public boolean takesStored() {
        return goal.takesStored(course);
    }

    @Override
    public Optional<ModelRef> warm() {
        return course.warm();
    }

    @Override
    public boolean supportsSeveralTargets() {
        return true;
    }

    @Override
    public OptionalLong modelBytes(int inputs, int outputs) {
        return goal.bytes(course, network(inputs, goal.sums(outputs)));
    }

    @Override
    public void prepare() {
        Kernels.warmUp();
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        int inputs = train.features();
        Goal.Form form = new Goal.Form(LEARNER, course, neurons.habitOfInit(), sums -> network(inputs, sums));
        return goal.train(form, train, valid, context);
    }

    @Override
    public List<String> furtherOutputs() {
        return goal.furtherOutputs();
    }

    @Override
    public List<EventExpression> spectators() {
        return goal.spectators();
    }

    private Network network(int inputs, int sums) {
        List<Layer> stack = new ArrayList<>(neurons.dense(layers));
        stack.add(new Dense(sums, new Activation.Identity()));
        return new Network(Shape.flat(inputs), stack);
    }
}
