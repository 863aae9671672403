package hep.winnow.root.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Blocks of each codec. */
class PackingTest {
    private static final byte[] TEXT = "to be, or not to be, that is the question: to be, or not to be "
            .repeat(20)
            .getBytes(StandardCharsets.UTF_8);

    private static byte[] block(String codec, byte[] packed, int size) {
        ByteBuffer out = ByteBuffer.allocate(Packing.HEAD + packed.length);
        out.put(codec.getBytes(StandardCharsets.US_ASCII)).put((byte) 8);
        for (int n : new int[] {packed.length, size}) {
            out.put((byte) n).put((byte) (n >> 8)).put((byte) (n >> 16));
        }
        return out.put(packed).array();
    }

    private static byte[] pack(Compressor compressor) {
        byte[] out = new byte[compressor.maxCompressedLength(TEXT.length)];
        return Arrays.copyOf(out, compressor.compress(TEXT, 0, TEXT.length, out, 0, out.length));
    }

    private static byte[] deflate(boolean isOld) {
        Deflater deflater = new Deflater(6, isOld);
        deflater.setInput(TEXT);
        deflater.finish();
        byte[] out = new byte[TEXT.length];
        int n = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, n);
    }

    private static byte[] xz() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(1))) {
            xz.write(TEXT);
        }
        return out.toByteArray();
    }

    private static byte[] lz4() {
        byte[] packed = pack(new Lz4Compressor());
        return ByteBuffer.allocate(8 + packed.length)
                .putLong(Xxh64.of(packed, 0, packed.length))
                .put(packed)
                .array();
    }

    private static byte[] unpack(byte[] packed, int size) throws IOException {
        return Packing.unpack(packed, 0, packed.length, size);
    }

    @Test
    void unpacksEachCodec() throws IOException {
        assertThat(unpack(block("ZL", deflate(false), TEXT.length), TEXT.length))
                .isEqualTo(TEXT);
        assertThat(unpack(block("CS", deflate(true), TEXT.length), TEXT.length)).isEqualTo(TEXT);
        assertThat(unpack(block("XZ", xz(), TEXT.length), TEXT.length)).isEqualTo(TEXT);
        assertThat(unpack(block("L4", lz4(), TEXT.length), TEXT.length)).isEqualTo(TEXT);
        assertThat(unpack(block("ZS", pack(new ZstdCompressor()), TEXT.length), TEXT.length))
                .isEqualTo(TEXT);
    }

    @Test
    void unpacksSeveralBlocks() throws IOException {
        byte[] one = block("ZL", deflate(false), TEXT.length);
        byte[] two = ByteBuffer.allocate(2 * one.length).put(one).put(one).array();

        assertThat(unpack(two, 2 * TEXT.length)).startsWith(TEXT).endsWith(TEXT);
    }

    @Test
    void returnsWhatIsNotPacked() throws IOException {
        assertThat(unpack(TEXT, TEXT.length)).isEqualTo(TEXT);
    }

    @Test
    void seesAChangedBitOfLz4() {
        byte[] packed = block("L4", lz4(), TEXT.length);
        packed[packed.length - 5] ^= 1;

        assertThatThrownBy(() -> unpack(packed, TEXT.length)).hasMessageContaining("checksum");
    }

    @Test
    void refusesSizesThatNoCodecReaches() {
        byte[] packed = block("ZL", deflate(false), 1 << 23);

        assertThatThrownBy(() -> unpack(packed, 1 << 23))
                .isInstanceOf(Damage.Found.class)
                .hasMessageContaining("says that it unpacks to 8388608");
        assertThatThrownBy(() -> unpack(packed, 1 << 30)).isInstanceOf(Damage.Found.class);
        assertThatThrownBy(() -> unpack(block("Q4", TEXT, 9), 9)).hasMessageContaining("'Q4'");
        assertThatThrownBy(() -> unpack(new byte[3], 9)).hasMessageContaining("should to 9");
    }

    /** A size of all ones is taken for a negative one. */
    @Test
    void refusesAFrameOfZstandardWithoutASize() {
        byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, (byte) 0xe0, -1, -1, -1, -1, -1, -1, -1, -1, 1, 0, 0};
        assertThatThrownBy(() -> unpack(block("ZS", frame, 100), 100))
                .isInstanceOf(Damage.Found.class)
                .hasMessageContaining("does not unpack");
    }

    @Test
    void computesTheChecksum() {
        byte[] none = {};

        assertThat(Xxh64.of(none, 0, 0)).isEqualTo(0xEF46DB3751D8E999L);
    }
}
