package hep.winnow.perceptron;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.stat.RocArea;

/** The course of a training: it is sequential by nature, each event sees the correction of the one before. */
final class Trainer {
    private static final int EVENTS_PER_CHECK = 4096;

    private final Perceptron options;
    private final Examples train;
    private final Examples valid;
    private final TrainingContext context;
    private final Border border;
    /** Sum of the borders after each event. */
    private final Border sum;

    private Border pocket;
    private double pocketError = Double.POSITIVE_INFINITY;
    private int pocketRun;
    private int pocketEpoch;
    /** Events that were shown since the last look at a border whose run was too short. */
    private int unspent;
    /** Events in a row that were on the right side. */
    private int run;

    Trainer(Perceptron options, Examples train, Examples valid, TrainingContext context) {
        this.options = options;
        this.train = train;
        this.valid = valid;
        this.context = context;
        this.border = new Border(train.features());
        this.sum = border.copy();
        this.pocket = border.copy();
    }

    PerceptronModel run() {
        RandomStream shuffle = context.random().stream("shuffle");
        int[] order = new int[train.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int mistakes = 1;
        int epoch = 0;
        while (mistakes > 0 && epoch < options.epochs()) {
            epoch++;
            shuffle.shuffle(order);
            mistakes = pass(order, epoch);
            PerceptronModel model = current().model();
            context.epoch(
                    new EpochReport(
                            epoch, error(model, train), error(model, valid), auc(model, train), auc(model, valid)),
                    options.epochs());
        }
        if (mistakes > 0 && options.variant() == Variant.ROSENBLATT) {
            warn(mistakes);
        }
        context.bestEpoch(options.variant() == Variant.POCKET ? pocketEpoch : epoch);
        return current().model();
    }

    /** Only the last weights are as good as chance where the rule does not converge; a mean and the best are made for that. */
    private void warn(int mistakes) {
        context.warn("did not converge: " + mistakes + " of " + train.size()
                + " events were on the wrong side in epoch " + options.epochs()
                + "; the classes are not linearly separable, or it needs more epochs;"
                + " variant=pocket or averaged copes better");
    }

    /** Shows all events once, and returns the number of mistakes. */
    private int pass(int[] order, int epoch) {
        int mistakes = 0;
        for (int i = 0; i < order.length; i++) {
            if (i % EVENTS_PER_CHECK == 0) {
                context.checkInterrupted();
            }
            unspent++;
            int event = order[i];
            int at = event * train.features();
            int sign = train.label()[event] == 1 ? 1 : -1;
            if (sign * border.side(train.x(), at) > 0) {
                run++;
            } else {
                mistakes++;
                fillPocket(epoch);
                run = 0;
                border.move(options.rate() * train.weight()[event] * sign, train.x(), at);
            }
            if (options.variant() == Variant.AVERAGED) {
                sum.add(border);
            }
        }
        fillPocket(epoch);
        return mistakes;
    }

    /**
     * Keeps the border if it has a smaller error on the whole than the one in the pocket. A look at the whole is dear, so that it is taken where the border was right for longer than any in
     * the pocket before (Gallant's rule), and besides once for as many events as there are: among few events, which come in turns, a good border need not be right for longer than a bad one.
     */
    private void fillPocket(int epoch) {
        boolean isLonger = run > pocketRun;
        if (options.variant() != Variant.POCKET || !isLonger && unspent < train.size()) {
            return;
        }
        if (!isLonger) {
            unspent = 0;
        }
        double error = error(border.model(), train);
        if (error < pocketError) {
            pocket = border.copy();
            pocketError = error;
            pocketRun = Math.max(pocketRun, run);
            pocketEpoch = epoch;
        }
    }

    private Border current() {
        return switch (options.variant()) {
            case ROSENBLATT -> border;
            case AVERAGED -> sum;
            case POCKET -> pocket;
        };
    }

    /** Weighted part of the events on the wrong side; NaN where there are none. */
    private static double error(PerceptronModel model, Examples data) {
        double wrong = 0;
        double all = 0;
        for (int i = 0; i < data.size(); i++) {
            double side = model.side(data.x(), i * data.features());
            double weight = data.weight()[i];
            all += weight;
            if (data.label()[i] == 1 ? side <= 0 : side >= 0) {
                wrong += weight;
            }
        }
        return wrong / all;
    }

    private static double auc(PerceptronModel model, Examples data) {
        double[] score = new double[data.size()];
        model.score(data.x(), data.size(), score);
        return RocArea.of(score, data.label(), data.weight());
    }
}
