package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Operation;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Some numbers that follow each other. */
public final class Slice extends Op {
    private final int first;

    /** Makes one of {@code width} numbers from {@code first} on. */
    public Slice(int first, int width) {
        super(width);
        this.first = first;
    }

    @Override
    OptionalInt add(Sink graph, int... arguments) {
        return graph.add(
                new Operation.Select(IntStream.range(first, first + width()).toArray()), arguments);
    }

    @Override
    void one(double[][] in, double[] out) {
        System.arraycopy(in[0], first, out, 0, out.length);
    }
}
