package hep.winnow.neural.layer;

import hep.winnow.kernels.ActivationKernel;
import hep.winnow.kernels.PanelLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The way of a panel of events through a chain of dense layers in use, see {@link PanelLayer}: the bits of {@link ScoringPass}, faster where vectors work. The numbers of the network are copied. Buffers of one thread; nothing is allocated after
 * it is made.
 */
public final class PanelPass {
    /** Fewer events are scored faster one by one. */
    public static final int FEW = 20;

    private final List<Stage> stages;
    private final float[] input;
    private final int inputs;
    private final float[] event;
    private final float[] last;
    private final float[] sums;

    /** A layer, what is applied to its outputs besides, and where these go for a panel and for one event. */
    private record Stage(PanelLayer layer, Optional<ActivationKernel> activation, float[] out, float[] row) {}

    /** Tells whether a network can be gone through in this way: whether all its layers are dense, or nothing where it is used. */
    public static boolean isFor(Network network) {
        return network.layers().stream()
                        .allMatch(l -> l instanceof Dense || l instanceof Dropout || l instanceof GaussianNoise)
                && network.layers().stream().anyMatch(Dense.class::isInstance);
    }

    /** Makes a pass through a network that {@link #isFor} takes. */
    public PanelPass(Network network, Parameters parameters) {
        List<Stage> all = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            if (network.layers().get(l) instanceof Dense dense) {
                all.add(stage(dense, parameters, l));
            }
        }
        stages = List.copyOf(all);
        inputs = network.inputs();
        input = new float[inputs * PanelLayer.EVENTS];
        event = new float[inputs];
        last = stages.get(stages.size() - 1).out;
        sums = new float[network.outputs()];
    }

    private static Stage stage(Dense dense, Parameters parameters, int l) {
        Activation activation = dense.activation();
        boolean isRectified = activation instanceof Activation.Relu;
        PanelLayer layer =
                new PanelLayer(parameters.block(l, 0), parameters.block(l, 1).row(0), isRectified);
        return new Stage(
                layer,
                isRectified || activation instanceof Activation.Identity
                        ? Optional.empty()
                        : Optional.of(activation.kernel()),
                new float[layer.outputLength()],
                new float[layer.rowLength()]);
    }

    /** Tells whether events are scored faster in this way, now. */
    public static boolean pays() {
        return PanelLayer.pays();
    }

    /** Returns the sums of the last layer for one event, of which there may be more behind; overwritten by the next call. */
    public float[] forwardOne(float[] x, int index) {
        System.arraycopy(x, index * inputs, event, 0, inputs);
        float[] in = event;
        for (Stage stage : stages) {
            stage.layer.forwardOne(in, stage.row);
            if (stage.activation.isPresent()) {
                stage.activation.get().apply(stage.row, stage.layer.outputs());
            }
            in = stage.row;
        }
        return in;
    }

    /**
     * Computes the sums of the last layer for a panel.
     *
     * @param x events, row by row
     * @param first index of the first event
     * @param rows number of events, at most {@link PanelLayer#EVENTS}
     */
    public void forward(float[] x, int first, int rows) {
        load(x, first * inputs, rows);
        float[] in = input;
        for (Stage stage : stages) {
            stage.layer.forward(in, stage.out);
            if (stage.activation.isPresent()) {
                stage.activation.get().apply(stage.out, stage.layer.outputs() * PanelLayer.EVENTS);
            }
            in = stage.out;
        }
    }

    /** Returns the sums of an event of the panel; overwritten by the next call. */
    public float[] sums(int event) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = last[j * PanelLayer.EVENTS + event];
        }
        return sums;
    }

    /** Returns the first sum of each event of the panel; overwritten by the next call. */
    public float[] firstSums() {
        return last;
    }

    /** Turns rows to columns: eight events at a time, so that a line of the cache is written whole. */
    private void load(float[] x, int at, int rows) {
        int step = inputs;
        int whole = rows - rows % 8;
        for (int k = 0; k < inputs; k++) {
            int to = k * PanelLayer.EVENTS;
            int from = at + k;
            for (int i = 0; i < whole; i += 8) {
                input[to + i] = x[from];
                input[to + i + 1] = x[from + step];
                input[to + i + 2] = x[from + 2 * step];
                input[to + i + 3] = x[from + 3 * step];
                input[to + i + 4] = x[from + 4 * step];
                input[to + i + 5] = x[from + 5 * step];
                input[to + i + 6] = x[from + 6 * step];
                input[to + i + 7] = x[from + 7 * step];
                from += 8 * step;
            }
            for (int i = whole; i < rows; i++) {
                input[to + i] = x[from];
                from += step;
            }
            Arrays.fill(input, to + rows, to + PanelLayer.EVENTS, 0f);
        }
    }
}
