package hep.winnow.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class RichTextTest {
    @Test
    void setsBracesLowAndHigh() {
        RichText text = RichText.parse("p_{T}^{miss} [GeV]");
        assertThat(text.runs()).extracting(RichText.Run::text).containsExactly("p", "T", "miss", " [GeV]");
        assertThat(text.plain()).isEqualTo("pTmiss [GeV]");
        assertThat(text.runs().get(1).rise()).isNegative();
        assertThat(text.runs().get(2).rise()).isPositive();
    }

    @Test
    void leavesNamesOfColumnsAsTheyAre() {
        for (String name : new String[] {"l1_pt", "x^2", "{a}", "a_{b", "_", "^", "x_"}) {
            assertThat(RichText.parse(name).runs())
                    .extracting(RichText.Run::text)
                    .containsExactly(name);
        }
        assertThat(RichText.parse("").runs()).isEmpty();
    }

    @Test
    void knowsWidthsFromTheFontFile() throws IOException {
        Typeface typeface = Typeface.read();
        assertThat(typeface.width("0", 2048)).isCloseTo(1139, within(1e-9));
        assertThat(typeface.width("10", 20)).isCloseTo(2 * 1139 * 20 / 2048.0, within(1e-9));
        assertThat(typeface.outline("H", 2048, 100, 0).getBounds2D().getMinX()).isBetween(100.0, 400.0);
    }

    @Test
    void replacesWhatTheFontLacks() throws IOException {
        assertThat(Typeface.read().displayable("a\n漢 Σ\uD83D\uDE00")).isEqualTo("a ? Σ?");
    }
}
