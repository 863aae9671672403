package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * Batch normalisation (Ioffe and Szegedy 2015): a(gain·(x - mean)/√(variance + {@value #EPS}) + bias), for each channel over all events and pixels of the batch; each event counts the same, whatever its weight, as negative weights may
 * leave no variance. In use the running mean and variance take their place: after each batch they go the part {@value #MOMENTUM} towards those of the batch (the variance with N - 1), less for a batch that is smaller than usual. Numbers as
 * in PyTorch. Blocks: gains, biases, means, variances.
 *
 * @param activation a, element by element
 */
public record BatchNorm(Activation activation) implements Layer {
    static final double EPS = 1e-5;
    static final double MOMENTUM = 0.1;

    public BatchNorm {
        Activation.requireElementwise(activation);
    }

    @Override
    public List<Block> blocks(Shape input) {
        int n = input.channels();
        return List.of(
                new Block("gains", Block.Kind.OFFSETS, 1, n, 1),
                Block.biases(n),
                new Block("means", Block.Kind.STATISTICS, 1, n, 0),
                new Block("variances", Block.Kind.STATISTICS, 1, n, 1));
    }

    @Override
    public String text() {
        return "batch_norm(" + activation.text() + ")";
    }

    @Override
    public LayerPass pass(Site site) {
        return new BatchNormPass(this, site);
    }

    private static final class BatchNormPass extends LayerPass {
        private final int channels;
        private final ActivationPass activation;
        private final FloatMatrix output;
        private final FloatMatrix normal;
        private final FloatMatrix below;
        private final float[] factor;
        private final float[] shift;
        /** Of this shard, then of the batch. */
        private final Moments moments;
        /** Sums over this shard, then over the batch, of the gradient and of its products with the normal inputs. */
        private final double[] deltaSums;

        private final double[] productSums;

        BatchNormPass(BatchNorm layer, Site site) {
            super(site);
            int size = site.input().size();
            channels = site.input().channels();
            activation = new ActivationPass(layer.activation, size, site.trainingCapacity());
            output = new FloatMatrix(site.capacity(), size);
            normal = new FloatMatrix(site.trainingCapacity(), size);
            below = new FloatMatrix(site.gradientCapacity(), size);
            factor = new float[channels];
            shift = new float[channels];
            moments = new Moments(channels);
            deltaSums = new double[channels];
            productSums = new double[channels];
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            int l = site().layer();
            float[] means = p.block(l, 2).row(0);
            float[] variances = p.block(l, 3).row(0);
            for (int c = 0; c < channels; c++) {
                double f = p.block(l, 0).row(0)[c] / Math.sqrt(variances[c] + EPS);
                factor[c] = (float) f;
                shift[c] = (float) (p.block(l, 1).row(0)[c] - f * means[c]);
            }
            for (int i = 0; i < rows; i++) {
                scale(input.row(i), output.row(i));
            }
            activation.apply(output, rows);
            return output;
        }

        /** out = factor·x + shift, channel by channel. */
        private void scale(float[] x, float[] out) {
            for (int first = 0; first < output.columns(); first += channels) {
                for (int c = 0; c < channels; c++) {
                    out[first + c] = Math.fma(factor[c], x[first + c], shift[c]);
                }
            }
        }

        @Override
        void gather(FloatMatrix input, int rows) {
            moments.of(input, rows);
        }

        @Override
        void share(List<LayerPass> shards) {
            for (int s = 1; s < shards.size(); s++) {
                moments.merge(((BatchNormPass) shards.get(s)).moments);
            }
            for (int s = 1; s < shards.size(); s++) {
                ((BatchNormPass) shards.get(s)).moments.set(moments);
            }
        }

        @Override
        void remember(Parameters p, double part) {
            float[] means = p.block(site().layer(), 2).row(0);
            float[] variances = p.block(site().layer(), 3).row(0);
            double step = MOMENTUM * part;
            for (int c = 0; c < channels; c++) {
                means[c] = (float) (means[c] + step * (moments.mean(c) - means[c]));
                variances[c] = (float) (variances[c] + step * (moments.sampleVariance(c) - variances[c]));
            }
        }

        @Override
        FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random) {
            for (int c = 0; c < channels; c++) {
                double f = 1 / Math.sqrt(moments.variance(c) + EPS);
                factor[c] = (float) f;
                shift[c] = (float) (-f * moments.mean(c));
            }
            for (int i = 0; i < rows; i++) {
                scale(input.row(i), normal.row(i));
            }
            System.arraycopy(p.block(site().layer(), 0).row(0), 0, factor, 0, channels);
            System.arraycopy(p.block(site().layer(), 1).row(0), 0, shift, 0, channels);
            for (int i = 0; i < rows; i++) {
                scale(normal.row(i), output.row(i));
            }
            activation.applyWithSlopes(output, rows);
            return output;
        }

        @Override
        void gatherDelta(FloatMatrix delta, int rows) {
            activation.multiplySlopes(delta, output, rows);
            Arrays.fill(deltaSums, 0);
            Arrays.fill(productSums, 0);
            for (int i = 0; i < rows; i++) {
                float[] d = delta.row(i);
                float[] x = normal.row(i);
                for (int first = 0; first < output.columns(); first += channels) {
                    for (int c = 0; c < channels; c++) {
                        deltaSums[c] += d[first + c];
                        productSums[c] += (double) d[first + c] * x[first + c];
                    }
                }
            }
        }

        @Override
        void shareDelta(List<LayerPass> shards) {
            for (int s = 1; s < shards.size(); s++) {
                BatchNormPass other = (BatchNormPass) shards.get(s);
                for (int c = 0; c < channels; c++) {
                    deltaSums[c] += other.deltaSums[c];
                    productSums[c] += other.productSums[c];
                }
            }
            for (int s = 1; s < shards.size(); s++) {
                BatchNormPass other = (BatchNormPass) shards.get(s);
                System.arraycopy(deltaSums, 0, other.deltaSums, 0, channels);
                System.arraycopy(productSums, 0, other.productSums, 0, channels);
            }
        }

        /** Each shard writes an equal part of the batch's gradient, whose sum it is. */
        @Override
        FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient) {
            int l = site().layer();
            double n = moments.count();
            int pixels = output.columns() / channels;
            double part = rows * pixels / n;
            for (int c = 0; c < channels; c++) {
                gradient.block(l, 0).row(0)[c] = (float) (part * productSums[c]);
                gradient.block(l, 1).row(0)[c] = (float) (part * deltaSums[c]);
            }
            if (below.rows() > 0) {
                for (int c = 0; c < channels; c++) {
                    double f = p.block(l, 0).row(0)[c] / Math.sqrt(moments.variance(c) + EPS);
                    factor[c] = (float) f;
                    shift[c] = (float) (-f * deltaSums[c] / n);
                    productSums[c] *= -f / n;
                }
                for (int i = 0; i < rows; i++) {
                    scale(delta.row(i), below.row(i));
                    addNormal(normal.row(i), below.row(i));
                }
            }
            return below;
        }

        private void addNormal(float[] x, float[] out) {
            for (int first = 0; first < output.columns(); first += channels) {
                for (int c = 0; c < channels; c++) {
                    out[first + c] = Math.fma((float) productSums[c], x[first + c], out[first + c]);
                }
            }
        }
    }
}
