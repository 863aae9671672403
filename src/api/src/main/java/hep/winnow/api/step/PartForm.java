package hep.winnow.api.step;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.IntToDoubleFunction;

/**
 * How the parts of an {@link EventStep} are written, read again and scaled. What is read has the same bits as what was written. Safe for several threads.
 *
 * @param <P> what is gathered from a block, and merged
 */
public interface PartForm<P> {
    /** Writes a part. */
    void write(P part, DataOutput out) throws IOException;

    /** Reads what {@link #write} wrote. */
    P read(DataInput in) throws IOException;

    /**
     * Returns the part with the weights of each sample multiplied by a factor; {@code part} may be changed and returned.
     *
     * @param factor by {@link hep.winnow.api.event.EventTable#sampleIndex()}; 1 for a sample that is not scaled
     */
    P scaled(P part, IntToDoubleFunction factor);
}
