package hep.winnow.codegen;

import java.util.Map;

/** The functions of generated C++, by name. Each returns a new row of {@code N} numbers. */
final class CppFunctions {
    static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("dense", """
                    template <std::size_t N, class X, class W, class B>
                    inline Row<N> dense(const X& x, const W& weights, const B& bias) {
                        Row<N> y{};
                        for (std::size_t j = 0; j < N; j++) y[j] = bias[j];
                        for (std::size_t k = 0; k < x.size(); k++)
                            for (std::size_t j = 0; j < N; j++) y[j] += x[k] * weights[k * N + j];
                        return y;
                    }
                    """),
            Map.entry("convolution", """
                    template <std::size_t N, class X, class W, class B>
                    inline Row<N> convolution(const X& x, const W& weights, const B& bias, int height, int width, int channels,
                            int window_height, int window_width, int stride, int top, int left, int rows, int columns) {
                        Row<N> y{};
                        const int filters = static_cast<int>(N) / (rows * columns);
                        for (int place = 0; place < rows * columns; place++) {
                            for (int f = 0; f < filters; f++) y[place * filters + f] = bias[f];
                            for (int k = 0; k < window_height * window_width; k++) {
                                const int row = place / columns * stride - top + k / window_width;
                                const int column = place % columns * stride - left + k % window_width;
                                if (row < 0 || row >= height || column < 0 || column >= width) continue;
                                for (int c = 0; c < channels; c++) {
                                    const double pixel = x[(row * width + column) * channels + c];
                                    for (int f = 0; f < filters; f++)
                                        y[place * filters + f] += pixel * weights[(k * channels + c) * filters + f];
                                }
                            }
                        }
                        return y;
                    }
                    """),
            Map.entry(
                    "maxPool",
                    pool("maxPool", "-std::numeric_limits<double>::infinity()", "if (value > y[j]) y[j] = value;", "")),
            Map.entry("meanPool", pool("meanPool", "0", "y[j] += value;", "y[j] /= count;")),
            Map.entry("sigmoid", each("sigmoid", "1 / (1 + std::exp(-z))")),
            Map.entry("hyperbolicTangent", each("hyperbolicTangent", "std::tanh(z)")),
            Map.entry("relu", each("relu", "z < 0 ? 0 : z")),
            Map.entry("softplus", each("softplus", "(z > 0 ? z : 0) + std::log1p(std::exp(-std::fabs(z)))")),
            Map.entry("swish", each("swish", "z / (1 + std::exp(-z))")),
            Map.entry("root", each("root", "std::sqrt(z)")),
            Map.entry("toFloat", each("toFloat", "to_float(z)")),
            Map.entry("leaky", parametrised("leaky", "z < 0 ? parameter * z : z")),
            Map.entry("elu", parametrised("elu", "z < 0 ? parameter * std::expm1(z) : z")),
            Map.entry("scale", """
                    template <std::size_t N, class X, std::size_t P, class S, class M, class A>
                    inline Row<N> scale(const X& x, const S (&subtract)[P], const M (&multiply)[P], const A (&add)[P]) {
                        Row<N> y{};
                        for (std::size_t j = 0; j < N; j++)
                            y[j] = (x[j] - subtract[j % P]) * multiply[j % P] + add[j % P];
                        return y;
                    }
                    """),
            Map.entry("softmax", """
                    template <std::size_t N, class X>
                    inline Row<N> softmax(const X& x, std::size_t group) {
                        Row<N> y{};
                        for (std::size_t first = 0; first < N; first += group) {
                            double greatest = x[first];
                            for (std::size_t j = first; j < first + group; j++) greatest = x[j] > greatest ? x[j] : greatest;
                            double sum = 0;
                            for (std::size_t j = first; j < first + group; j++) sum += y[j] = std::exp(x[j] - greatest);
                            for (std::size_t j = first; j < first + group; j++) y[j] /= sum;
                        }
                        return y;
                    }
                    """),
            Map.entry("maxout", """
                    template <std::size_t N, class X>
                    inline Row<N> maxout(const X& x, std::size_t group, std::size_t pieces) {
                        Row<N> y{};
                        const std::size_t n = group / pieces;
                        for (std::size_t j = 0; j < N; j++) {
                            const std::size_t first = j / n * group + j % n;
                            y[j] = x[first];
                            for (std::size_t k = 1; k < pieces; k++) y[j] = x[first + k * n] > y[j] ? x[first + k * n] : y[j];
                        }
                        return y;
                    }
                    """),
            Map.entry("sorted", """
                    template <std::size_t N, class X>
                    inline Row<N> sorted(const X& x) {
                        Row<N> y = x;
                        for (const double v : y)
                            if (v != v) return y;
                        std::sort(y.begin(), y.end());
                        return y;
                    }
                    """),
            Map.entry("select", """
                    template <std::size_t N, class X>
                    inline Row<N> select(const X& x, const int (&columns)[N]) {
                        Row<N> y{};
                        for (std::size_t j = 0; j < N; j++) y[j] = x[columns[j]];
                        return y;
                    }
                    """),
            Map.entry("join", """
                    template <std::size_t N, class... X>
                    inline Row<N> join(const X&... parts) {
                        Row<N> y{};
                        std::size_t at = 0;
                        const auto append = [&](const auto& part) {
                            for (const double v : part) y[at++] = v;
                        };
                        (append(parts), ...);
                        return y;
                    }
                    """),
            Map.entry("sum", both("sum", "+")),
            Map.entry("difference", both("difference", "-")),
            Map.entry("product", both("product", "*")),
            Map.entry("interpolate", """
                    template <std::size_t N, class X, class F, class T>
                    inline Row<N> interpolate(const X& x, const int (&starts)[N + 1], const F& from, const T& to) {
                        Row<N> y{};
                        for (std::size_t j = 0; j < N; j++) {
                            int low = starts[j];
                            int high = starts[j + 1] - 1;
                            const double v = x[j] < from[low] ? from[low] : x[j] > from[high] ? from[high] : x[j];
                            while (high - low > 1) {
                                const int middle = (low + high) / 2;
                                if (v >= from[middle]) low = middle; else high = middle;
                            }
                            const double share = low == high ? 0 * v : (v - from[low]) / (from[high] - from[low]);
                            y[j] = to[low] + share * (to[high] - to[low]);
                        }
                        return y;
                    }
                    """),
            Map.entry("fill", """
                    template <std::size_t N, class X, class V>
                    inline Row<N> fill(const X& x, const V& values) {
                        Row<N> y{};
                        for (std::size_t j = 0; j < N; j++) y[j] = x[j] != x[j] ? values[j] : x[j];
                        return y;
                    }
                    """),
            Map.entry("fillSentinels", """
                    template <std::size_t N, class X, class V, class S>
                    inline Row<N> fillSentinels(const X& x, const V& values, const int (&starts)[N + 1], const S& sentinels) {
                        Row<N> y{};
                        for (std::size_t j = 0; j < N; j++) {
                            bool is_missing = x[j] != x[j];
                            for (int s = starts[j]; s < starts[j + 1]; s++) is_missing = is_missing || x[j] == sentinels[s];
                            y[j] = is_missing ? values[j] : x[j];
                        }
                        return y;
                    }
                    """),
            Map.entry("whereFinite", """
                    template <std::size_t N, class X, class... T>
                    inline Row<N> whereFinite(const X& x, const T&... tested) {
                        bool is_finite = true;
                        const auto test = [&](const auto& values) {
                            for (const double v : values) is_finite = is_finite && std::isfinite(v);
                        };
                        (test(tested), ...);
                        Row<N> y = x;
                        if (!is_finite) y.fill(std::numeric_limits<double>::quiet_NaN());
                        return y;
                    }
                    """));

    private CppFunctions() {}

    private static String each(String name, String value) {
        return """
                template <std::size_t N, class X>
                inline Row<N> NAME(const X& x) {
                    Row<N> y{};
                    for (std::size_t j = 0; j < N; j++) {
                        const double z = x[j];
                        y[j] = VALUE;
                    }
                    return y;
                }
                """.replace("NAME", name).replace("VALUE", value);
    }

    private static String parametrised(String name, String value) {
        return each(name, value).replace("(const X& x)", "(const X& x, double parameter)");
    }

    private static String both(String name, String operator) {
        return """
                template <std::size_t N, class A, class B>
                inline Row<N> NAME(const A& a, const B& b) {
                    Row<N> y{};
                    for (std::size_t j = 0; j < N; j++) y[j] = a[j] OPERATOR b[j];
                    return y;
                }
                """.replace("NAME", name).replace("OPERATOR", operator);
    }

    private static String pool(String name, String start, String step, String end) {
        return """
                template <std::size_t N, class X>
                inline Row<N> NAME(const X& x, int height, int width, int channels, int window_height, int window_width,
                        int stride, int top, int left, int, int columns) {
                    Row<N> y{};
                    for (int j = 0; j < static_cast<int>(N); j++) {
                        const int place = j / channels;
                        int count = 0;
                        y[j] = START;
                        for (int k = 0; k < window_height * window_width; k++) {
                            const int row = place / columns * stride - top + k / window_width;
                            const int column = place % columns * stride - left + k % window_width;
                            if (row < 0 || row >= height || column < 0 || column >= width) continue;
                            const double value = x[(row * width + column) * channels + j % channels];
                            STEP
                            count++;
                        }
                        END
                    }
                    return y;
                }
                """.replace("NAME", name)
                .replace("START", start)
                .replace("STEP", step)
                .replace("END", end.isEmpty() ? "static_cast<void>(count);" : end);
    }
}
