package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static final long SEED = 20250117;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+1",
                "1.",
                ".5",
                "-.5e1",
                "1e22",
                "1e23",
                "123456789012345678",
                "9007199254740993",
                "9007199254740992",
                "18446744073709551615",
                "9999999999999999999",
                "1.000000000000000000e+00",
                "8.692932128906250000e-01",
                "2.2250738585072014e-308",
                "2.2250738585072011e-308",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.4703282292062328e-324",
                "1.7976931348623157e308",
                "1.7976931348623159e308",
                "1e400",
                "1e-400",
                "0e999999999999",
                "0.000000000000000000000000000001234567890123456789",
                "123456789012345678901234567890",
                "1e-300",
                "1e300",
                "6.0221409e+23",
                "0.1",
                "0.2",
                "0.3",
                "1E5",
                "00012",
                "12345678.12345678",
                "9.5e-1",
                "8.5",
                "4503599627370496.5",
                "4503599627370497.5",
                "9007199254740991.5",
                "7.2057594037927933e16",
                "5e-20",
                "65500",
                "3.1415926535897932384626433832795028841971"
            })
    void hasTheBitsOfTheJdk(String text) {
        check(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e5", ".", "-", "+", "1e", "1e+", "--1", "1.2.3", "1,5", "0x10", "1f", "1d", "1_000", "abc", "1 2",
                "nanx", "in", "infinit", "1e5.0", "Ⅷ"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(Decimals.isInvalid(parse(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "-nan", "+NAN"})
    void takesNanForAMissingNumber(String text) {
        assertThat(parse(text)).isNaN();
        assertThat(Decimals.isInvalid(parse(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "+Inf", "INFINITY"})
    void takesInfinity(String text) {
        assertThat(parse(text)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(parse("-" + text.replace("+", ""))).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void takesOnlyTheGivenBytes() {
        byte[] bytes = "99912.5999".getBytes(StandardCharsets.US_ASCII);
        assertThat(Decimals.parse(bytes, 3, 7)).isEqualTo(12.5);
    }

    @Test
    void hasTheBitsOfTheJdkForTwentyThousandNumbers() {
        checkRandom(20_000);
    }

    @Test
    @Tag("slow")
    void hasTheBitsOfTheJdkForAMillionNumbers() {
        checkRandom(1_000_000);
    }

    /** Any bits, usual sizes, short decimals, formats of printf, and halves between neighbours. */
    private static void checkRandom(int n) {
        RandomStream random = new RandomStream(SEED);
        for (int i = 0; i < n; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(any)) {
                any = i;
            }
            double usual = random.nextGaussian() * 100;
            switch (i % 6) {
                case 0 -> check(Double.toString(any));
                case 1 -> check(Double.toString(usual));
                case 2 -> check(String.format(Locale.ROOT, "%.18e", usual));
                case 3 -> check(String.format(Locale.ROOT, "%." + random.nextInt(12) + "f", usual));
                case 4 ->
                    check(Long.toUnsignedString(random.nextLong() >>> random.nextInt(64)) + "e"
                            + (random.nextInt(700) - 350));
                default -> check(halfWay(usual).toString());
            }
        }
    }

    private static BigDecimal halfWay(double x) {
        return new BigDecimal(x).add(new BigDecimal(Math.nextUp(x))).divide(BigDecimal.valueOf(2));
    }

    private static void check(String text) {
        assertThat(Double.doubleToRawLongBits(parse(text)))
                .as("bits of %s (seed %d)", text, SEED)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    private static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 0, bytes.length);
    }
}
