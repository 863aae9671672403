package hep.winnow.neural.train;

import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Epochs of batches in an order that is shuffled before each, a step of the optimiser after each batch. */
final class BatchEpochs implements Epochs {
    private final BatchSteps steps;
    private final RandomStream shuffle;
    private final int[] order;
    private final int batch;

    BatchEpochs(
            Course course,
            int events,
            Parameters parameters,
            Backpropagation backpropagation,
            TrainingContext context) {
        this.steps = new BatchSteps(course, parameters, backpropagation, context);
        this.shuffle = context.random().stream("shuffle");
        this.batch = course.batch() == 0 ? events : Math.min(course.batch(), events);
        this.order = new int[events];
        for (int i = 0; i < events; i++) {
            order[i] = i;
        }
    }

    @Override
    public boolean run(int epoch) {
        shuffle();
        steps.begin(epoch, (order.length + batch - 1) / batch);
        for (int from = 0; from < order.length; from += batch) {
            steps.step(order, from, Math.min(from + batch, order.length));
        }
        return true;
    }

    @Override
    public List<Double> gradients() {
        return steps.gradients();
    }

    private void shuffle() {
        if (batch < order.length) {
            shuffle.shuffle(order);
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        steps.save(out);
    }

    @Override
    public void load(DataInput in, int epochs) throws IOException {
        steps.load(in);
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle();
        }
    }
}
