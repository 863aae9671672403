package hep.winnow.core.expr.function;

import static hep.winnow.core.expr.function.BuiltIn.open;
import static hep.winnow.core.expr.function.BuiltIn.ternary;
import static hep.winnow.core.expr.function.BuiltIn.unary;

import java.util.List;

/** Least, greatest, limits and counts. */
final class ChoosingFunctions {
    static final List<BuiltIn> ALL = List.of(
            open("min(x, y, ...)", "Least of two or more numbers; NaN if one is NaN.", 2, (a, n, out) -> {
                for (int i = 0; i < n; i++) {
                    double best = a[0][i];
                    for (int k = 1; k < a.length; k++) {
                        best = Math.min(best, a[k][i]);
                    }
                    out[i] = best;
                }
            }),
            open("max(x, y, ...)", "Greatest of two or more numbers; NaN if one is NaN.", 2, (a, n, out) -> {
                for (int i = 0; i < n; i++) {
                    double best = a[0][i];
                    for (int k = 1; k < a.length; k++) {
                        best = Math.max(best, a[k][i]);
                    }
                    out[i] = best;
                }
            }),
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
                    .ofConditions());

    private ChoosingFunctions() {}

    private static double between(double x, double low, double high) {
        if (Double.isNaN(x) || Double.isNaN(low) || Double.isNaN(high)) {
            return Double.NaN;
        }
        return low <= x && x <= high ? 1 : 0;
    }
}
