package hep.winnow.kernels;

/** Panels by plain loops until those by vectors are warm; see {@link SwitchingProducts}. Safe for several threads. */
final class SwitchingPanels implements PanelKernel {
    /** Inputs and outputs from which on a layer tells something about the rate. */
    private static final int TELLING = 16;

    private static final long ONE_SECOND = 1_000_000_000;

    private final Twins twins;
    private final PanelKernel plain;
    private final PanelKernel byVector;
    private final RateWatch watch;

    SwitchingPanels(Twins twins, PanelKernel plain, PanelKernel byVector) {
        this.twins = twins;
        this.plain = plain;
        this.byVector = byVector;
        this.watch = new RateWatch(twins, ONE_SECOND);
    }

    @Override
    public boolean pays() {
        return twins.isReady(Part.PANELS.bit());
    }

    @Override
    public void forward(PanelLayer layer, float[] in, float[] out) {
        if (!pays()) {
            plain.forward(layer, in, out);
            return;
        }
        if (layer.inputs() < TELLING || layer.outputs() < TELLING || !watch.isDue()) {
            byVector.forward(layer, in, out);
            return;
        }
        long start = System.nanoTime();
        byVector.forward(layer, in, out);
        watch.look(start, 2.0 * layer.inputs() * layer.outputs() * PanelLayer.EVENTS);
    }

    @Override
    public void forwardOne(PanelLayer layer, float[] in, float[] out) {
        (pays() ? byVector : plain).forwardOne(layer, in, out);
    }

    @Override
    public void sigmoid(float[] z, int n, double[] out, int at) {
        (pays() ? byVector : plain).sigmoid(z, n, out, at);
    }
}
