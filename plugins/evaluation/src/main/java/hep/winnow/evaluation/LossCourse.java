package hep.winnow.evaluation;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.History;
import hep.winnow.api.text.Rounding;
import java.util.List;
import java.util.Optional;

/**
 * How the validation loss went, smoothed by the mean over the last few epochs that were evaluated (a tenth of them, 5 at most), so that the noise of single epochs is not taken for a
 * minimum.
 *
 * @param epochs how many there were
 * @param window over how many evaluated ones the mean is taken
 * @param minimumEpoch where the smoothed loss is least, from 1
 * @param minimum the smoothed loss there
 * @param last the smoothed loss of the last epoch
 * @param modelEpoch the epoch that the model stands for
 * @param atModel the smoothed loss there
 */
record LossCourse(
        int epochs, int window, int minimumEpoch, double minimum, double last, int modelEpoch, double atModel) {
    private static final int WINDOW = 5;

    /** Returns the course; empty without epochs or validation losses. */
    static Optional<LossCourse> of(History history) {
        List<EpochReport> reports = history.epochs();
        int n = reports.size();
        double[] loss = reports.stream().mapToDouble(EpochReport::validLoss).toArray();
        for (double l : loss) {
            if (!Double.isFinite(l)) {
                return Optional.empty();
            }
        }
        if (n == 0) {
            return Optional.empty();
        }
        int window = Math.max(1, Math.min(WINDOW, n / 10));
        double[] smooth = new double[n];
        int best = window - 1;
        for (int e = 0; e < n; e++) {
            int from = Math.max(0, e - window + 1);
            for (int k = from; k <= e; k++) {
                smooth[e] += loss[k] / (e - from + 1);
            }
            if (e >= window && smooth[e] < smooth[best]) {
                best = e;
            }
        }
        int model = history.ofModel().map(reports::indexOf).orElse(n - 1);
        // A model of a best epoch stands in the valley itself, whatever the mean over the epochs before it.
        double atModel = model < n - 1 ? Math.min(smooth[model], loss[model]) : smooth[n - 1];
        return Optional.of(new LossCourse(
                history.lastEpoch(),
                window,
                reports.get(best).epoch(),
                smooth[best],
                smooth[n - 1],
                reports.get(model).epoch(),
                atModel));
    }

    /** Returns by what fraction of its minimum the loss had risen where the model stands; at least 0. */
    double rise() {
        return minimum > 0 ? Math.max(0, atModel / minimum - 1) : 0;
    }

    /** Returns the same for the last epoch. */
    double lastRise() {
        return minimum > 0 ? Math.max(0, last / minimum - 1) : 0;
    }

    /** Tells whether the model stands for an epoch before the last one. */
    boolean isRestored() {
        return modelEpoch < epochs;
    }

    /** Returns a line about it. */
    String text() {
        String risen = Rounding.fixed(100 * lastRise(), 1) + " % above it at epoch " + epochs;
        String mean = window > 1 ? ", mean over " + window + " epochs" : "";
        return "validation loss" + mean + ": least, " + Rounding.shortest(minimum, 4) + ", at epoch " + minimumEpoch
                + (minimumEpoch == epochs ? ", the last one" : ", " + risen)
                + (isRestored() ? "; the model stands for epoch " + modelEpoch : "");
    }
}
