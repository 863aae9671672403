package hep.winnow.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.shell.Terminal.Looks;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void hasColourAndBarsOnATerminal() {
        Looks looks = looks(Map.of("TERM", "xterm"), "out,err");

        assertThat(looks.outHasColour()).isTrue();
        assertThat(looks.errHasColour()).isTrue();
        assertThat(looks.isLive()).isTrue();
    }

    @Test
    void keepsToAskedForPlainColours() {
        Looks looks = looks(Map.of("TERM", "xterm", "NO_COLOR", "1"), "out,err");

        assertThat(looks.outHasColour()).isFalse();
        assertThat(looks.errHasColour()).isFalse();
        assertThat(looks.isLive()).isTrue();
    }

    @Test
    void isPlainOnADumbTerminal() {
        Looks looks = looks(Map.of("TERM", "dumb"), "out,err");

        assertThat(looks.outHasColour()).isFalse();
        assertThat(looks.isLive()).isFalse();
    }

    @Test
    void tellsItsStreamsApart() {
        Looks looks = looks(Map.of("TERM", "xterm"), ",err");

        assertThat(looks.outHasColour()).isFalse();
        assertThat(looks.outIsTerminal()).isFalse();
        assertThat(looks.isLive()).isTrue();
    }

    @Test
    void assumesEightyColumnsWhereNoneAreTold() {
        assertThat(looks(Map.of(), "").columns()).isEqualTo(80);
    }

    @Test
    void drawsInAsciiWhereTheCharsetHasNoMore() {
        assertThat(Looks.of(Map.of(), "", 80, StandardCharsets.ISO_8859_1).hasUnicode())
                .isFalse();
        assertThat(looks(Map.of(), "").hasUnicode()).isTrue();
    }

    private static Looks looks(Map<String, String> variables, String terminals) {
        return Looks.of(variables, terminals, 0, StandardCharsets.UTF_8);
    }
}
