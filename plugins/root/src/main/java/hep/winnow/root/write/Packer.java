package hep.winnow.root.write;

import hep.winnow.root.file.Packing;
import hep.winnow.root.file.Xxh64;
import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.Deflater;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/** Packs objects in blocks, each behind nine bytes that tell how, and both sizes. Not safe for several threads. */
final class Packer {
    private static final int CHECKSUM = Long.BYTES;

    private final Codec codec;
    private final int level;
    private final Optional<Compressor> compressor;
    private byte[] out = new byte[0];

    /**
     * Makes one.
     *
     * @param level of zlib and LZMA, 1 to 9; other codecs have one only
     */
    Packer(Codec codec, int level) {
        this.codec = codec;
        this.level = level;
        this.compressor = switch (codec) {
            case LZ4 -> Optional.of(new Lz4Compressor());
            case ZSTD -> Optional.of(new ZstdCompressor());
            case NONE, ZLIB, LZMA -> Optional.empty();
        };
    }

    /** Returns the settings that a file tells, as ROOT counts them. */
    int settings() {
        return codec.settings(level);
    }

    /** Packs bytes from the beginning of an array; returns them as they are where packing would not make them fewer. What is returned is valid until the next call. */
    ByteBuffer pack(byte[] bytes, int length) {
        if (codec != Codec.NONE) {
            int packed = blocks(bytes, length);
            if (packed < length) {
                return ByteBuffer.wrap(out, 0, packed);
            }
        }
        return ByteBuffer.wrap(bytes, 0, length);
    }

    /** Returns the length of all blocks, or that of the bytes if one of the blocks would not become smaller. */
    private int blocks(byte[] bytes, int length) {
        int count = (length + codec.block() - 1) / codec.block();
        int block = Math.min(length, codec.block());
        long room = (long) count * (Packing.HEAD + CHECKSUM) + length + bound(block);
        if (room > Integer.MAX_VALUE - 8) {
            return length;
        }
        if (out.length < room) {
            out = new byte[(int) room];
        }
        int to = 0;
        for (int from = 0; from < length; from += block) {
            int size = Math.min(block, length - from);
            int packed = block(bytes, from, size, to);
            if (packed >= size) {
                return length;
            }
            to += packed;
        }
        return to;
    }

    private int bound(int block) {
        return compressor.map(c -> c.maxCompressedLength(block)).orElse(block);
    }

    /** Packs one block to a place of the output, and returns its length with what stands before it. */
    private int block(byte[] bytes, int from, int size, int to) {
        int at = to + Packing.HEAD;
        int length;
        if (codec == Codec.LZ4) {
            length = CHECKSUM + compress(bytes, from, size, at + CHECKSUM);
            ByteBuffer.wrap(out).putLong(at, Xxh64.of(out, at + CHECKSUM, length - CHECKSUM));
        } else {
            length = compress(bytes, from, size, at);
        }
        out[to] = (byte) codec.tag().charAt(0);
        out[to + 1] = (byte) codec.tag().charAt(1);
        out[to + 2] = codec.method();
        three(length, to + 3);
        three(size, to + 6);
        return Packing.HEAD + length;
    }

    private int compress(byte[] bytes, int from, int size, int to) {
        return switch (codec) {
            case ZLIB -> deflate(bytes, from, size, to);
            case LZMA -> lzma(bytes, from, size, to);
            default -> compressor.orElseThrow().compress(bytes, from, size, out, to, out.length - to);
        };
    }

    /** What does not fit into the room, which the block itself would fill, has not become smaller. */
    private int deflate(byte[] bytes, int from, int size, int to) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(bytes, from, size);
            deflater.finish();
            int length = deflater.deflate(out, to, out.length - to);
            return deflater.finished() ? length : size;
        } finally {
            deflater.end();
        }
    }

    private int lzma(byte[] bytes, int from, int size, int to) {
        Output packed = new Output(out, to);
        try {
            LZMA2Options options = new LZMA2Options(level);
            // What looks back further than the block is long takes memory for nothing.
            options.setDictSize(Math.max(LZMA2Options.DICT_SIZE_MIN, Math.min(options.getDictSize(), size)));
            try (XZOutputStream stream =
                    new XZOutputStream(packed, options, XZ.CHECK_CRC32, BasicArrayCache.getInstance())) {
                stream.write(bytes, from, size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.isFull() ? size : packed.length();
    }

    /** Takes bytes as long as there is room. */
    private static final class Output extends OutputStream {
        private final byte[] bytes;
        private final int from;
        private int at;
        private boolean isFull;

        Output(byte[] bytes, int from) {
            this.bytes = bytes;
            this.from = from;
            this.at = from;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] more, int first, int length) {
            isFull |= length > bytes.length - at;
            if (!isFull) {
                System.arraycopy(more, first, bytes, at, length);
                at += length;
            }
        }

        boolean isFull() {
            return isFull;
        }

        int length() {
            return at - from;
        }
    }

    private void three(int value, int at) {
        out[at] = (byte) value;
        out[at + 1] = (byte) (value >> 8);
        out[at + 2] = (byte) (value >> 16);
    }
}
