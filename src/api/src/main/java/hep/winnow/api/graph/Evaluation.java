package hep.winnow.api.graph;

import java.util.Arrays;
import java.util.List;

/** Carries out a graph for one event. */
final class Evaluation {
    private final List<double[]> arguments;
    private final Graph.Node node;

    private Evaluation(Graph.Node node, List<double[]> arguments) {
        this.node = node;
        this.arguments = arguments;
    }

    static double[] of(Graph graph, double[] inputs) {
        List<Graph.Node> nodes = graph.nodes();
        Fit.length("an event", inputs.length, graph.inputs());
        double[][] values = new double[nodes.size()][];
        values[0] = rounded(inputs, nodes.get(0).precision());
        for (int i = 1; i < values.length; i++) {
            Graph.Node node = nodes.get(i);
            boolean keeps = node.operation() instanceof Operation.WhereFinite;
            List<double[]> arguments = node.arguments().stream()
                    .map(a -> keeps ? values[a] : rounded(values[a], node.precision()))
                    .toList();
            values[i] = rounded(new Evaluation(node, arguments).made(), node.precision());
        }
        return values[values.length - 1];
    }

    private static double[] rounded(double[] values, Precision precision) {
        return Arrays.stream(values).map(precision::round).toArray();
    }

    private double[] made() {
        double[] x = arguments.get(0);
        Operation operation = node.operation();
        if (operation instanceof Operation.Dense dense) {
            return dense(dense, x);
        }
        if (operation instanceof Operation.Convolution convolution) {
            return convolution(convolution, x);
        }
        if (operation instanceof Operation.Pool pool) {
            return pool(pool, x);
        }
        if (operation instanceof Operation.Apply apply) {
            return Arrays.stream(x)
                    .map(z -> apply.function().of(z, node.precision().round(apply.parameter())))
                    .toArray();
        }
        if (operation instanceof Operation.Scale scale) {
            return scale(scale, x);
        }
        if (operation instanceof Operation.Softmax softmax) {
            return softmax(softmax.group(), x);
        }
        if (operation instanceof Operation.Maxout maxout) {
            return maxout(maxout, x);
        }
        if (operation instanceof Operation.Interpolate interpolate) {
            return interpolate(interpolate, x);
        }
        return rest(operation, x);
    }

    private double[] rest(Operation operation, double[] x) {
        double[] y = arguments.get(arguments.size() - 1);
        double[] out = new double[node.width()];
        if (operation instanceof Operation.Sort) {
            System.arraycopy(x, 0, out, 0, out.length);
            Arrays.sort(out);
        } else if (operation instanceof Operation.Select select) {
            Arrays.setAll(out, j -> x[select.columns()[j]]);
        } else if (operation instanceof Operation.Join) {
            return arguments.stream().flatMapToDouble(Arrays::stream).toArray();
        } else if (operation instanceof Operation.Add) {
            Arrays.setAll(out, j -> x[j] + y[j]);
        } else if (operation instanceof Operation.Subtract) {
            Arrays.setAll(out, j -> x[j] - y[j]);
        } else if (operation instanceof Operation.Multiply) {
            Arrays.setAll(out, j -> x[j] * y[j]);
        } else if (operation instanceof Operation.Fill fill) {
            Arrays.setAll(out, j -> isMissing(x[j], fill.sentinels().get(j)) ? fill.fill()[j] : x[j]);
        } else if (operation instanceof Operation.WhereFinite) {
            boolean isFinite = arguments.subList(1, arguments.size()).stream()
                    .flatMapToDouble(Arrays::stream)
                    .allMatch(Double::isFinite);
            Arrays.setAll(out, j -> isFinite ? x[j] : Double.NaN);
        } else {
            System.arraycopy(x, 0, out, 0, out.length);
        }
        return out;
    }

    private boolean isMissing(double x, double[] sentinels) {
        return Double.isNaN(x)
                || Arrays.stream(sentinels).anyMatch(s -> node.precision().round(s) == x);
    }

    private static double[] dense(Operation.Dense dense, double[] x) {
        double[] out = dense.bias().clone();
        for (int k = 0; k < x.length; k++) {
            for (int j = 0; j < out.length; j++) {
                out[j] += x[k] * dense.weights()[k * out.length + j];
            }
        }
        return out;
    }

    private double[] convolution(Operation.Convolution op, double[] x) {
        double[] out = new double[node.width()];
        Window w = op.window();
        for (int place = 0; place < w.rows() * w.columns(); place++) {
            System.arraycopy(op.bias(), 0, out, place * op.filters(), op.filters());
            for (int dy = 0; dy < w.height(); dy++) {
                for (int dx = 0; dx < w.width(); dx++) {
                    int pixel = pixel(op.image(), w, place, dy, dx);
                    for (int c = 0; pixel >= 0 && c < op.image().channels(); c++) {
                        int row = ((dy * w.width() + dx) * op.image().channels() + c) * op.filters();
                        for (int f = 0; f < op.filters(); f++) {
                            out[place * op.filters() + f] += x[pixel + c] * op.weights()[row + f];
                        }
                    }
                }
            }
        }
        return out;
    }

    /** Returns the index of the first number of a pixel that a window sees; -1 for padding. */
    private static int pixel(Image image, Window w, int place, int dy, int dx) {
        int y = place / w.columns() * w.stride() - w.top() + dy;
        int x = place % w.columns() * w.stride() - w.left() + dx;
        boolean isInside = y >= 0 && y < image.height() && x >= 0 && x < image.width();
        return isInside ? (y * image.width() + x) * image.channels() : -1;
    }

    private double[] pool(Operation.Pool op, double[] x) {
        double[] out = new double[node.width()];
        Window w = op.window();
        int channels = op.image().channels();
        for (int j = 0; j < out.length; j++) {
            double best = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int count = 0;
            for (int k = 0; k < w.height() * w.width(); k++) {
                int pixel = pixel(op.image(), w, j / channels, k / w.width(), k % w.width());
                if (pixel >= 0) {
                    double value = x[pixel + j % channels];
                    best = Math.max(best, value);
                    sum += value;
                    count++;
                }
            }
            out[j] = op.isMaximum() ? best : sum / count;
        }
        return out;
    }

    private double[] scale(Operation.Scale op, double[] x) {
        double[] out = new double[x.length];
        int n = op.subtract().length;
        Precision p = node.precision();
        for (int j = 0; j < out.length; j++) {
            int i = j % n;
            out[j] = (x[j] - p.round(op.subtract()[i])) * p.round(op.multiply()[i]) + p.round(op.add()[i]);
        }
        return out;
    }

    private static double[] softmax(int group, double[] x) {
        double[] out = new double[x.length];
        for (int first = 0; first < x.length; first += group) {
            double greatest = Arrays.stream(x, first, first + group).max().orElseThrow();
            double sum = 0;
            for (int j = first; j < first + group; j++) {
                out[j] = StrictMath.exp(x[j] - greatest);
                sum += out[j];
            }
            for (int j = first; j < first + group; j++) {
                out[j] /= sum;
            }
        }
        return out;
    }

    private double[] maxout(Operation.Maxout op, double[] x) {
        double[] out = new double[node.width()];
        int n = op.group() / op.pieces();
        for (int j = 0; j < out.length; j++) {
            int first = j / n * op.group() + j % n;
            out[j] = x[first];
            for (int k = 1; k < op.pieces(); k++) {
                out[j] = Math.max(out[j], x[first + k * n]);
            }
        }
        return out;
    }

    private static double[] interpolate(Operation.Interpolate op, double[] x) {
        double[] out = new double[x.length];
        for (int f = 0; f < out.length; f++) {
            out[f] = at(op.from()[f], op.to()[f], x[f]);
        }
        return out;
    }

    private static double at(double[] from, double[] to, double x) {
        int last = from.length - 1;
        if (Double.isNaN(x) || x >= from[last]) {
            return Double.isNaN(x) ? x : to[last];
        }
        int k = 0;
        while (k < last && x >= from[k + 1]) {
            k++;
        }
        double share = x <= from[0] ? 0 : (x - from[k]) / (from[k + 1] - from[k]);
        return Math.min(to[k + (k < last ? 1 : 0)], to[k] + share * (to[k + (k < last ? 1 : 0)] - to[k]));
    }
}
