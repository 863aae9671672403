package hep.winnow.neural.train;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.loss.Objective;
import hep.winnow.neural.optimise.Clip;
import hep.winnow.neural.optimise.Noise;
import hep.winnow.neural.optimise.Optimiser;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Steps of the optimiser, one after each batch. */
final class BatchSteps {
    private final Course course;
    private final TrainingContext context;
    private final Parameters parameters;
    private final Backpropagation backpropagation;
    private final Optimiser optimiser;
    private final Clip clip;
    private final RandomStream noise;
    private final GradientSizes sizes;
    private double factor;
    private double sigma;
    private int batches;
    private int done;

    BatchSteps(Course course, Parameters parameters, Backpropagation backpropagation, TrainingContext context) {
        this.course = course;
        this.context = context;
        this.parameters = parameters;
        this.sizes = new GradientSizes(parameters);
        this.backpropagation = backpropagation;
        this.optimiser = Optimiser.of(course.solver(), parameters, context.workers());
        this.clip = new Clip(course.clip().orElse(Double.POSITIVE_INFINITY));
        this.noise = context.random().stream("noise");
    }

    /** Begins an epoch, 1 for the first, of so many batches. */
    void begin(int epoch, int ofBatches) {
        sizes.begin();
        batches = ofBatches;
        done = 0;
        factor = course.schedule().factor(epoch - 1, course.epochs());
        sigma = Math.sqrt(
                2 * course.solver().rate() * factor * course.schedule().temperature(epoch - 1));
    }

    /** Goes on with other events, which lie in memory. */
    void over(Examples events, Objective objective) {
        backpropagation.over(events, objective);
    }

    /** Makes a step along the gradient over the events {@code order[from]} to {@code order[to - 1]}. */
    void step(int[] order, int from, int to) {
        context.checkInterrupted();
        Parameters gradient = backpropagation.gradient(parameters, order, from, to);
        sizes.add(gradient, done++, batches);
        clip.apply(gradient);
        optimiser.step(parameters, gradient, factor);
        if (sigma > 0) {
            Noise.shake(parameters, sigma, noise.stream(optimiser.steps()));
        }
    }

    List<Double> gradients() {
        return sizes.sizes();
    }

    /** Writes all that decides how it goes on. */
    void save(DataOutput out) throws IOException {
        Numbers.write(out, parameters);
        out.writeLong(backpropagation.batches());
        Numbers.write(out, optimiser);
    }

    /** Goes on from what {@link #save} wrote. */
    void load(DataInput in) throws IOException {
        Numbers.read(in, parameters);
        backpropagation.resume(in.readLong());
        Numbers.read(in, optimiser);
    }
}
