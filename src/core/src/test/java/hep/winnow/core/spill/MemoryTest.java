package hep.winnow.core.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.text.Bytes;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** How much may be held, and who makes room. */
class MemoryTest {
    private static final long HEAP = 1_000_000_000;

    @Test
    void isAShareOfTheHeapOrASize() {
        assertThat(Memory.limit(OptionalDouble.empty(), HEAP)).isEqualTo(HEAP / 2);
        assertThat(Memory.limit(OptionalDouble.of(0.25), HEAP)).isEqualTo(HEAP / 4);
        assertThat(Memory.limit(OptionalDouble.of(2e6), HEAP)).isEqualTo(2_000_000);
    }

    @Test
    void refusesTooLittleAndMoreThanTheHeap() {
        assertThatThrownBy(() -> Memory.limit(OptionalDouble.of(1000), HEAP))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("1.0 kB");
        assertThatThrownBy(() -> Memory.limit(OptionalDouble.of(2e9), HEAP))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2.0 GB")
                .hasMessageContaining("heap of 1.0 GB");
    }

    @Test
    void readsSizes() {
        assertThat(Bytes.parse("--memory", "2GB")).isEqualTo(2e9);
        assertThat(Bytes.parse("--memory", "1.5 MiB")).isEqualTo(1.5 * 1024 * 1024);
        assertThat(Bytes.parse("--memory", "50%")).isEqualTo(0.5);
        for (String text : new String[] {"", "GB", "2gb", "-1GB", "1e400", "x"}) {
            assertThatThrownBy(() -> Bytes.parse("--memory", text))
                    .as(text)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("--memory must be a size");
        }
    }

    @Test
    void asksHoldersForRoom() {
        Memory memory = new Memory(100, Path.of(""));
        assertThat(memory.hold(80)).isTrue();
        memory.add(() -> memory.release(80));
        assertThat(memory.hold(30)).isFalse();
        memory.makeRoom(30);
        assertThat(memory.hold(30)).isTrue();
    }
}
