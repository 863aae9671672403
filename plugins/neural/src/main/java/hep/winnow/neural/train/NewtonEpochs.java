package hep.winnow.neural.train;

import hep.winnow.api.learn.TrainingContext;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.optimise.Lbfgs;
import hep.winnow.neural.optimise.Solver;

/** Epochs of one step of {@link Lbfgs} each, over all events at once. */
final class NewtonEpochs implements Epochs {
    private final Lbfgs lbfgs;

    NewtonEpochs(
            Solver.Lbfgs options,
            int events,
            Parameters parameters,
            Backpropagation backpropagation,
            TrainingContext context) {
        int[] order = new int[events];
        for (int i = 0; i < events; i++) {
            order[i] = i;
        }
        lbfgs = new Lbfgs(options.memory(), parameters, (at, gradient) -> {
            context.checkInterrupted();
            gradient.is(backpropagation.gradient(at, order, 0, events));
            return backpropagation.loss(at);
        });
    }

    @Override
    public boolean run(int epoch) {
        return lbfgs.step();
    }
}
