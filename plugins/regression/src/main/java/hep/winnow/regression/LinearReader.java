package hep.winnow.regression;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;

/** Reads the models of one linear learner. */
record LinearReader(String learner) implements ModelReader {
    @Override
    public Model read(ModelState state) {
        return LinearModel.of(state);
    }
}
