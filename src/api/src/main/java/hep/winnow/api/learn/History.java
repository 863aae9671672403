package hep.winnow.api.learn;

import java.util.List;

/**
 * The course of a training.
 *
 * @param epochs one report per epoch, in order; empty for a learner without epochs
 * @param bestEpoch the epoch that the model stands for; 0 if epochs mean nothing to it
 * @param seconds wall time
 */
public record History(List<EpochReport> epochs, int bestEpoch, double seconds) {
    public History {
        epochs = List.copyOf(epochs);
    }
}
