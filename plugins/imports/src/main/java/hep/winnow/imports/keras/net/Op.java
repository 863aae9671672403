package hep.winnow.imports.keras.net;

import hep.winnow.kernels.FloatMatrix;
import java.util.List;
import java.util.OptionalInt;

/** What is done to the numbers of an event: one or more rows in, one row out. Immutable; {@link Work} has the buffers. */
public abstract class Op {
    private final int width;

    /** Makes one that gives so many numbers. */
    protected Op(int width) {
        this.width = width;
    }

    /** Returns how many numbers it makes. */
    public final int width() {
        return width;
    }

    /** Returns how many fitted numbers it holds. */
    public int parameters() {
        return 0;
    }

    /** Tells whether it makes each number of the one at its place, so that it may write over its argument. */
    boolean isInPlace() {
        return false;
    }

    /** Does it to one event, in doubles; the definition that {@link Work} follows up to rounding. */
    abstract void one(double[][] in, double[] out);

    /** Adds it to a graph, and returns the node that makes its numbers; empty if no operations there do the same. */
    OptionalInt add(Sink graph, int... arguments) {
        return OptionalInt.empty();
    }

    /** Returns what does it to blocks of events of up to {@code capacity}, in floats. */
    Work work(int capacity) {
        return new Rounding(this);
    }

    /** An operation at work on blocks, with the buffers of one thread. */
    interface Work {
        /** Does it to the first {@code rows} events. If the operation is in place, {@code out} may be its argument. */
        void block(List<FloatMatrix> in, int rows, FloatMatrix out);
    }

    /** In doubles, event by event, and each number is rounded once. */
    private static final class Rounding implements Work {
        private final Op op;
        private final double[] made;
        private double[][] taken = {};

        Rounding(Op op) {
            this.op = op;
            this.made = new double[op.width];
        }

        @Override
        public void block(List<FloatMatrix> in, int rows, FloatMatrix out) {
            if (taken.length == 0) {
                taken = in.stream().map(m -> new double[m.columns()]).toArray(double[][]::new);
            }
            for (int i = 0; i < rows; i++) {
                for (int a = 0; a < taken.length; a++) {
                    float[] row = in.get(a).row(i);
                    for (int j = 0; j < taken[a].length; j++) {
                        taken[a][j] = row[j];
                    }
                }
                op.one(taken, made);
                float[] row = out.row(i);
                for (int j = 0; j < made.length; j++) {
                    row[j] = (float) made[j];
                }
            }
        }
    }
}
