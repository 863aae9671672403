package hep.winnow.kernels;

/** Panels by tiles of {@link PanelTiles}. */
final class VectorPanels implements PanelKernel {
    private static final int L = Lanes.COUNT;
    /** Vectors beside each other in a tile: 4 where there are 32 registers, 2 where there are 16. */
    private static final int WIDTH = L == 8 ? 2 : 4;

    private final Rectifiers rectifiers = new VectorRectifiers();

    @Override
    public boolean pays() {
        return true;
    }

    @Override
    public void forwardOne(PanelLayer layer, float[] in, float[] out) {
        float[] w = layer.rows();
        float[] bias = layer.rowBias();
        int stride = layer.rowLength();
        int depth = layer.inputs();
        float floor = layer.floor();
        if (stride < L) {
            PanelTiles.one(w, depth, bias, floor, in, out);
            return;
        }
        int j = 0;
        for (; j + 4 * L <= stride; j += 4 * L) {
            PanelTiles.row4(w, stride, j, depth, bias, floor, in, out);
        }
        for (; j < stride; j += L) {
            PanelTiles.row1(w, stride, j, depth, bias, floor, in, out);
        }
        rectify(floor, out, stride);
    }

    @Override
    public void forward(PanelLayer layer, float[] in, float[] out) {
        float[] w = layer.weights();
        float[] bias = layer.bias();
        int depth = layer.inputs();
        float floor = layer.floor();
        for (int i = 0; i < PanelLayer.EVENTS; i += WIDTH * L) {
            int j = 0;
            for (; j + PanelLayer.TILE <= bias.length; j += PanelLayer.TILE) {
                if (WIDTH == 4) {
                    PanelTiles.tile4x4(w, j, depth, bias, floor, in, i, out);
                } else {
                    PanelTiles.tile4x2(w, j, depth, bias, floor, in, i, out);
                }
            }
            if (j < bias.length) {
                if (WIDTH == 4) {
                    PanelTiles.tile1x4(w, j, depth, bias, floor, in, i, out);
                } else {
                    PanelTiles.tile1x2(w, j, depth, bias, floor, in, i, out);
                }
            }
        }
        rectify(floor, out, layer.outputs() * PanelLayer.EVENTS);
    }

    /** Does what tiles have not done. */
    private void rectify(float floor, float[] out, int n) {
        if (!PanelTiles.RECTIFIES && floor == 0) {
            rectifiers.relu(out, n);
        }
    }

    @Override
    public void sigmoid(float[] z, int n, double[] out, int at) {
        for (int i = 0; i < n; i++) {
            out[at + i] = z[i];
        }
        VectorDoubles.sigmoid(out, at, at + n);
    }
}
