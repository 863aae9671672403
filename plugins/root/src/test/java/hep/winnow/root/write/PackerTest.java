package hep.winnow.root.write;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.Compression;
import hep.winnow.api.random.RandomStream;
import hep.winnow.root.file.Packing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackerTest {
    @ParameterizedTest
    @EnumSource(Codec.class)
    void packsWhatUnpacksEqual(Codec codec) throws IOException {
        Packer packer = new Packer(codec, 6);
        for (int size : new int[] {0, 1, 10, 300, 100_000}) {
            byte[] bytes = repetitive(size);
            ByteBuffer packed = packer.pack(bytes, size);

            assertThat(unpacked(packed, size)).as("%d bytes", size).isEqualTo(bytes);
            assertThat(packed.remaining() < size).isEqualTo(codec != Codec.NONE && size >= 300);
        }
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void leavesAloneWhatDoesNotBecomeSmaller(Codec codec) throws IOException {
        byte[] bytes = new byte[10_000];
        RandomStream random = new RandomStream(7);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        assertThat(new Packer(codec, 6).pack(bytes, bytes.length).remaining()).isEqualTo(bytes.length);
    }

    @ParameterizedTest
    @EnumSource(
            value = Codec.class,
            names = {"ZLIB", "LZMA", "LZ4", "ZSTD"})
    void partsLargeObjectsIntoBlocks(Codec codec) throws IOException {
        byte[] bytes = repetitive(0xffffff + 100_000);
        ByteBuffer packed = new Packer(codec, 6).pack(bytes, bytes.length);

        assertThat(packed.remaining()).isLessThan(bytes.length);
        assertThat(unpacked(packed, bytes.length)).isEqualTo(bytes);
    }

    @Test
    void takesTheCodecFromTheLevel() {
        assertThat(settings(Compression.of(0))).isEqualTo(0);
        assertThat(settings(Compression.of(1))).isEqualTo(404);
        assertThat(Codec.of(Compression.of(3))).isEqualTo(Codec.LZ4);
        assertThat(settings(Compression.of(4))).isEqualTo(505);
        assertThat(Codec.of(Compression.of(9))).isEqualTo(Codec.ZSTD);
    }

    @Test
    void takesTheCodecThatIsNamed() {
        assertThat(settings(new Compression(6, Optional.of("zlib")))).isEqualTo(106);
        assertThat(settings(new Compression(5, Optional.of("lzma")))).isEqualTo(205);
        assertThat(settings(new Compression(6, Optional.of("lz4")))).isEqualTo(404);
        assertThat(settings(new Compression(1, Optional.of("zstd")))).isEqualTo(505);
    }

    private static int settings(Compression compression) {
        return Codec.of(compression).settings(compression.level());
    }

    private static byte[] unpacked(ByteBuffer packed, int size) throws IOException {
        return Packing.unpack(packed.array(), packed.arrayOffset() + packed.position(), packed.remaining(), size);
    }

    private static byte[] repetitive(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i / 7 % 50 * (i % 3));
        }
        return bytes;
    }
}
