package hep.winnow.figures;

import hep.winnow.api.step.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of an axis. Labels are made by decimal arithmetic: no locale, no rounding noise.
 *
 * @param ticks rising
 * @param exponent labels are multiples of ten to this power, which the axis title names; mostly 0
 */
record TickRow(List<Tick> ticks, int exponent) {
    private static final String MINUS = "−";

    TickRow {
        ticks = List.copyOf(ticks);
    }

    /** Returns the marks of a range. */
    static TickRow of(Interval range, boolean isLog, int wanted) {
        if (!isLog) {
            return linear(range, wanted);
        }
        double decades = StrictMath.log10(range.high()) - StrictMath.log10(range.low());
        return decades < 0.7 ? linear(range, wanted) : new TickRow(logarithmic(range, decades), 0);
    }

    private static TickRow linear(Interval range, int wanted) {
        double span = range.high() / wanted - range.low() / wanted;
        int power = (int) StrictMath.floor(StrictMath.log10(span));
        double lead = span / StrictMath.pow(10, power);
        int digit = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10;
        BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        int parts = digit == 2 ? 4 : 5;
        BigDecimal small = step.divide(BigDecimal.valueOf(parts));
        double slack = (range.high() / 2 - range.low() / 2) * 1e-9;
        BigDecimal first = new BigDecimal(range.low() - slack).divide(small, 0, RoundingMode.CEILING);
        BigDecimal last = new BigDecimal(range.high() + slack).divide(small, 0, RoundingMode.FLOOR);
        int exponent = exponent(range, step);
        List<Tick> ticks = new ArrayList<>();
        int count = last.subtract(first).intValue();
        for (int i = 0; i <= count; i++) {
            BigDecimal at = first.add(BigDecimal.valueOf(i));
            boolean isMajor = at.remainder(BigDecimal.valueOf(parts)).signum() == 0;
            BigDecimal value = at.multiply(small);
            ticks.add(new Tick(value.doubleValue(), isMajor ? label(value, exponent) : "", isMajor));
        }
        return new TickRow(ticks, exponent);
    }

    /** Returns the common power of ten of labels that would be too long without it. */
    private static int exponent(Interval range, BigDecimal step) {
        double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        int power = (int) StrictMath.floor(StrictMath.log10(largest));
        int stepPower = step.precision() - step.scale() - 1;
        return power >= 6 || stepPower < -3 && power < -1 ? power : 0;
    }

    private static String label(BigDecimal value, int exponent) {
        BigDecimal shown = value.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        return signed(shown.signum() == 0 ? "0" : shown.toPlainString());
    }

    private static List<Tick> logarithmic(Interval range, double decades) {
        int from = (int) StrictMath.floor(StrictMath.log10(range.low()));
        int to = (int) StrictMath.ceil(StrictMath.log10(range.high()));
        int every = (int) Math.max(1, Math.ceil((to - from) / 9.0));
        List<Tick> ticks = new ArrayList<>();
        for (int power = from; power <= to; power++) {
            for (int digit = 1; digit <= 9; digit++) {
                BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                double at = value.doubleValue();
                if (at < range.low() * (1 - 1e-9) || at > range.high() * (1 + 1e-9) || digit > 1 && every > 1) {
                    continue;
                }
                boolean isLabelled =
                        digit == 1 ? Math.floorMod(power, every) == 0 : decades < 1.6 && (digit == 2 || digit == 5);
                ticks.add(new Tick(at, isLabelled ? powerLabel(digit, power, value) : "", digit == 1));
            }
        }
        return ticks;
    }

    private static String powerLabel(int digit, int power, BigDecimal value) {
        if (power >= -2 && power <= 1 || digit > 1 && power >= -3 && power <= 3) {
            return value.toPlainString();
        }
        return (digit == 1 ? "" : digit + "×") + powerOfTen(power);
    }

    /** Returns a power of ten as markup. */
    static String powerOfTen(int power) {
        return "10^{" + signed(Integer.toString(power)) + "}";
    }

    private static String signed(String number) {
        return number.startsWith("-") ? MINUS + number.substring(1) : number;
    }
}
