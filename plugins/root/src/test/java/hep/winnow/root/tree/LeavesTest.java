package hep.winnow.root.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.root.file.Damage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Branches of plain numbers and texts. */
class LeavesTest {
    private static List<String> read(String leafClass, String title, int length, boolean isUnsigned, Basket basket) {
        return Branches.read(Branches.leaf(leafClass, title, length, isUnsigned), List.of(), basket);
    }

    @Test
    void readsNumbersOfEachLength() {
        assertThat(read("TLeafB", "x", 1, false, new Bytes().i8(-1).i8(2).basketOf(2)))
                .containsExactly(": [-1, 2]");
        assertThat(read("TLeafB", "x", 1, true, new Bytes().i8(-1).basketOf(1))).containsExactly(": [255]");
        assertThat(read("TLeafS", "x", 1, false, new Bytes().i16(-3).basketOf(1)))
                .containsExactly(": [-3]");
        assertThat(read("TLeafS", "x", 1, true, new Bytes().i16(-1).basketOf(1)))
                .containsExactly(": [65535]");
        assertThat(read("TLeafI", "x", 1, true, new Bytes().i32(-1).basketOf(1)))
                .containsExactly(": [4294967295]");
        assertThat(read("TLeafL", "x", 1, false, new Bytes().i64(Long.MIN_VALUE).basketOf(1)))
                .containsExactly(": [-9223372036854775808]");
        assertThat(read("TLeafO", "x", 1, false, new Bytes().i8(1).i8(0).basketOf(2)))
                .containsExactly(": [true, false]");
        assertThat(read("TLeafF", "x", 1, false, new Bytes().f32(1.5f).basketOf(1)))
                .containsExactly(": [1.5]");
        assertThat(read("TLeafD", "x", 1, false, new Bytes().f64(-0.1).basketOf(1)))
                .containsExactly(": [-0.1]");
    }

    @Test
    void refusesWholeNumbersThatDoNotFit() {
        assertThatThrownBy(
                        () -> read("TLeafL", "x", 1, true, new Bytes().i64(-1).basketOf(1)))
                .isInstanceOf(Damage.Refused.class)
                .hasMessageContaining("9223372036854775807");
    }

    @Test
    void readsArraysAsLists() {
        Basket basket = new Bytes().i16(1).i16(2).i16(3).i16(4).i16(5).i16(6).basketOf(1);

        assertThat(read("TLeafS", "x[2][3]", 6, false, basket)).containsExactly(": [[[1, 2, 3], [4, 5, 6]]]");
    }

    @Test
    void readsCountedArraysByWhereEntriesBegin() {
        Basket basket = new Bytes().entry().f32(1).f32(2).entry().entry().f32(3).basket();

        assertThat(read("TLeafF", "x[n]", 1, false, basket)).containsExactly(": [[1.0, 2.0], [], [3.0]]");
    }

    @Test
    void readsTexts() {
        Basket basket = new Bytes().entry().text("b").entry().text("längér").basket();

        assertThat(read("TLeafC", "x", 1, false, basket)).containsExactly(": [b, längér]");
    }

    @Test
    void readsPackedNumbers() {
        // An exponent of 127, and 1 of 12 bits of mantissa from the top; bit 13 is the sign.
        assertThat(read(
                        "TLeafF16",
                        "x",
                        1,
                        false,
                        new Bytes().i8(127).i16(1 << 11).basketOf(1)))
                .containsExactly(": [1.5]");
        assertThat(read(
                        "TLeafF16",
                        "x",
                        1,
                        false,
                        new Bytes().i8(128).i16(1 << 13).basketOf(1)))
                .containsExactly(": [-2.0]");
        assertThat(read("TLeafD32", "x", 1, false, new Bytes().f32(0.25f).basketOf(1)))
                .containsExactly(": [0.25]");
        assertThat(read("TLeafD32", "x[0,8,4]", 1, false, new Bytes().i32(3).basketOf(1)))
                .containsExactly(": [1.5]");
        assertThat(read(
                        "TLeafD32",
                        "x[2][-1,1,10]",
                        2,
                        false,
                        new Bytes().i32(0).i32(512).basketOf(1)))
                .containsExactly(": [[-1.0, 0.0]]");
    }

    @Test
    void tellsBasketsThatDoNotFit() {
        assertThatThrownBy(() ->
                        read("TLeafD", "x", 1, false, new Bytes().f64(1).i8(0).basketOf(1)))
                .isInstanceOf(Damage.Found.class)
                .hasMessageContaining("1 bytes more");
        assertThatThrownBy(
                        () -> read("TLeafD", "x", 1, false, new Bytes().f64(1).basketOf(100_000_000)))
                .isInstanceOf(Damage.Found.class)
                .hasMessageContaining("says that it has 100000000 entries");
        assertThatThrownBy(() -> read(
                        "TLeafF", "x[n]", 1, false, new Bytes().entry().i8(1).basket()))
                .isInstanceOf(Damage.Found.class)
                .hasMessageContaining("is no list of values of 4 bytes");
    }
}
