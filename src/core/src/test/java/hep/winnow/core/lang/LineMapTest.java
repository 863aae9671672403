package hep.winnow.core.lang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineMapTest {
    @Test
    void countsLinesAndColumnsFromOne() {
        LineMap map = new LineMap("ab\ncd\r\nef\rgh");
        assertThat(map.lines()).isEqualTo(4);
        assertThat(map.position(0)).isEqualTo(new LineMap.Position(1, 1));
        assertThat(map.position(2)).isEqualTo(new LineMap.Position(1, 3));
        assertThat(map.position(3)).isEqualTo(new LineMap.Position(2, 1));
        assertThat(map.position(8)).isEqualTo(new LineMap.Position(3, 2));
        assertThat(map.position(10)).isEqualTo(new LineMap.Position(4, 1));
        assertThat(map.text(2)).isEqualTo("cd");
        assertThat(map.text(4)).isEqualTo("gh");
    }

    @Test
    void countsColumnsInCodePoints() {
        LineMap map = new LineMap("\uFEFFx\uD83D\uDE00y");
        assertThat(map.position(1)).isEqualTo(new LineMap.Position(1, 1));
        assertThat(map.position(4)).isEqualTo(new LineMap.Position(1, 3));
        assertThat(map.text(1)).isEqualTo("x\uD83D\uDE00y");
    }

    @Test
    void growsBeyondItsFirstGuess() {
        LineMap map = new LineMap("x\n".repeat(1000));
        assertThat(map.lines()).isEqualTo(1001);
        assertThat(map.position(1998)).isEqualTo(new LineMap.Position(1000, 1));
        assertThat(map.text(1001)).isEmpty();
    }
}
