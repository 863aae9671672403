package hep.winnow.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static final long SEED = 20260917;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "-1, -1",
        "0.5, 0.5",
        "12.844, 12.844",
        "1e-4, 1e-4",
        "0.001, 0.001",
        "0.0012, 0.0012",
        "9.99e-4, 9.99e-4",
        "139000, 139000",
        "2.0260917e7, 20260917",
        "1e14, 100000000000000",
        "1e15, 1e15",
        "1.5e20, 1.5e20",
        "-1.25e-7, -1.25e-7",
        "0.1, 0.1",
        "1e21, 1e21",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "4.9e-324, 4.9e-324",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf",
        "100, 100",
        "123456.789, 123456.789",
        "2e23, 2e23",
        "9007199254740993, 9.007199254740992e15"
    })
    void writesReadableText(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "16777216, 16777216",
        "3.4028235e38, 3.4028235e38",
        "1e-4, 1e-4",
        "1.4e-45, 1.4e-45",
        "NaN, nan",
        "0.33333334, 0.33333334"
    })
    void writesFloatsWithTheDigitsOfFloats(float value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "0.5, 0.5",
        "-0.0, -0.0",
        "1e-4, 1e-4",
        "139000, 139000.0",
        "1e15, 1e15",
        "NaN, null",
        "Infinity, null"
    })
    void writesJson(double value, String json) {
        assertThat(Numbers.json(value)).isEqualTo(json);
        assertThat(Numbers.json((float) value)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({
        "0.8123456, 4, 0.8123",
        "0.5, 4, 0.5000",
        "12.8449, 4, 12.84",
        "12345.6, 4, 12346",
        "0.00012345, 4, 1.235e-4",
        "0.00012345, 1, 1e-4",
        "999.96, 4, 1000",
        "0.99996, 4, 1.000",
        "0.00099996, 4, 0.001000",
        "-0.25, 1, -0.3",
        "0, 4, 0",
        "NaN, 4, nan",
        "-Infinity, 2, -inf",
        "1.23456e20, 3, 1.23e20",
        "9.9999e14, 2, 1.0e15",
        "3831.14, 6, 3831.14",
        "0.15, 1, 0.2",
        "1, 3, 1.00"
    })
    void roundsToSignificantDigits(double value, int digits, String text) {
        assertThat(Numbers.significant(value, digits)).isEqualTo(text);
    }

    @Test
    void refusesWhatCannotBeRounded() {
        assertThatThrownBy(() -> Numbers.significant(1, 0)).hasMessage("digits must be at least 1, found 0");
    }

    @Test
    void readsBackWhatItWrote() {
        roundTrips(10_000);
    }

    @Test
    @Tag("slow")
    void readsBackWhatItWroteAMillionTimes() {
        roundTrips(1_000_000);
    }

    /** Doubles and floats of any bits, and decimals of few digits, which are what macros and files hold. */
    private static void roundTrips(int n) {
        Random random = new Random(SEED);
        for (int i = 0; i < n; i++) {
            checkDouble(Double.longBitsToDouble(random.nextLong()));
            checkDouble(random.nextInt(1_000_000) / 1000.0);
            checkFloat(Float.intBitsToFloat(random.nextInt()));
        }
    }

    private static void checkDouble(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return;
        }
        String text = Numbers.text(value);
        boolean isSame = Double.doubleToLongBits(Double.parseDouble(text)) == Double.doubleToLongBits(value)
                && Double.parseDouble(Numbers.json(value)) == value;
        boolean isShort = digits(text) <= digits(Double.toString(value));
        assertThat(isSame && isShort && hasNearestDigits(value, text))
                .as("%s for bits %x, seed %d", text, Double.doubleToLongBits(value), SEED)
                .isTrue();
    }

    /** Of all texts with as many digits that give the number, the one nearest to it is wanted; its neighbours in the last place are no nearer. */
    private static boolean hasNearestDigits(double value, String text) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal written = new BigDecimal(text);
        BigDecimal off = written.subtract(exact).abs();
        return off.compareTo(written.add(written.ulp()).subtract(exact).abs()) <= 0
                && off.compareTo(written.subtract(written.ulp()).subtract(exact).abs()) <= 0;
    }

    private static void checkFloat(float value) {
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            return;
        }
        String text = Numbers.text(value);
        boolean isSame = Float.floatToIntBits(Float.parseFloat(text)) == Float.floatToIntBits(value);
        assertThat(isSame && digits(text) <= digits(Float.toString(value)))
                .as("%s for bits %x, seed %d", text, Float.floatToIntBits(value), SEED)
                .isTrue();
    }

    private static int digits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }
}
