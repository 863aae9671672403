package hep.winnow.neural.layer;

import java.util.Arrays;

/** A network written down as plainly as can be, in double precision, without dropout: the values of a whole batch. Numbers are flat, in the order of {@link Parameters#row}. */
final class NaiveNet {
    private final Network network;

    NaiveNet(Network network) {
        this.network = network;
    }

    static double[] flatten(Parameters p) {
        double[] out = new double[0];
        for (int i = 0; i < p.rows(); i++) {
            int at = out.length;
            out = Arrays.copyOf(out, at + p.length(i));
            for (int j = 0; j < p.length(i); j++) {
                out[at + j] = p.row(i)[j];
            }
        }
        return out;
    }

    double[][] outputs(double[] numbers, double[][] batch) {
        double[][] x = batch;
        int at = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            Shape shape = network.shape(l);
            Layer layer = network.layers().get(l);
            int size = layer.blocks(shape).stream().mapToInt(Block::size).sum();
            x = layer(layer, shape, Arrays.copyOfRange(numbers, at, at + size), x);
            at += size;
        }
        return x;
    }

    private static double[][] layer(Layer layer, Shape in, double[] w, double[][] x) {
        if (layer instanceof BatchNorm norm) {
            return normalise(norm, in, w, x);
        }
        double[][] out = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            out[i] = event(layer, in, w, x[i]);
        }
        return out;
    }

    private static double[] event(Layer layer, Shape in, double[] w, double[] x) {
        if (layer instanceof Dense dense) {
            double[] z = new double[dense.outputs()];
            for (int j = 0; j < z.length; j++) {
                z[j] = w[x.length * z.length + j];
                for (int k = 0; k < x.length; k++) {
                    z[j] += x[k] * w[k * z.length + j];
                }
                z[j] = activate(dense.activation(), z[j]);
            }
            return z;
        }
        if (layer instanceof Convolution convolution) {
            return convolve(convolution, in, w, x);
        }
        if (layer instanceof MaxPool pool) {
            return pool(pool.window(), true, in, x);
        }
        if (layer instanceof AveragePool pool) {
            return pool(pool.window(), false, in, x);
        }
        if (layer instanceof Flatten) {
            return x;
        }
        if (layer instanceof Maxout maxout) {
            int n = in.channels() / maxout.pieces();
            double[] z = new double[x.length / maxout.pieces()];
            Arrays.fill(z, Double.NEGATIVE_INFINITY);
            for (int k = 0; k < x.length; k++) {
                int j = k / in.channels() * n + k % n;
                z[j] = Math.max(z[j], x[k]);
            }
            return z;
        }
        if (layer instanceof Softmax) {
            double sum = 0;
            double[] z = new double[x.length];
            for (int j = 0; j < z.length; j++) {
                z[j] = StrictMath.exp(x[j]);
                sum += z[j];
            }
            for (int j = 0; j < z.length; j++) {
                z[j] /= sum;
            }
            return z;
        }
        throw new IllegalArgumentException(layer.text());
    }

    private static double pixel(Shape in, double[] x, int row, int column, int channel, double outside) {
        boolean isInside = row >= 0 && row < in.height() && column >= 0 && column < in.width();
        return isInside ? x[(row * in.width() + column) * in.channels() + channel] : outside;
    }

    private static double[] convolve(Convolution layer, Shape in, double[] w, double[] x) {
        Shape out = layer.output(in);
        Window window = layer.window();
        double[] z = new double[out.size()];
        int biases = window.height() * window.width() * in.channels() * layer.filters();
        for (int v = 0; v < out.height(); v++) {
            for (int u = 0; u < out.width(); u++) {
                for (int f = 0; f < layer.filters(); f++) {
                    double sum = w[biases + f];
                    int k = 0;
                    for (int dy = 0; dy < window.height(); dy++) {
                        for (int dx = 0; dx < window.width(); dx++) {
                            for (int c = 0; c < in.channels(); c++) {
                                int row = v * window.stride() - before(window, in.height(), window.height()) + dy;
                                int column = u * window.stride() - before(window, in.width(), window.width()) + dx;
                                sum += w[k++ * layer.filters() + f] * pixel(in, x, row, column, c, 0);
                            }
                        }
                    }
                    z[(v * out.width() + u) * layer.filters() + f] = activate(layer.activation(), sum);
                }
            }
        }
        return z;
    }

    /** Rows or columns of padding before the image, as TensorFlow's documentation defines SAME. */
    private static int before(Window window, int extent, int size) {
        if (window.padding() == Padding.VALID) {
            return 0;
        }
        int last = extent % window.stride() == 0 ? window.stride() : extent % window.stride();
        return Math.max(size - last, 0) / 2;
    }

    private static double[] pool(Window window, boolean isMax, Shape in, double[] x) {
        Shape out = window.places(in, in.channels());
        double[] z = new double[out.size()];
        for (int v = 0; v < out.height(); v++) {
            for (int u = 0; u < out.width(); u++) {
                for (int c = 0; c < in.channels(); c++) {
                    double max = Double.NEGATIVE_INFINITY;
                    double sum = 0;
                    int count = 0;
                    for (int dy = 0; dy < window.height(); dy++) {
                        for (int dx = 0; dx < window.width(); dx++) {
                            int row = v * window.stride() - before(window, in.height(), window.height()) + dy;
                            int column = u * window.stride() - before(window, in.width(), window.width()) + dx;
                            double value = pixel(in, x, row, column, c, Double.NaN);
                            if (!Double.isNaN(value)) {
                                max = Math.max(max, value);
                                sum += value;
                                count++;
                            }
                        }
                    }
                    z[(v * out.width() + u) * in.channels() + c] = isMax ? max : sum / count;
                }
            }
        }
        return z;
    }

    private static double[][] normalise(BatchNorm layer, Shape in, double[] w, double[][] x) {
        int channels = in.channels();
        double[][] out = new double[x.length][in.size()];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (double[] row : x) {
                for (int j = c; j < row.length; j += channels, n++) {
                    sum += row[j];
                    squares += row[j] * row[j];
                }
            }
            double mean = sum / n;
            double root = Math.sqrt(squares / n - mean * mean + 1e-5);
            for (int i = 0; i < x.length; i++) {
                for (int j = c; j < in.size(); j += channels) {
                    out[i][j] = activate(layer.activation(), w[c] * (x[i][j] - mean) / root + w[channels + c]);
                }
            }
        }
        return out;
    }

    static double activate(Activation activation, double z) {
        return switch (activation.word()) {
            case "identity" -> z;
            case "sigmoid" -> 1 / (1 + StrictMath.exp(-z));
            case "tanh" -> StrictMath.tanh(z);
            case "relu" -> Math.max(z, 0);
            case "leaky" -> z > 0 ? z : activation.parameter() * z;
            case "elu" -> z > 0 ? z : activation.parameter() * StrictMath.expm1(z);
            case "selu" -> 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * StrictMath.expm1(z));
            case "softplus" -> StrictMath.log1p(StrictMath.exp(z));
            case "swish" -> z / (1 + StrictMath.exp(-z));
            default -> throw new IllegalArgumentException(activation.word());
        };
    }
}
