package hep.winnow.kernels;

/**
 * A dense layer whose numbers do not change any more, on a panel of {@value #EVENTS} events that stand side by side: number k of event i at {@code k * EVENTS + i}. Vectors run across events, so that a layer of one output takes no
 * longer for each of its numbers than a wide one, and what is applied to the outputs is applied to one array.
 *
 * <p>Each output starts at its bias and takes up its terms in the order of the inputs, by {@link Math#fma(float, float, float)}, as those of {@link Products} do: they have the same bits. Immutable, and safe for several threads.
 */
public final class PanelLayer {
    /** Events of a panel. */
    public static final int EVENTS = 64;

    /** Outputs of a tile. */
    static final int TILE = 4;

    private final int inputs;
    private final int outputs;
    private final float[] weights;
    private final float[] bias;
    private final float[] rows;
    private final int stride;
    private final float[] rowBias;
    private final float floor;

    /**
     * Makes one.
     *
     * @param weights inputs x outputs; copied
     * @param bias at least one per output; copied
     * @param isRectified whether outputs below 0 become 0, as by {@link ActivationKernel#relu}
     */
    public PanelLayer(FloatMatrix weights, float[] bias, boolean isRectified) {
        this.floor = isRectified ? 0 : Float.NEGATIVE_INFINITY;
        this.inputs = weights.rows();
        this.outputs = weights.columns();
        this.weights = new float[padded(outputs) * inputs];
        this.bias = new float[padded(outputs)];
        this.stride = outputs == 1 ? 1 : (outputs + FloatMatrix.PAD - 1) / FloatMatrix.PAD * FloatMatrix.PAD;
        this.rows = new float[inputs * stride];
        this.rowBias = new float[stride];
        System.arraycopy(bias, 0, this.bias, 0, outputs);
        System.arraycopy(bias, 0, rowBias, 0, outputs);
        for (int j = 0; j < outputs; j++) {
            for (int k = 0; k < inputs; k++) {
                this.weights[place(j, k)] = weights.row(k)[j];
                rows[k * stride + j] = weights.row(k)[j];
            }
        }
    }

    /** Tells whether panels pay now: whether vectors work, and are warm. If not, they will be warmed up; until then {@link Products} give the same bits faster. */
    public static boolean pays() {
        return Kernels.panels().pays();
    }

    /** Returns the number of inputs. */
    public int inputs() {
        return inputs;
    }

    /** Returns the number of outputs. */
    public int outputs() {
        return outputs;
    }

    /** Returns how long the array for the outputs must be at least: longer than {@code outputs() * EVENTS}, for what tiles make is written whole. */
    public int outputLength() {
        return padded(outputs) * EVENTS;
    }

    /**
     * Computes the outputs of a panel.
     *
     * @param in at least {@code inputs() * EVENTS} numbers
     * @param out at least {@link #outputLength()} numbers, another array than {@code in}, written
     */
    public void forward(float[] in, float[] out) {
        if (in.length < inputs * EVENTS || out.length < outputLength()) {
            throw new IllegalArgumentException(
                    "a layer of " + inputs + "x" + outputs + " is given arrays of " + in.length + " and " + out.length
                            + " numbers, expected " + inputs * EVENTS + " and " + outputLength());
        }
        Kernels.panels().forward(this, in, out);
    }

    /**
     * Computes the outputs of one event, with the bits that a panel gives it.
     *
     * @param in at least {@code inputs()} numbers
     * @param out at least {@link #rowLength()} numbers, another array than {@code in}, written
     */
    public void forwardOne(float[] in, float[] out) {
        if (in.length < inputs || out.length < stride) {
            throw new IllegalArgumentException("a layer of " + inputs + "x" + outputs + " is given arrays of "
                    + in.length + " and " + out.length + " numbers, expected " + inputs + " and " + stride);
        }
        Kernels.panels().forwardOne(this, in, out);
    }

    /**
     * Writes {@link DoubleMath#sigmoid} of numbers of a panel.
     *
     * @param z at least {@code n} numbers
     * @param out where the results go, from {@code at} on
     */
    public static void sigmoid(float[] z, int n, double[] out, int at) {
        Kernels.panels().sigmoid(z, n, out, at);
    }

    /** Returns how long the array for the outputs of one event must be at least. */
    public int rowLength() {
        return stride;
    }

    /** A single output beyond whole tiles has a tile of its own. */
    private static int padded(int outputs) {
        return outputs % TILE == 1 ? outputs : (outputs + TILE - 1) / TILE * TILE;
    }

    /** Returns where the weight of input {@code k} for output {@code j} stands: tile by tile, and in a tile input by input. */
    int place(int j, int k) {
        int first = j / TILE * TILE;
        int width = Math.min(TILE, bias.length - first);
        return first * inputs + k * width + j - first;
    }

    float[] weights() {
        return weights;
    }

    /** Returns what outputs are at least. */
    float floor() {
        return floor;
    }

    float[] bias() {
        return bias;
    }

    /** Returns the weights input by input, {@link #rowLength} numbers each. */
    float[] rows() {
        return rows;
    }

    float[] rowBias() {
        return rowBias;
    }
}
