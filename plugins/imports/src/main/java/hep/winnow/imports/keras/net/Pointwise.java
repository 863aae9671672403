package hep.winnow.imports.keras.net;

import java.util.OptionalInt;

/** A function of each number. */
public final class Pointwise extends Op {
    private final Curve curve;

    /** Makes one for so many numbers. */
    public Pointwise(Curve curve, int width) {
        super(width);
        this.curve = curve;
    }

    @Override
    boolean isInPlace() {
        return true;
    }

    @Override
    void one(double[][] in, double[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = curve.exact().applyAsDouble(in[0][j]);
        }
    }

    @Override
    OptionalInt add(Sink graph, int... arguments) {
        return curve.form().isPresent() ? curve.form().get().add(graph, arguments[0]) : OptionalInt.empty();
    }

    @Override
    Work work(int capacity) {
        return (in, rows, out) -> {
            for (int i = 0; i < rows; i++) {
                float[] row = out.row(i);
                if (in.get(0) != out) {
                    System.arraycopy(in.get(0).row(i), 0, row, 0, width());
                }
                curve.floats().apply(row, width());
            }
        };
    }
}
