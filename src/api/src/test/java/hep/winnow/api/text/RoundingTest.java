package hep.winnow.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    @ParameterizedTest
    @CsvSource({
        "0.8123, 0.0041, 0.812 ± 0.004",
        "0.0010, 0.0002, 0.0010 ± 0.0002",
        "0.8123, 0.0141, 0.812 ± 0.014",
        "0.5, 0.096, 0.50 ± 0.10",
        "1234.5, 32, 1234 ± 32",
        "1234.5, 0.96, 1234.5 ± 1.0",
        "-0.02, 0.003, -0.020 ± 0.003",
        "1, 0, 1 ± 0",
        "0.81234567, NaN, 0.812346 ± nan",
        "NaN, NaN, nan ± nan",
        "1, Infinity, 1 ± inf"
    })
    void errorDecidesTheDigits(double value, double error, String text) {
        assertThat(Rounding.withError(value, error)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.8123456, 4, 0.8123",
        "0.5, 4, 0.5",
        "12345.6, 4, 12350",
        "0.00012345, 1, 1e-4",
        "0.00099996, 4, 0.001",
        "0, 4, 0",
        "-Infinity, 2, -inf",
        "1.23456e20, 3, 1.23e20"
    })
    void roundsToSignificantDigitsWithoutZerosAtTheEnd(double value, int digits, String text) {
        assertThat(Rounding.shortest(value, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.01",
        "0.3, 0.3",
        "2e-3, 0.002",
        "1, 1",
        "139000, 139000",
        "0.1234567890123456, 0.1234567890123456",
        "1e-9, 1e-9",
        "0, 0"
    })
    void shortestMeansTheSameDouble(double value, String text) {
        assertThat(Rounding.shortest(value)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
    }

    @Test
    void countsArePlural() {
        assertThat(Rounding.count(1, "event")).isEqualTo("1 event");
        assertThat(Rounding.count(12345, "event")).isEqualTo("12,345 events");
    }
}
