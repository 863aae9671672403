package hep.winnow.neural.train;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** What moves the parameters, one pass over the train part at a time. */
interface Epochs {
    /** Makes a pass; returns whether another can change anything. {@code epoch} is 1 for the first. */
    boolean run(int epoch);

    /** Returns how strongly the loss pulled at each layer in the last pass; see {@link GradientSizes}. */
    List<Double> gradients();

    /** Writes all that decides how it goes on. */
    void save(DataOutput out) throws IOException;

    /** Goes on from what {@link #save} wrote after so many epochs. */
    void load(DataInput in, int epochs) throws IOException;
}
