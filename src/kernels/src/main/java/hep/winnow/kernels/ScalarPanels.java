package hep.winnow.kernels;

import java.util.Arrays;

/** Panels in plain loops, output by output. */
final class ScalarPanels implements PanelKernel {
    @Override
    public boolean pays() {
        return false;
    }

    @Override
    public void forward(PanelLayer layer, float[] in, float[] out) {
        float[] sums = new float[PanelLayer.EVENTS];
        for (int j = 0; j < layer.outputs(); j++) {
            Arrays.fill(sums, layer.bias()[j]);
            for (int k = 0; k < layer.inputs(); k++) {
                float w = layer.weights()[layer.place(j, k)];
                int row = k * PanelLayer.EVENTS;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] = Math.fma(w, in[row + i], sums[i]);
                }
            }
            for (int i = 0; i < sums.length; i++) {
                out[j * PanelLayer.EVENTS + i] = Math.max(sums[i], layer.floor());
            }
        }
    }

    @Override
    public void forwardOne(PanelLayer layer, float[] in, float[] out) {
        int stride = layer.rowLength();
        for (int j = 0; j < layer.outputs(); j++) {
            float sum = layer.rowBias()[j];
            for (int k = 0; k < layer.inputs(); k++) {
                sum = Math.fma(in[k], layer.rows()[k * stride + j], sum);
            }
            out[j] = Math.max(sum, layer.floor());
        }
    }

    @Override
    public void sigmoid(float[] z, int n, double[] out, int at) {
        for (int i = 0; i < n; i++) {
            out[at + i] = DoubleMath.sigmoid(z[i]);
        }
    }
}
