package hep.winnow.root.write;

import hep.winnow.api.event.Compression;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How objects are packed, with the numbers that ROOT has for it. */
enum Codec {
    NONE(0, 0, ""),
    /** Read by every ROOT. What the JDK's packs depends on the library that it was built with, so that equal events need not give equal bytes: never taken unless asked for. */
    ZLIB(1, 8, "ZL"),
    /** Packs best, slowly. */
    LZMA(2, 0, "XZ"),
    LZ4(4, 1, "L4"),
    ZSTD(5, 1, "ZS");

    /** The highest level of {@code compression=} that means speed more than size. */
    private static final int FAST = 3;

    private static final int BLOCK = 0xffffff;
    private static final int LZMA_BLOCK = 60_000;

    private final int algorithm;
    private final int method;
    private final String tag;

    Codec(int algorithm, int method, String tag) {
        this.algorithm = algorithm;
        this.method = method;
        this.tag = tag;
    }

    /** Returns the codec that is asked for; if none is, LZ4 for levels 1 to 3, and Zstandard for 4 to 9. */
    static Codec of(Compression compression) {
        if (compression.level() == 0) {
            return NONE;
        }
        return compression
                .codec()
                .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(compression.level() <= FAST ? LZ4 : ZSTD);
    }

    /** Returns what macros call them. */
    static List<String> names() {
        return Arrays.stream(values())
                .filter(c -> c != NONE)
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns what ROOT calls the compression settings: 100 times the algorithm, and the level; where the library has one level only, the one that ROOT takes by default. */
    int settings(int level) {
        return switch (this) {
            case NONE -> 0;
            case ZLIB, LZMA -> 100 * algorithm + level;
            default -> 100 * algorithm + algorithm;
        };
    }

    /** Returns how many bytes are packed together at most. Of LZMA as many as surely make one piece of what it calls a stream: JSROOT takes the first piece for all. */
    int block() {
        return this == LZMA ? LZMA_BLOCK : BLOCK;
    }

    /** Returns the two characters before each packed block. */
    String tag() {
        return tag;
    }

    /** Returns the byte behind them: of zlib its method, of others the version of the format. */
    byte method() {
        return (byte) method;
    }
}
