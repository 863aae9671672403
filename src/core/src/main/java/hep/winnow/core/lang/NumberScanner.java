package hep.winnow.core.lang;

import hep.winnow.core.text.Bytes;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Reads one number: digits, then perhaps a point with digits, an exponent, and a {@code %} or a unit of bytes that touches it ({@code 2GB}). What is not well formed is
 * reported and read as far as it can be.
 */
final class NumberScanner {
    private final String text;
    private final int start;
    private final Problems problems;
    private int at;
    private boolean isReported;

    NumberScanner(String text, int start, Problems problems) {
        this.text = text;
        this.start = start;
        this.problems = problems;
        this.at = start;
    }

    Token scan(boolean isTouching) {
        skipDigits();
        boolean hasPoint = fraction();
        exponent();
        int numberEnd = at;
        boolean isPercent = at < text.length() && text.charAt(at) == '%';
        int unitEnd = Lexer.endOfName(text, at);
        OptionalDouble unit = Bytes.unit(text.substring(at, unitEnd));
        if (isPercent) {
            at++;
        } else if (unit.isPresent()) {
            at = unitEnd;
        }
        tail(hasPoint, isPercent, numberEnd);
        double value = unit.orElse(1) * value(text.substring(start, numberEnd), isPercent);
        return new Token(TokenKind.NUMBER, text.substring(start, at), value, start, at, isTouching);
    }

    private void skipDigits() {
        while (Lexer.isDigit(text, at)) {
            at++;
        }
    }

    /** Reads a point with its digits; {@code 0..300} has none, it is a range. */
    private boolean fraction() {
        if (at >= text.length() || text.charAt(at) != '.' || at + 1 < text.length() && text.charAt(at + 1) == '.') {
            return false;
        }
        boolean hasDigitsBefore = at > start;
        at++;
        int point = at;
        skipDigits();
        String digits = text.substring(start, at);
        if (!hasDigitsBefore) {
            report("a number begins with a digit", "write 0" + digits);
        } else if (at == point) {
            report("digits must follow a decimal point", "write " + digits + "0");
        }
        return true;
    }

    private void exponent() {
        if (at >= text.length() || text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return;
        }
        boolean hasSign = at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
        int digits = at + (hasSign ? 2 : 1);
        if (Lexer.isDigit(text, digits)) {
            at = digits;
            skipDigits();
        }
    }

    /** Refuses what touches the number and cannot: {@code 30GeV}, {@code 1.2.3}, {@code 10%3}. */
    private void tail(boolean hasPoint, boolean isPercent, int numberEnd) {
        String number = text.substring(start, numberEnd);
        boolean runsOn = Lexer.endOfName(text, at) > at;
        if (isPercent && (runsOn || at < text.length() && text.charAt(at) == '(')) {
            report(
                    "'" + number + "%' is a percentage",
                    "the remainder of a division has a space before its '%': " + number + " % …");
            return;
        }
        if (runsOn) {
            int nameStart = at;
            at = Lexer.endOfName(text, at);
            String name = text.substring(nameStart, at);
            report(
                    "the number " + number + " runs into '" + name + "'",
                    "write " + number + "*" + name + " if a product is meant");
        } else if (hasPoint && at < text.length() && text.charAt(at) == '.' && Lexer.isDigit(text, at + 1)) {
            while (at < text.length() && (text.charAt(at) == '.' || Lexer.isDigit(text, at))) {
                at++;
            }
            report("a number has one decimal point", "");
        }
    }

    private double value(String digits, boolean isPercent) {
        if (isReported) {
            return 0;
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            report("the number is too large", "the greatest number is about 1.8e308");
        }
        boolean isPlain = value == 0 || Double.isInfinite(value) || !isPercent;
        return isPlain ? value : hundredth(digits);
    }

    /** Returns what is nearest to a hundredth. BigDecimal, which a start of the program better does without (it makes tables first), is for the rare exponent. */
    private static double hundredth(String digits) {
        boolean hasExponent = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        return hasExponent ? new BigDecimal(digits).movePointLeft(2).doubleValue() : Double.parseDouble(digits + "e-2");
    }

    private void report(String message, String help) {
        if (!isReported) {
            isReported = true;
            problems.lexical(SyntaxCode.MALFORMED_NUMBER, start, at, message, "", help);
        }
    }
}
