package hep.winnow.core.csv;

import hep.winnow.api.random.RandomStream;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as text, easy and hard to round, without end. */
final class HardDecimals {
    private final RandomStream random;

    HardDecimals(long seed) {
        random = new RandomStream(seed);
    }

    /** Returns a number of the {@code i}-th kind of fifteen, which follow one another. */
    String next(int i) {
        double any = anyDouble();
        double usual = random.nextGaussian() * 100;
        return switch (i % 15) {
            case 0 -> Double.toString(any);
            case 1 -> Double.toString(usual);
            case 2 -> format("%.18e", usual);
            case 3 -> format("%.18e", (double) (float) usual);
            case 4 -> format("%." + random.nextInt(21) + "e", any);
            case 5 -> format("%." + random.nextInt(12) + "f", usual);
            case 6 ->
                Long.toUnsignedString(random.nextLong() >>> random.nextInt(64)) + "e" + (random.nextInt(700) - 350);
            case 7 -> nearby(halfWay(usual, Math.nextUp(usual)));
            case 8 -> nearby(halfWay(any, Math.nextUp(any)));
            case 9 -> nearby(halfWay((float) usual, Math.nextUp((float) usual)));
            case 10 -> nearby(halfWay(smallFloat(), smallFloat()));
            case 11 -> Double.toString(Double.longBitsToDouble(random.nextLong() >>> 12 + random.nextInt(52)));
            case 12 -> digits(1 + random.nextInt(40)) + "." + digits(random.nextInt(40)) + exponent();
            case 13 ->
                sign() + "0".repeat(random.nextInt(30)) + digits(random.nextInt(3)) + "."
                        + digits(1 + random.nextInt(20));
            default -> sign() + "." + "0".repeat(random.nextInt(40)) + digits(1 + random.nextInt(30)) + exponent();
        };
    }

    private static String format(String pattern, double x) {
        return String.format(Locale.ROOT, pattern, x);
    }

    private double anyDouble() {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) && Math.abs(any) < Double.MAX_VALUE ? any : 1.5;
    }

    /** Returns one of the smallest floats, most of which have less than 24 bits. */
    private float smallFloat() {
        return Float.intBitsToFloat(random.nextInt(1 << 24));
    }

    private static BigDecimal halfWay(double x, double y) {
        return new BigDecimal(x).add(new BigDecimal(y)).divide(BigDecimal.valueOf(2));
    }

    /** Returns the number itself, or one with fewer digits, or one a little larger. */
    private String nearby(BigDecimal x) {
        return switch (random.nextInt(3)) {
            case 0 -> x.toString();
            case 1 ->
                x.round(new java.math.MathContext(17 + random.nextInt(10))).toString();
            default -> x.scale() > 0 ? x.toPlainString() + "0".repeat(random.nextInt(20)) + "1" : x.toString();
        };
    }

    private String sign() {
        return switch (random.nextInt(3)) {
            case 0 -> "-";
            case 1 -> "+";
            default -> "";
        };
    }

    private String digits(int n) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < n; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String exponent() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "E" + sign() + random.nextInt(30);
            case 2 -> "e" + sign() + "0" + random.nextInt(330);
            default -> "e" + sign() + digits(1 + random.nextInt(6));
        };
    }
}
