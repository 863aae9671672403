package hep.winnow.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
    @Test
    void putsNumbersRightAndTextLeft() {
        String table = Tables.of(
                List.of("cut", "raw", "sumw", "share"),
                List.of(
                        List.of("opposite charge", "12000", "12.84 ± 0.10", "100 %"),
                        List.of("b veto", "-", "3.1 ± 0.05", "24.1 %"),
                        List.of("2jets", "7", "nan", "")));
        assertThat(table).isEqualTo("""
                        cut                raw          sumw   share
                        ---------------  -----  ------------  ------
                        opposite charge  12000  12.84 ± 0.10   100 %
                        b veto               -    3.1 ± 0.05  24.1 %
                        2jets                7           nan
                        """);
    }

    @Test
    void countsWideCharactersAsTwoCells() {
        assertThat(Tables.of(List.of("name", "n"), List.of(List.of("日本語", "1"), List.of("x", "22"))))
                .isEqualTo("name     n\n------  --\n日本語   1\nx       22\n");
    }

    @Test
    void drawsTheHeaderOfNoRows() {
        assertThat(Tables.of(List.of("a", "bb"), List.of())).isEqualTo("a  bb\n-  --\n");
    }

    @Test
    void refusesRowsOfAnotherLength() {
        assertThatThrownBy(() -> Tables.of(List.of("a"), List.of(List.of("1", "2"))))
                .hasMessage("a row has 2 cells, the header has 1: [1, 2]");
    }
}
