package hep.winnow.neural.model;

import hep.winnow.api.learn.Model;
import hep.winnow.neural.layer.Parameters;

/** A model that is one network, whose numbers another training can begin with. */
public interface Trained extends Model {
    /** Returns its numbers, for reading only. */
    Parameters numbers();
}
