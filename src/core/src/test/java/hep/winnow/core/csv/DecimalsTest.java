package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static final long SEED = 20250117;
    private static final DecimalScanner SCANNER = new DecimalScanner();

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
                "3.1415926535897932384626433832795028841971",
                "+.5",
                "+0.5e+007",
                "5.e-3",
                "0.00000000000000000000000000000000000000000000001",
                "1.00000005960464477540",
                "1.000000059604644775390625",
                "7.006492321624085354e-46",
                "7.006492321624085355e-46",
                "1.401298464324817071e-45",
                "3.4028235677973366e38",
                "3.4028235677973367e38",
                "1.17549429e-38",
                "9.999999999999999999e-99",
                "9.999999999999999999e+99",
                "0.000000000000000000e+00",
                "-0.000000000000000000e-00"
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

    @ParameterizedTest
    @ValueSource(
            strings = {"1.727920913696289062e+1x", "-8.692932128906250000+-01", "1x234567890123456789e+00", "1e1000"})
    void scansNoFurtherThanItUnderstands(String text) {
        byte[] bytes = padded(text);
        DecimalScanner scanner = new DecimalScanner();
        long bits = scanner.next(bytes, 0);
        assertThat(DecimalRounding.isSettled(bits) && scanner.end() == text.length())
                .isFalse();
    }

    @Test
    void hasTheBitsOfTheJdkForTwoHundredThousandNumbers() {
        checkRandom(200_000);
    }

    @Test
    @Tag("slow")
    void hasTheBitsOfTheJdkForTenMillionNumbers() {
        checkRandom(10_000_000);
    }

    private static void checkRandom(int n) {
        HardDecimals texts = new HardDecimals(SEED);
        for (int i = 0; i < n; i++) {
            check(texts.next(i));
        }
    }

    /** Holds all that read numbers against the JDK: doubles both ways, and floats. */
    private static void check(String text) {
        byte[] bytes = padded(text);
        long expected = Double.doubleToRawLongBits(Double.parseDouble(text));
        same(text, Double.doubleToRawLongBits(Decimals.parse(bytes, 0, text.length())), expected);
        long scanned = SCANNER.next(bytes, 0);
        if (DecimalRounding.isSettled(scanned)) {
            same(text, scanned, expected);
            same(text, SCANNER.end(), text.length());
        }
        ColumnBuffer buffer = new ColumnBuffer(CellKind.FLOAT, 1);
        new CellReader(List.of()).put(buffer, 0, bytes, 0, text.length(), false);
        same(text, Float.floatToRawIntBits(buffer.floats[0]), Float.floatToRawIntBits(Float.parseFloat(text)));
        PlainRecords records = new PlainRecords(
                bytes, new CellReader(List.of()), new Dialect((byte) ',', '#'), new int[] {0}, List.of(CellKind.FLOAT));
        records.writeTo(new ColumnBuffer[] {buffer});
        same(text, records.read(0, 0), text.length() + 1);
        same(text, Float.floatToRawIntBits(buffer.floats[0]), Float.floatToRawIntBits(Float.parseFloat(text)));
    }

    private static void same(String text, long found, long expected) {
        if (found != expected) {
            assertThat(found).as("%s (seed %d)", text, SEED).isEqualTo(expected);
        }
    }

    private static byte[] padded(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + RecordScanner.PADDING);
    }

    private static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 0, bytes.length);
    }
}
