package hep.winnow.neural;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;

/** Reads networks. */
final class MlpReader implements ModelReader {
    @Override
    public String learner() {
        return MlpModel.LEARNER;
    }

    @Override
    public Model read(ModelState state) {
        return MlpModel.of(state);
    }
}
