package hep.winnow.codegen;

import java.util.Map;

/** The functions of generated Java, by name. Each returns a new row. */
final class JavaFunctions {
    static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("dense", """
                    private static double[] dense(double[] x, double[] weights, double[] bias) {
                        double[] y = bias.clone();
                        for (int k = 0; k < x.length; k++) {
                            for (int j = 0; j < y.length; j++) {
                                y[j] += x[k] * weights[k * y.length + j];
                            }
                        }
                        return y;
                    }
                    """),
            Map.entry("convolution", """
                    private static double[] convolution(double[] x, double[] weights, double[] bias, int height, int width, int channels,
                            int windowHeight, int windowWidth, int stride, int top, int left, int rows, int columns) {
                        int filters = bias.length;
                        double[] y = new double[rows * columns * filters];
                        for (int place = 0; place < rows * columns; place++) {
                            System.arraycopy(bias, 0, y, place * filters, filters);
                            for (int k = 0; k < windowHeight * windowWidth; k++) {
                                int row = place / columns * stride - top + k / windowWidth;
                                int column = place % columns * stride - left + k % windowWidth;
                                if (row < 0 || row >= height || column < 0 || column >= width) {
                                    continue;
                                }
                                for (int c = 0; c < channels; c++) {
                                    double pixel = x[(row * width + column) * channels + c];
                                    for (int f = 0; f < filters; f++) {
                                        y[place * filters + f] += pixel * weights[(k * channels + c) * filters + f];
                                    }
                                }
                            }
                        }
                        return y;
                    }
                    """),
            Map.entry("maxPool", pool("maxPool", "Double.NEGATIVE_INFINITY", "y[j] = Math.max(y[j], value);", "")),
            Map.entry("meanPool", pool("meanPool", "0", "y[j] += value;", "y[j] /= count;")),
            Map.entry("sigmoid", each("sigmoid", "1 / (1 + StrictMath.exp(-z))")),
            Map.entry("hyperbolicTangent", each("hyperbolicTangent", "StrictMath.tanh(z)")),
            Map.entry("relu", each("relu", "Math.max(z, 0)")),
            Map.entry("softplus", each("softplus", "Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)))")),
            Map.entry("swish", each("swish", "z / (1 + StrictMath.exp(-z))")),
            Map.entry("root", each("root", "Math.sqrt(z)")),
            Map.entry("toFloat", each("toFloat", "(float) z")),
            Map.entry("leaky", parametrised("leaky", "z < 0 ? parameter * z : z")),
            Map.entry("elu", parametrised("elu", "z < 0 ? parameter * StrictMath.expm1(z) : z")),
            Map.entry("scale", """
                    private static double[] scale(double[] x, double[] subtract, double[] multiply, double[] add) {
                        double[] y = new double[x.length];
                        for (int j = 0; j < y.length; j++) {
                            int i = j % subtract.length;
                            y[j] = (x[j] - subtract[i]) * multiply[i] + add[i];
                        }
                        return y;
                    }
                    """),
            Map.entry("softmax", """
                    private static double[] softmax(double[] x, int group) {
                        double[] y = new double[x.length];
                        for (int first = 0; first < y.length; first += group) {
                            double greatest = x[first];
                            for (int j = first; j < first + group; j++) {
                                greatest = Math.max(greatest, x[j]);
                            }
                            double sum = 0;
                            for (int j = first; j < first + group; j++) {
                                y[j] = StrictMath.exp(x[j] - greatest);
                                sum += y[j];
                            }
                            for (int j = first; j < first + group; j++) {
                                y[j] /= sum;
                            }
                        }
                        return y;
                    }
                    """),
            Map.entry("maxout", """
                    private static double[] maxout(double[] x, int group, int pieces) {
                        int n = group / pieces;
                        double[] y = new double[x.length / pieces];
                        for (int j = 0; j < y.length; j++) {
                            int first = j / n * group + j % n;
                            y[j] = x[first];
                            for (int k = 1; k < pieces; k++) {
                                y[j] = Math.max(y[j], x[first + k * n]);
                            }
                        }
                        return y;
                    }
                    """),
            Map.entry("sorted", """
                    private static double[] sorted(double[] x) {
                        double[] y = x.clone();
                        java.util.Arrays.sort(y);
                        return y;
                    }
                    """),
            Map.entry("select", """
                    private static double[] select(double[] x, int[] columns) {
                        double[] y = new double[columns.length];
                        for (int j = 0; j < y.length; j++) {
                            y[j] = x[columns[j]];
                        }
                        return y;
                    }
                    """),
            Map.entry("join", """
                    private static double[] join(double[]... parts) {
                        double[] y = new double[0];
                        for (double[] part : parts) {
                            int from = y.length;
                            y = java.util.Arrays.copyOf(y, from + part.length);
                            System.arraycopy(part, 0, y, from, part.length);
                        }
                        return y;
                    }
                    """),
            Map.entry("sum", both("sum", "+")),
            Map.entry("difference", both("difference", "-")),
            Map.entry("product", both("product", "*")),
            Map.entry("interpolate", """
                    private static double[] interpolate(double[] x, int[] starts, double[] from, double[] to) {
                        double[] y = new double[x.length];
                        for (int j = 0; j < y.length; j++) {
                            int low = starts[j];
                            int high = starts[j + 1] - 1;
                            double v = x[j] < from[low] ? from[low] : x[j] > from[high] ? from[high] : x[j];
                            while (high - low > 1) {
                                int middle = (low + high) / 2;
                                if (v >= from[middle]) {
                                    low = middle;
                                } else {
                                    high = middle;
                                }
                            }
                            double share = low == high ? 0 * v : (v - from[low]) / (from[high] - from[low]);
                            y[j] = to[low] + share * (to[high] - to[low]);
                        }
                        return y;
                    }
                    """),
            Map.entry("fill", """
                    private static double[] fill(double[] x, double[] values) {
                        double[] y = new double[x.length];
                        for (int j = 0; j < y.length; j++) {
                            y[j] = Double.isNaN(x[j]) ? values[j] : x[j];
                        }
                        return y;
                    }
                    """),
            Map.entry("fillSentinels", """
                    private static double[] fillSentinels(double[] x, double[] values, int[] starts, double[] sentinels) {
                        double[] y = new double[x.length];
                        for (int j = 0; j < y.length; j++) {
                            boolean isMissing = Double.isNaN(x[j]);
                            for (int s = starts[j]; s < starts[j + 1]; s++) {
                                isMissing |= x[j] == sentinels[s];
                            }
                            y[j] = isMissing ? values[j] : x[j];
                        }
                        return y;
                    }
                    """),
            Map.entry("whereFinite", """
                    private static double[] whereFinite(double[] x, double[]... tested) {
                        boolean isFinite = true;
                        for (double[] values : tested) {
                            for (double value : values) {
                                isFinite &= Double.isFinite(value);
                            }
                        }
                        double[] y = x.clone();
                        if (!isFinite) {
                            java.util.Arrays.fill(y, Double.NaN);
                        }
                        return y;
                    }
                    """));

    private JavaFunctions() {}

    private static String each(String name, String value) {
        return """
                private static double[] NAME(double[] x) {
                    double[] y = new double[x.length];
                    for (int j = 0; j < y.length; j++) {
                        double z = x[j];
                        y[j] = VALUE;
                    }
                    return y;
                }
                """.replace("NAME", name).replace("VALUE", value);
    }

    private static String parametrised(String name, String value) {
        return each(name, value).replace("(double[] x)", "(double[] x, double parameter)");
    }

    private static String both(String name, String operator) {
        return """
                private static double[] NAME(double[] a, double[] b) {
                    double[] y = new double[a.length];
                    for (int j = 0; j < y.length; j++) {
                        y[j] = a[j] OPERATOR b[j];
                    }
                    return y;
                }
                """.replace("NAME", name).replace("OPERATOR", operator);
    }

    private static String pool(String name, String start, String step, String end) {
        return """
                private static double[] NAME(double[] x, int height, int width, int channels,
                        int windowHeight, int windowWidth, int stride, int top, int left, int rows, int columns) {
                    double[] y = new double[rows * columns * channels];
                    for (int j = 0; j < y.length; j++) {
                        int place = j / channels;
                        int count = 0;
                        y[j] = START;
                        for (int k = 0; k < windowHeight * windowWidth; k++) {
                            int row = place / columns * stride - top + k / windowWidth;
                            int column = place % columns * stride - left + k % windowWidth;
                            if (row >= 0 && row < height && column >= 0 && column < width) {
                                double value = x[(row * width + column) * channels + j % channels];
                                STEP
                                count++;
                            }
                        }
                        END
                    }
                    return y;
                }
                """.replace("NAME", name)
                .replace("START", start)
                .replace("STEP", step)
                .replace("END", end)
                .replaceAll("(?m)^ *\n", "");
    }
}
