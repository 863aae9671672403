package hep.winnow.perceptron;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;

/** Reads perceptrons. */
final class PerceptronReader implements ModelReader {
    @Override
    public String learner() {
        return PerceptronModel.LEARNER;
    }

    @Override
    public Model read(ModelState state) {
        return PerceptronModel.of(state);
    }
}
