package hep.winnow.neural.train;

import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.optimise.Clip;
import hep.winnow.neural.optimise.Noise;
import hep.winnow.neural.optimise.Optimiser;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Epochs of batches in an order that is shuffled before each, a step of the optimiser after each batch. */
final class BatchEpochs implements Epochs {
    private final Course course;
    private final TrainingContext context;
    private final Parameters parameters;
    private final Backpropagation backpropagation;
    private final Optimiser optimiser;
    private final Clip clip;
    private final RandomStream shuffle;
    private final RandomStream noise;
    private final int[] order;
    private final int batch;
    private final GradientSizes sizes;

    BatchEpochs(
            Course course,
            int events,
            Parameters parameters,
            Backpropagation backpropagation,
            TrainingContext context) {
        this.course = course;
        this.context = context;
        this.parameters = parameters;
        this.sizes = new GradientSizes(parameters);
        this.backpropagation = backpropagation;
        this.optimiser = Optimiser.of(course.solver(), parameters);
        this.clip = new Clip(course.clip().orElse(Double.POSITIVE_INFINITY));
        this.shuffle = context.random().stream("shuffle");
        this.noise = context.random().stream("noise");
        this.batch = course.batch() == 0 ? events : Math.min(course.batch(), events);
        this.order = new int[events];
        for (int i = 0; i < events; i++) {
            order[i] = i;
        }
    }

    @Override
    public boolean run(int epoch) {
        sizes.begin();
        shuffle();
        double factor = course.schedule().factor(epoch - 1, course.epochs());
        double sigma = Math.sqrt(
                2 * course.solver().rate() * factor * course.schedule().temperature(epoch - 1));
        for (int from = 0; from < order.length; from += batch) {
            context.checkInterrupted();
            int to = Math.min(from + batch, order.length);
            Parameters gradient = backpropagation.gradient(parameters, order, from, to);
            sizes.add(gradient, from / batch, (order.length + batch - 1) / batch);
            clip.apply(gradient);
            optimiser.step(parameters, gradient, factor);
            if (sigma > 0) {
                Noise.shake(parameters, sigma, noise.stream(optimiser.steps()));
            }
        }
        return true;
    }

    @Override
    public List<Double> gradients() {
        return sizes.sizes();
    }

    private void shuffle() {
        if (batch < order.length) {
            shuffle.shuffle(order);
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Numbers.write(out, parameters);
        out.writeLong(backpropagation.batches());
        Numbers.write(out, optimiser);
    }

    @Override
    public void load(DataInput in, int epochs) throws IOException {
        Numbers.read(in, parameters);
        backpropagation.resume(in.readLong());
        Numbers.read(in, optimiser);
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle();
        }
    }
}
