package hep.winnow.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "9999, 9999", "10000, 10 000", "1234567, 1 234 567", "-12345, -12 345"})
    void groupsLongNumbers(long n, String expected) {
        assertThat(Words.grouped(n)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.04, 0.0 s",
        "9.94, 9.9 s",
        "9.96, 10 s",
        "59.4, 59 s",
        "59.6, 1:00 min",
        "185, 3:05 min",
        "3599.9, 1:00:00 h",
        "7805, 2:10:05 h"
    })
    void writesTimes(double seconds, String expected) {
        assertThat(Words.seconds(seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"12.4, 12", "999.4, 999", "1000, 1.0k", "12345, 12k", "999600, 1.0M", "3.1e6, 3.1M", "5e13, 50T"})
    void shortensLargeNumbers(double n, String expected) {
        assertThat(Words.brief(n)).isEqualTo(expected);
    }

    @Test
    void makesPlurals() {
        assertThat(Words.count(1, "error")).isEqualTo("1 error");
        assertThat(Words.count(0, "error")).isEqualTo("0 errors");
    }
}
