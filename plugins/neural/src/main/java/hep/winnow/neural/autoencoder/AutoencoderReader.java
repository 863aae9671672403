package hep.winnow.neural.autoencoder;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;

/** Reads autoencoders. */
public final class AutoencoderReader implements ModelReader {
    @Override
    public String learner() {
        return Autoencoder.LEARNER;
    }

    @Override
    public Model read(ModelState state) {
        return AutoencoderModel.read(state);
    }
}
