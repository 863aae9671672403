package hep.winnow.core.hist;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.step.PartForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * How what was filled into given bins is kept in a file.
 *
 * @param kind what is filled
 * @param axes its bins
 */
record CollectedForm<H>(Kind<H> kind, List<Binning> axes) implements PartForm<Collected<H>> {
    CollectedForm {
        axes = List.copyOf(axes);
    }

    /** Returns the form of a statement; empty if its bins are told from the events, so that all are needed at once. */
    static <H> Optional<PartForm<Collected<H>>> of(Kind<H> kind, Optional<List<Binning>> axes) {
        return axes.map(given -> new CollectedForm<>(kind, given));
    }

    @Override
    public void write(Collected<H> part, DataOutput out) throws IOException {
        part.write(out);
    }

    @Override
    public Collected<H> read(DataInput in) throws IOException {
        Collected<H> part = new Collected<>(kind, Optional.of(axes));
        part.read(in);
        return part;
    }

    @Override
    public Collected<H> scaled(Collected<H> part, IntToDoubleFunction factor) {
        part.scale(factor);
        return part;
    }
}
