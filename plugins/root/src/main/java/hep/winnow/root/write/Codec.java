package hep.winnow.root.write;

/**
 * How objects are packed, with the numbers that ROOT has for it. Not by zlib, though every version of ROOT reads it: what the JDK's packs depends on the library that it was built with, so that equal
 * events would not give equal files.
 */
enum Codec {
    NONE(0, 0, ""),
    LZ4(4, 4, "L4"),
    ZSTD(5, 5, "ZS");

    /** The highest level of {@code compression=} that means speed more than size. */
    private static final int FAST = 3;

    private final int algorithm;
    private final int level;
    private final String tag;

    Codec(int algorithm, int level, String tag) {
        this.algorithm = algorithm;
        this.level = level;
        this.tag = tag;
    }

    /** Returns the codec for a level of {@code compression=}: none for 0, LZ4 for 1 to 3, Zstandard for 4 to 9. */
    static Codec ofLevel(int level) {
        if (level == 0) {
            return NONE;
        }
        return level <= FAST ? LZ4 : ZSTD;
    }

    /** Returns what ROOT calls the compression settings: 100 times the algorithm, and the level. */
    int settings() {
        return 100 * algorithm + level;
    }

    /** Returns the two characters before each packed block. */
    String tag() {
        return tag;
    }
}
