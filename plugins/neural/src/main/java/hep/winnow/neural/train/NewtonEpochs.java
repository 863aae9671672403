package hep.winnow.neural.train;

import hep.winnow.api.learn.TrainingContext;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.optimise.Lbfgs;
import hep.winnow.neural.optimise.Solver;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Epochs of one step of {@link Lbfgs} each, over all events at once. */
final class NewtonEpochs implements Epochs {
    private final Lbfgs lbfgs;
    private final Parameters parameters;
    private final Backpropagation backpropagation;
    private final GradientSizes sizes;

    NewtonEpochs(
            Solver.Lbfgs options,
            int events,
            Parameters parameters,
            Backpropagation backpropagation,
            TrainingContext context) {
        this.parameters = parameters;
        this.sizes = new GradientSizes(parameters);
        this.backpropagation = backpropagation;
        int[] order = new int[events];
        for (int i = 0; i < events; i++) {
            order[i] = i;
        }
        lbfgs = new Lbfgs(options.memory(), parameters, (at, gradient) -> {
            context.checkInterrupted();
            Parameters slopes = backpropagation.gradient(at, order, 0, events);
            sizes.add(slopes, 0, 1);
            gradient.is(slopes);
            return backpropagation.loss(at);
        });
    }

    @Override
    public boolean run(int epoch) {
        sizes.begin();
        return lbfgs.step();
    }

    @Override
    public List<Double> gradients() {
        return sizes.sizes();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Numbers.write(out, parameters);
        out.writeLong(backpropagation.batches());
        Numbers.write(out, lbfgs.state());
    }

    @Override
    public void load(DataInput in, int epochs) throws IOException {
        Numbers.read(in, parameters);
        backpropagation.resume(in.readLong());
        lbfgs.resume(Numbers.readVectors(in));
    }
}
