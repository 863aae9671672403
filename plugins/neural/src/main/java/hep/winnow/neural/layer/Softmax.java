package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMath;
import hep.winnow.kernels.FloatMatrix;

/** Outputs e^x_j / Σ e^x_m over the channels, of each pixel for itself. */
public record Softmax() implements Layer {
    @Override
    public String text() {
        return "softmax";
    }

    @Override
    public LayerPass pass(Site site) {
        return new SoftmaxPass(site);
    }

    private static final class SoftmaxPass extends LayerPass {
        private final int channels;
        private final FloatMatrix output;
        private final FloatMatrix handedOn;

        SoftmaxPass(Site site) {
            super(site);
            channels = site.input().channels();
            output = new FloatMatrix(site.capacity(), site.input().size());
            handedOn = new FloatMatrix(site.trainingCapacity(), site.input().size());
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            for (int i = 0; i < rows; i++) {
                for (int first = 0; first < output.columns(); first += channels) {
                    normalise(input.row(i), output.row(i), first);
                }
            }
            return output;
        }

        private void normalise(float[] x, float[] out, int first) {
            float max = x[first];
            for (int j = first + 1; j < first + channels; j++) {
                max = Math.max(max, x[j]);
            }
            float sum = 0;
            for (int j = first; j < first + channels; j++) {
                out[j] = FloatMath.exp(x[j] - max);
                sum += out[j];
            }
            for (int j = first; j < first + channels; j++) {
                out[j] /= sum;
            }
        }

        @Override
        FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random) {
            score(p, input, rows);
            handedOn.set(output, rows);
            return handedOn;
        }

        @Override
        FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient) {
            for (int i = 0; i < rows; i++) {
                float[] d = delta.row(i);
                float[] y = output.row(i);
                for (int first = 0; first < output.columns(); first += channels) {
                    float mean = 0;
                    for (int j = first; j < first + channels; j++) {
                        mean = Math.fma(d[j], y[j], mean);
                    }
                    for (int j = first; j < first + channels; j++) {
                        d[j] = y[j] * (d[j] - mean);
                    }
                }
            }
            return delta;
        }
    }
}
