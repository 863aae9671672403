package hep.winnow.neural.gan;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;

/** Reads generative adversarial networks. */
public final class GanReader implements ModelReader {
    @Override
    public String learner() {
        return Gan.LEARNER;
    }

    @Override
    public Model read(ModelState state) {
        return GanModel.read(state);
    }
}
