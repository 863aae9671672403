package hep.winnow.api.learn;

import java.util.List;
import java.util.Optional;

/**
 * The course of a training.
 *
 * @param epochs one report per epoch that was evaluated, in order; empty for a learner without epochs
 * @param bestEpoch the epoch that the model stands for, one that was evaluated; 0 if epochs mean nothing to it
 * @param seconds wall time
 */
public record History(List<EpochReport> epochs, int bestEpoch, double seconds) {
    public History {
        epochs = List.copyOf(epochs);
    }

    /** Returns the number of the last epoch, which is how many there were. */
    public int lastEpoch() {
        return epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
    }

    /** Tells whether the model stands for an epoch before the last one. */
    public boolean isRestored() {
        return bestEpoch > 0 && bestEpoch < lastEpoch();
    }

    /** Returns the report of the epoch that the model stands for; of the last one where epochs mean nothing to it. */
    public Optional<EpochReport> ofModel() {
        int wanted = bestEpoch > 0 ? bestEpoch : lastEpoch();
        return epochs.stream().filter(report -> report.epoch() == wanted).findFirst();
    }
}
