package hep.winnow.root.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleUnitTest {
    @ParameterizedTest
    @CsvSource({
        "pt/D [GeV], GeV",
        "transverse momentum of the jet [GeV/c], GeV/c",
        "m2 [GeV^2], GeV^2",
        "rate [1], ''",
        "t/F [ns], ns",
        "phi [rad], rad"
    })
    void findsTheUnit(String title, String unit) {
        assertThat(TitleUnit.of(title)).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pt/D",
                "pt[njet]/F",
                "x[3]",
                "jets [uncorrected]",
                "a [GeV] b",
                "x [n]",
                "",
                "[GeV]",
                "m [GeV or so]"
            })
    void takesNothingElseForOne(String title) {
        assertThat(TitleUnit.of(title)).isEmpty();
    }
}
