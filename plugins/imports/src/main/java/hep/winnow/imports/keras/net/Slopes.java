package hep.winnow.imports.keras.net;

/** Number j stays as it is above 0, and is multiplied by slope_i below, with i the remainder of j by their length. */
public final class Slopes extends Op {
    private final double[] slopes;

    /** Makes one for so many numbers, a multiple of the number of slopes. */
    public Slopes(int width, double[] slopes) {
        super(width);
        this.slopes = slopes;
    }

    @Override
    public int parameters() {
        return slopes.length;
    }

    @Override
    void one(double[][] in, double[] out) {
        for (int j = 0; j < out.length; j++) {
            double x = in[0][j];
            out[j] = x > 0 ? x : x * slopes[j % slopes.length];
        }
    }
}
