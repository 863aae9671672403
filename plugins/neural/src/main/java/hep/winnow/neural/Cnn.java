package hep.winnow.neural;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Scale;
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
import hep.winnow.neural.layer.Init;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Shape;
import hep.winnow.neural.train.Course;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The convolutional network. Inputs are the pixels of an image, row by row and the channels of a pixel together. Loss and training are those of {@link Mlp}.
 */
@Verb(
        value = "train",
        kind = Cnn.LEARNER,
        doc =
                "Trains a convolutional network on images: layers of filters, pools and dense layers; the output follows from the classes, or is a number with target=. Inputs are pixels, row by row, the channels of a pixel together.",
        examples = {
            "train nn = cnn on digits vars=[p0..p783] image=[28, 28] layers=[conv(8, 3), pool(2), dense(16)] epochs=15",
            "train nn = cnn on jets { vars=[p0..p3071]  image=[32, 32, 3]  layers=[conv(16, 5, padding=same), batchnorm, pool(2), conv(32, 3), pool(2, kind=mean), dropout(0.25), dense(64, tanh)] }"
        },
        alsoKnownAs = {"convnet", "conv2d", "convolutional"})
public record Cnn(
        @Named(doc = "the model") String name,
        @Inline TrainingOptions training,

        @Option(
                doc = "height and width of the images, and channels of a pixel if there are several",
                required = true,
                min = 1,
                alsoKnownAs = {"input_shape", "shape"})
        List<Integer> image,

        @Option(
                doc = "hidden layers, from the pixels on",
                value = "[conv(8, 3), pool(2), dense(16)]",
                alsoKnownAs = {"hidden", "Layout"})
        List<ImageLayer> layers,

        @Option(
                doc = "function of the neurons of layers that name none",
                value = "relu",
                alsoKnownAs = {"NeuronType", "nonlinearity"})
        Activation activation,

        @Option(
                doc =
                        "what pixels are divided by, so that white is 1; without it 255, or nothing where scale= is given",
                min = 0,
                aboveMin = true)
        Optional<Double> white,

        @Inline Goal goal,
        @Inline Course course)
        implements TrainStep {
    static final String LEARNER = "cnn";

    private static final double WHITE = 255;

    public Cnn {
        image = List.copyOf(image);
        layers = List.copyOf(layers);
        if (image.size() < 2 || image.size() > 3) {
            throw new IllegalArgumentException(
                    "image= takes height and width, and channels if there are several, found " + image.size()
                            + " numbers");
        }
        Shape shape = shape(image);
        if (training.vars().size() != shape.size()) {
            throw new IllegalArgumentException("an image of " + shape + " has " + shape.size()
                    + " pixel values, but vars= has " + training.vars().size() + " inputs");
        }
        goal.check(training, course, dropout(layers));
        new ImageStack(shape, 1, activation).with(layers);
    }

    private static Shape shape(List<Integer> image) {
        return new Shape(image.get(0), image.get(1), image.size() == 3 ? image.get(2) : 1);
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
    public Scale defaultScale() {
        return Scale.NONE;
    }

    @Override
    public OptionalLong modelBytes(int inputs, int outputs) {
        return goal.bytes(course, network(goal.sums(outputs)));
    }

    @Override
    public void prepare() {
        Kernels.warmUp();
    }

    @Override
    public Model train(Examples train, Examples valid, TrainingContext context) {
        Goal.Form form = new Goal.Form(LEARNER, course, Init.habitOf(activation), this::network);
        return goal.train(form, train, valid, context);
    }

    private Network network(int sums) {
        Shape shape = shape(image);
        double divisor = white.orElse(training.scale().isPresent() ? 1 : WHITE);
        return new ImageStack(shape, divisor, activation).with(layers).network(shape, sums);
    }

    @Override
    public List<String> furtherOutputs() {
        return goal.furtherOutputs();
    }

    @Override
    public List<EventExpression> spectators() {
        return goal.spectators();
    }

    private static double dropout(List<ImageLayer> layers) {
        return layers.stream()
                .mapToDouble(l -> l instanceof ImageLayer.Dropout d ? d.rate() : 0)
                .max()
                .orElse(0);
    }
}
