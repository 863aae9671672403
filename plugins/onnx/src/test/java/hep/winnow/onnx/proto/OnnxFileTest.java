package hep.winnow.onnx.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnnxFileTest {
    private static final OnnxFile FILE = new OnnxFile(
            "winnow",
            17,
            List.of(""),
            List.of(new OnnxNode(
                    "LeakyRelu",
                    List.of("x"),
                    List.of("y"),
                    Map.of("alpha", 0.25f, "axis", -1L, "pads", List.of(0L, 300L)))),
            List.of(
                    new TensorData("w", ElementType.FLOAT, List.of(2L, 1L), new double[] {0.5, -3}),
                    TensorData.wholes("n", -1, 1L << 40),
                    new TensorData("d", ElementType.DOUBLE, List.of(), new double[] {0.1})),
            List.of(ValueInfo.events("x", ElementType.FLOAT, 3)),
            List.of(ValueInfo.events("y", ElementType.DOUBLE, 1)),
            Map.of("k\u00e4se", "\u4f60"));

    private static byte[] bytes() {
        return FILE.toBytes("1", "graph", "doc");
    }

    @Test
    void readsBackWhatItWrote() {
        OnnxFile read = OnnxFile.read(bytes());
        assertThat(read.producer()).isEqualTo("winnow 1");
        assertThat(read.opset()).isEqualTo(17);
        assertThat(read.nodes()).isEqualTo(FILE.nodes());
        assertThat(read.inputs()).isEqualTo(FILE.inputs());
        assertThat(read.outputs()).isEqualTo(FILE.outputs());
        assertThat(read.metadata()).isEqualTo(FILE.metadata());
        assertThat(read.inputs().get(0).dims()).contains(List.of(Optional.empty(), Optional.of(3L)));
        for (int i = 0; i < 3; i++) {
            assertThat(read.constants().get(i).dims())
                    .isEqualTo(FILE.constants().get(i).dims());
            assertThat(read.constants().get(i).values())
                    .isEqualTo(FILE.constants().get(i).values());
        }
    }

    /** The first bytes by the definition of the format: field 1 is a number and has tag 8, field 2 a text of 6 bytes. */
    @Test
    void writesTheBytesOfTheFormat() {
        assertThat(Arrays.copyOf(bytes(), 10)).isEqualTo(new byte[] {8, 8, 0x12, 6, 'w', 'i', 'n', 'n', 'o', 'w'});
        assertThat(bytes()).isEqualTo(bytes());
    }

    @Test
    void refusesEveryFileThatIsCutOffInsideAField() {
        byte[] bytes = bytes();
        int refused = 0;
        for (int length = 0; length < bytes.length; length++) {
            try {
                OnnxFile.read(Arrays.copyOf(bytes, length));
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        // Between the fields of the outermost message a file may end.
        assertThat(refused).isGreaterThan(bytes.length - 8);
    }

    @Test
    void refusesSizesThatTheFileDoesNotHave() {
        byte[] claim = {0x3a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
        assertThatThrownBy(() -> OnnxFile.read(claim))
                .hasMessageContaining("claims 34359738367 bytes, there are 0 left");
        assertThatThrownBy(() -> new TensorData("w", ElementType.FLOAT, List.of(1L << 40, 1L << 40), new double[1]))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void noticesEachChangeOfASealedFile() {
        byte[] sealed = Seal.put(bytes());
        assertThat(Seal.isWhole(sealed)).isTrue();
        assertThat(OnnxFile.read(sealed).nodes()).isEqualTo(FILE.nodes());
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 4;
            assertThat(Seal.isWhole(changed)).as("byte %d", i).isFalse();
        }
        assertThat(Seal.isOurs(sealed)).isTrue();
        assertThat(Seal.isOurs(bytes())).isFalse();
    }
}
