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
import hep.winnow.neural.model.NetworkModel;
import hep.winnow.neural.optimise.Solver;
import hep.winnow.neural.train.Assignment;
import hep.winnow.neural.train.Course;
import hep.winnow.neural.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                doc = "what is made small; without it cross_entropy for classes and mse for a target",
                alsoKnownAs = {"EstimatorType", "ErrorStrategy", "criterion", "objective"})
        Optional<Loss> loss,

        @Inline Course course)
        implements TrainStep {
    static final String LEARNER = "mlp";

    public Mlp {
        layers = List.copyOf(layers);
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
        if (course.solver() instanceof Solver.Lbfgs && neurons.dropout() > 0) {
            throw new IllegalArgumentException(
                    "solver=lbfgs searches along lines and cannot do with dropout, which is " + neurons.dropout());
        }
    }

    @Override
    public boolean supports(Task task) {
        return task != Task.UNSUPERVISED;
    }

    @Override
    public boolean supportsSeveralTargets() {
        return true;
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        Loss small = loss.orElse(Loss.habitOf(train.task()));
        Head head = Head.of(train, small);
        Network network = network(train, head);
        Assignment assignment = Assignment.of(network, neurons.habitOfInit(), small, head, train, valid);
        return new NetworkModel(LEARNER, network, new Trainer(course, assignment, context).run(), head);
    }

    @Override
    public List<String> furtherOutputs() {
        return loss.map(l -> l instanceof Loss.Pinball pinball ? pinball.names() : List.<String>of())
                .orElse(List.of());
    }

    private Network network(Examples train, Head head) {
        List<Layer> stack = new ArrayList<>(neurons.dense(layers));
        int outputs = head instanceof Head.Scaled scaled
                ? scaled.sums()
                : Math.max(1, train.task() == Task.MULTICLASS ? train.classes() : train.targets());
        stack.add(new Dense(outputs, new Activation.Identity()));
        return new Network(Shape.flat(train.features()), stack);
    }
}
