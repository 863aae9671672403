package hep.winnow.root.ntuple;

import hep.winnow.root.file.Xxh64;
import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packs as ROOT does: a block behind nine bytes, or not at all if that is not shorter. */
enum Packer {
    NONE(""),
    ZLIB("ZL\10"),
    LZMA("XZ\0"),
    LZ4("L4\1"),
    ZSTD("ZS\1");

    private final String mark;

    Packer(String mark) {
        this.mark = mark;
    }

    byte[] pack(byte[] bytes) {
        if (this == NONE || bytes.length == 0) {
            return bytes;
        }
        byte[] packed = block(bytes);
        byte[] out = new Bytes()
                .raw(mark.getBytes(StandardCharsets.ISO_8859_1))
                .low(packed.length, 3)
                .low(bytes.length, 3)
                .raw(packed)
                .all();
        return out.length < bytes.length ? out : bytes;
    }

    private byte[] block(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (this) {
                case ZLIB -> {
                    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
                        deflater.write(bytes);
                    }
                }
                case LZMA -> {
                    try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(1))) {
                        xz.write(bytes);
                    }
                }
                case LZ4 -> {
                    byte[] packed = compress(new Lz4Compressor(), bytes);
                    out.writeBytes(new Bytes()
                            .big(Xxh64.of(packed, 0, packed.length), 8)
                            .raw(packed)
                            .all());
                }
                default -> out.writeBytes(compress(new ZstdCompressor(), bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] compress(Compressor compressor, byte[] bytes) {
        byte[] out = new byte[compressor.maxCompressedLength(bytes.length)];
        int n = compressor.compress(bytes, 0, bytes.length, out, 0, out.length);
        return Arrays.copyOf(out, n);
    }
}
