package hep.winnow.regression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Coefficients for people to read. */
final class CoefficientTable {
    private static final int DIGITS = 5;
    private static final int WIDTH = 14;

    private CoefficientTable() {}

    /** Returns notes, then one line per input and output: name, coefficient, error and the quotient of both. */
    static String text(List<String> inputs, int outputs, double[] coefficients, double[] errors, List<String> notes) {
        StringBuilder out = new StringBuilder();
        for (String note : notes) {
            out.append(note).append('\n');
        }
        out.append("coefficients per unit of the scaled input (with scale=standard: per standard deviation)\n");
        int width = Math.max(
                "intercept".length(),
                inputs.stream().mapToInt(String::length).max().orElse(0));
        boolean hasErrors = errors.length > 0;
        int columns = inputs.size() + 1;
        for (int k = 0; k < outputs; k++) {
            String head = outputs == 1 ? "input" : "class " + k;
            out.append(pad(head, width)).append(left("coefficient"));
            out.append(hasErrors ? left("error") + left("sigma") : "").append('\n');
            for (int f = 0; f < columns; f++) {
                int at = k * columns + f;
                out.append(pad(f < inputs.size() ? inputs.get(f) : "intercept", width))
                        .append(left(number(coefficients[at])));
                if (hasErrors) {
                    out.append(left(number(errors[at]))).append(left(sigma(coefficients[at], errors[at])));
                }
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static String sigma(double coefficient, double error) {
        double sigma = coefficient / error;
        return Double.isFinite(sigma)
                ? new BigDecimal(sigma).setScale(1, RoundingMode.HALF_EVEN).toPlainString()
                : "";
    }

    /** Returns a number with a few significant digits, by exact decimal arithmetic: every JDK writes the same. */
    static String number(double x) {
        if (!Double.isFinite(x)) {
            return "unknown";
        }
        if (x == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(DIGITS));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -5 || exponent > 9 ? rounded.toString() : rounded.toPlainString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String left(String text) {
        return " ".repeat(Math.max(1, WIDTH - text.length())) + text;
    }
}
