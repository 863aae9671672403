package hep.winnow.core.expr.function;

import static hep.winnow.core.expr.function.BuiltIn.binary;
import static hep.winnow.core.expr.function.BuiltIn.unary;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Roots, powers, exponentials, logarithms, trigonometric and hyperbolic functions. */
final class ElementaryFunctions {
    static final List<BuiltIn> ALL = List.of(
            unary("sqrt(x)", "Square root; NaN below 0.", (x, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.sqrt(x[i]);
                }
            }),
            each("cbrt(x)", "Cube root, with the sign of x.", StrictMath::cbrt),
            binary("pow(x, y)", "x to the power y, the same as x^y.", Power::power),
            each2("hypot(x, y)", "sqrt(x^2 + y^2) without overflow on the way.", StrictMath::hypot),
            each("exp(x)", "e to the power x.", StrictMath::exp),
            each("expm1(x)", "exp(x) - 1, exact to the last digits near 0.", StrictMath::expm1),
            each("log(x)", "Natural logarithm; -inf at 0, NaN below.", StrictMath::log),
            each("log10(x)", "Logarithm to base 10; -inf at 0, NaN below.", StrictMath::log10),
            each("log1p(x)", "log(1 + x), exact to the last digits near 0; -inf at -1, NaN below.", StrictMath::log1p),
            each("sin(x)", "Sine of an angle in rad.", StrictMath::sin),
            each("cos(x)", "Cosine of an angle in rad.", StrictMath::cos),
            each("tan(x)", "Tangent of an angle in rad.", StrictMath::tan),
            each("asin(x)", "Angle whose sine is x, from -pi/2 to pi/2; NaN beyond -1..1.", StrictMath::asin),
            each("acos(x)", "Angle whose cosine is x, from 0 to pi; NaN beyond -1..1.", StrictMath::acos),
            each("atan(x)", "Angle whose tangent is x, from -pi/2 to pi/2.", StrictMath::atan),
            each2("atan2(y, x)", "Angle of the point (x, y), from -pi to pi; mind the order.", StrictMath::atan2),
            each("sinh(x)", "Hyperbolic sine.", StrictMath::sinh),
            each("cosh(x)", "Hyperbolic cosine.", StrictMath::cosh),
            each("tanh(x)", "Hyperbolic tangent, from -1 to 1.", StrictMath::tanh),
            each("asinh(x)", "Inverse hyperbolic sine.", ElementaryFunctions::asinh),
            each(
                    "atanh(x)",
                    "Inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond.",
                    ElementaryFunctions::atanh));

    private ElementaryFunctions() {}

    /** The call through {@code f} costs little beside the function itself. */
    private static BuiltIn each(String signature, String doc, DoubleUnaryOperator f) {
        return unary(signature, doc, (x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = f.applyAsDouble(x[i]);
            }
        });
    }

    private static BuiltIn each2(String signature, String doc, DoubleBinaryOperator f) {
        return binary(signature, doc, (x, y, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = f.applyAsDouble(x[i], y[i]);
            }
        });
    }

    /**
     * Inverse hyperbolic sine: {@code sign(x) log1p(|x| + x^2 / (1 + sqrt(1 + x^2)))}, which loses no digits near 0;
     * {@code log(2 |x|)} where the square would overflow.
     */
    static double asinh(double x) {
        double a = Math.abs(x);
        double result;
        if (a < 0x1p28) {
            double square = a * a;
            result = StrictMath.log1p(a + square / (1 + Math.sqrt(1 + square)));
        } else {
            result = StrictMath.log(a) + LN2;
        }
        return StrictMath.copySign(result, x);
    }

    /** Inverse hyperbolic tangent: {@code sign(x) log1p(2 |x| / (1 - |x|)) / 2}. */
    static double atanh(double x) {
        double a = Math.abs(x);
        return StrictMath.copySign(0.5 * StrictMath.log1p(2 * a / (1 - a)), x);
    }

    private static final double LN2 = 0.6931471805599453;
}
