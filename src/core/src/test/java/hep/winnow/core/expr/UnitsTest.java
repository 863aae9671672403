package hep.winnow.core.expr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "eV, 1e-9",
        "keV, 1e-6",
        "MeV, 1e-3",
        "GeV, 1",
        "TeV, 1e3",
        "ab, 1e-6",
        "fb, 1e-3",
        "pb, 1",
        "nb, 1e3",
        "ub, 1e6",
        "mb, 1e9",
        "um, 1e-3",
        "mm, 1",
        "cm, 10",
        "m, 1000",
        "ps, 1e-3",
        "ns, 1",
        "us, 1e3",
        "ms, 1e6",
        "s, 1e9",
        "rad, 1",
        "deg, 0.017453292519943295",
        "pi, 3.141592653589793",
        "inf, Infinity",
        "nan, NaN"
    })
    void haveTheirValueInBaseUnits(String name, double value) {
        assertThat(Units.value(name)).hasValue(value);
    }

    @Test
    void knowNothingElse() {
        assertThat(Units.value("gev")).isEmpty();
        assertThat(Units.names()).hasSize(25);
    }
}
