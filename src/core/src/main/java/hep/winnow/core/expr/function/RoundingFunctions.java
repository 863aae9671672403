package hep.winnow.core.expr.function;

import static hep.winnow.core.expr.function.BuiltIn.unary;

import java.util.List;

/** Absolute value, sign, and whole numbers. */
final class RoundingFunctions {
    static final List<BuiltIn> ALL = List.of(
            unary("abs(x)", "Absolute value.", (x, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.abs(x[i]);
                }
            }),
            unary("sign(x)", "-1, 0 or 1: the sign of x.", (x, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = StrictMath.signum(x[i]);
                }
            }),
            unary("floor(x)", "Greatest whole number that is not above x.", (x, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.floor(x[i]);
                }
            }),
            unary("ceil(x)", "Least whole number that is not below x.", (x, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.ceil(x[i]);
                }
            }),
            unary("round(x)", "Nearest whole number; halves away from 0, as in C.", (x, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = round(x[i]);
                }
            }));

    private RoundingFunctions() {}

    /** Adding a half and cutting off would take 0.49999999999999994 to 1. */
    private static double round(double x) {
        double a = Math.abs(x);
        double whole = Math.floor(a);
        return StrictMath.copySign(a - whole >= 0.5 ? whole + 1 : whole, x);
    }
}
