package hep.winnow.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealsTest {
    private static double parse(String text) throws BadRow {
        return Reals.parse("<" + text + ">", 1, 1 + text.length());
    }

    @Test
    void hasTheBitsOfTheJdk() throws BadRow {
        RandomStream random = new RandomStream(5);
        for (int i = 0; i < 200_000; i++) {
            double scale = random.nextInt(2) == 0 ? 1 : Double.parseDouble("1e" + (random.nextInt(600) - 300));
            String whole = Double.toString((random.nextDouble() - 0.5) * scale);
            String text = random.nextInt(2) == 0 ? whole : whole.substring(0, Math.min(whole.length(), 7));
            text = text.endsWith("E") || text.endsWith("-") ? "1" : text;
            assertThat(Double.doubleToLongBits(parse(text)))
                    .as(text)
                    .isEqualTo(Double.doubleToLongBits(Double.parseDouble(text)));
        }
        assertThat(1 / parse("-0")).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void knowsWhatIsNoNumber() throws BadRow {
        assertThat(parse("NaN")).isNaN();
        assertThat(parse("+Infinity")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(parse("-inf")).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1f", "1d", "0x1p3", "1 ", "1,5", "e5", "--1", "1.2.3", "nana"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(BadRow.class).hasMessageContaining("is no number");
    }
}
