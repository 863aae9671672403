package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Operation;
import java.util.Arrays;
import java.util.OptionalInt;

/** Puts arrays beside each other along an axis: of each argument a run of numbers, then of the next, and so on again. */
public final class Join extends Op {
    private final int[] runs;
    private final boolean isPlain;

    /**
     * Makes one.
     *
     * @param runs numbers of each argument that are taken at once
     * @param times how often
     */
    public Join(int[] runs, int times) {
        super(Arrays.stream(runs).sum() * times);
        this.runs = runs;
        this.isPlain = times == 1;
    }

    @Override
    OptionalInt add(Sink graph, int... arguments) {
        return isPlain ? graph.add(new Operation.Join(), arguments) : OptionalInt.empty();
    }

    @Override
    void one(double[][] in, double[] out) {
        int at = 0;
        for (int time = 0; at < out.length; time++) {
            for (int a = 0; a < runs.length; a++) {
                System.arraycopy(in[a], time * runs[a], out, at, runs[a]);
                at += runs[a];
            }
        }
    }
}
