package hep.winnow.neural.model;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;

/**
 * Reads networks.
 *
 * @param learner whose networks
 */
public record NetworkReader(String learner) implements ModelReader {
    @Override
    public Model read(ModelState state) {
        return EnsembleModel.isOne(state) ? EnsembleModel.read(state) : NetworkState.read(state);
    }
}
