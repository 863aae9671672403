package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Operation;
import java.util.OptionalInt;

/** Number j becomes (x_j − subtract_i) · multiply_i + add_i, with i the remainder of j by their length. */
public final class Scale extends Op {
    private final double[] subtract;
    private final double[] multiply;
    private final double[] add;

    /** Makes one for so many numbers, a multiple of the length of the three. */
    public Scale(int width, double[] subtract, double[] multiply, double[] add) {
        super(width);
        this.subtract = subtract;
        this.multiply = multiply;
        this.add = add;
    }

    @Override
    public int parameters() {
        return subtract.length + multiply.length;
    }

    @Override
    boolean isInPlace() {
        return true;
    }

    @Override
    void one(double[][] in, double[] out) {
        for (int j = 0, i = 0; j < out.length; j++, i = i + 1 == add.length ? 0 : i + 1) {
            out[j] = (in[0][j] - subtract[i]) * multiply[i] + add[i];
        }
    }

    @Override
    OptionalInt add(Sink graph, int... arguments) {
        return graph.add(new Operation.Scale(subtract, multiply, add), arguments);
    }

    @Override
    Work work(int capacity) {
        return (in, rows, out) -> {
            for (int r = 0; r < rows; r++) {
                float[] from = in.get(0).row(r);
                float[] to = out.row(r);
                for (int j = 0, i = 0; j < width(); j++, i = i + 1 == add.length ? 0 : i + 1) {
                    to[j] = (float) ((from[j] - subtract[i]) * multiply[i] + add[i]);
                }
            }
        };
    }
}
