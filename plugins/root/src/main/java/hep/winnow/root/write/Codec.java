package hep.winnow.root.write;

/** How objects are packed, with the numbers that ROOT has for it. */
enum Codec {
    NONE(0, 0, "", 0),
    ZLIB(1, 6, "ZL", 8),
    LZ4(4, 4, "L4", 1),
    ZSTD(5, 5, "ZS", 1);

    /** The highest level of {@code compression=} that means speed more than size. */
    private static final int FAST = 3;

    private final int algorithm;
    private final int level;
    private final String tag;
    private final int method;

    Codec(int algorithm, int level, String tag, int method) {
        this.algorithm = algorithm;
        this.level = level;
        this.tag = tag;
        this.method = method;
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

    /** Returns the level. */
    int level() {
        return level;
    }

    /** Returns the two characters before each packed block. */
    String tag() {
        return tag;
    }

    /** Returns the byte behind them. */
    int method() {
        return method;
    }
}
