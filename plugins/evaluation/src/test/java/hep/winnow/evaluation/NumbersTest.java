package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.kernels.stat.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.8123, 0.0041, 0.812 ± 0.004",
        "0.0010, 0.0002, 0.0010 ± 0.0002",
        "0.8123, 0.0141, 0.812 ± 0.014",
        "0.5, 0.096, 0.50 ± 0.10",
        "1234.5, 32, 1234 ± 32",
        "1234.5, 0.96, 1234.5 ± 1.0",
        "-0.02, 0.003, -0.020 ± 0.003",
        "1, 0, 1.0000 ± 0.0000",
        "NaN, NaN, unknown ± unknown"
    })
    void errorDecidesTheDigits(double value, double error, String text) {
        assertThat(Numbers.withError(new Estimate(value, error))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.01",
        "0.3, 0.3",
        "2e-3, 0.002",
        "1, 1",
        "0.1234567890123456, 0.1234567890123456",
        "1e-9, 1E-9",
        "0, 0"
    })
    void shortestMeansTheSameDouble(double value, String text) {
        assertThat(Numbers.shortest(value)).isEqualTo(text);
        assertThat(Double.parseDouble(Numbers.shortest(value))).isEqualTo(value);
    }

    @Test
    void countsArePlural() {
        assertThat(Numbers.count(1, "event")).isEqualTo("1 event");
        assertThat(Numbers.count(12345, "event")).isEqualTo("12,345 events");
    }
}
