package hep.winnow.core.expr.function;

import static hep.winnow.core.expr.function.BuiltIn.open;
import static hep.winnow.core.expr.function.BuiltIn.ternary;
import static hep.winnow.core.expr.function.BuiltIn.unary;

import hep.winnow.api.random.RandomStream;
import java.util.List;

/** Least, greatest, limits and counts. */
final class ChoosingFunctions {
    static final List<BuiltIn> ALL = List.of(
            open(
                    "min(x, y, ...)",
                    "Least of two or more numbers; NaN if one is NaN.",
                    2,
                    (a, n, out) -> fold(a, n, out, ChoosingFunctions::min)),
            open(
                    "max(x, y, ...)",
                    "Greatest of two or more numbers; NaN if one is NaN.",
                    2,
                    (a, n, out) -> fold(a, n, out, ChoosingFunctions::max)),
            ternary(
                    "clamp(x, low, high)",
                    "x, or the limit that it is beyond; NaN if low is above high.",
                    (x, low, high, n, out) -> {
                        for (int i = 0; i < n; i++) {
                            out[i] = low[i] <= high[i] ? Math.max(low[i], Math.min(x[i], high[i])) : Double.NaN;
                        }
                    }),
            ternary(
                            "between(x, low, high)",
                            "Whether low <= x <= high; a NaN among them is a missing value.",
                            (x, low, high, n, out) -> {
                                for (int i = 0; i < n; i++) {
                                    out[i] = between(x[i], low[i], high[i]);
                                }
                            })
                    .condition(),
            unary("isnan(x)", "Whether x is missing.", (x, n, out) -> {
                        for (int i = 0; i < n; i++) {
                            out[i] = Double.isNaN(x[i]) ? 1 : 0;
                        }
                    })
                    .condition(),
            open("count_true(a, b, ...)", "How many of some conditions hold.", 1, (a, n, out) -> {
                        for (int i = 0; i < n; i++) {
                            int count = 0;
                            for (double[] argument : a) {
                                count += argument[i] != 0 && !Double.isNaN(argument[i]) ? 1 : 0;
                            }
                            out[i] = count;
                        }
                    })
                    .ofConditions(),
            open(
                    "uniform(a, b, ...)",
                    "A number from 0 to below 1 that looks random but is told by the arguments alone, bit by bit: the same event always has the same.",
                    1,
                    ChoosingFunctions::uniform));

    private ChoosingFunctions() {}

    private static void uniform(double[][] a, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            long hash = 0;
            boolean isMissing = false;
            for (double[] argument : a) {
                // Adding 0 makes one zero of both.
                hash = RandomStream.mix(hash * 31 + Double.doubleToLongBits(argument[i] + 0.0));
                isMissing |= Double.isNaN(argument[i]);
            }
            out[i] = isMissing ? Double.NaN : (RandomStream.mix(hash) >>> 11) * 0x1.0p-53;
        }
    }

    /** Writes f(f(f(a0, a1), a2), ...), column by column; {@code out} may be one of the arguments. */
    private static void fold(double[][] a, int n, double[] out, BuiltIn.Loop2 f) {
        boolean isArgument = false;
        for (int k = 2; k < a.length; k++) {
            isArgument |= a[k] == out;
        }
        double[] best = isArgument ? new double[n] : out;
        f.run(a[0], a[1], n, best);
        for (int k = 2; k < a.length; k++) {
            f.run(best, a[k], n, best);
        }
        if (isArgument) {
            System.arraycopy(best, 0, out, 0, n);
        }
    }

    private static void min(double[] x, double[] y, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(x[i], y[i]);
        }
    }

    private static void max(double[] x, double[] y, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(x[i], y[i]);
        }
    }

    private static double between(double x, double low, double high) {
        if (Double.isNaN(x) || Double.isNaN(low) || Double.isNaN(high)) {
            return Double.NaN;
        }
        return low <= x && x <= high ? 1 : 0;
    }
}
