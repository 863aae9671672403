package hep.winnow.kernels;

/** Dense layers on panels of events, see {@link PanelLayer}. Two implementations give the same bits. */
interface PanelKernel {
    /** Tells whether it is faster than products of rows. */
    boolean pays();

    /** Does what {@link PanelLayer#forward} tells. */
    void forward(PanelLayer layer, float[] in, float[] out);

    /** Does what {@link PanelLayer#forwardOne} tells. */
    void forwardOne(PanelLayer layer, float[] in, float[] out);

    /** Does what {@link PanelLayer#sigmoid} tells. */
    void sigmoid(float[] z, int n, double[] out, int at);
}
