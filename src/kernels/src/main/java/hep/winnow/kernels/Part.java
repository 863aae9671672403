package hep.winnow.kernels;

/** Parts of the vector kernels, the most wanted first. Each is warmed up when it is first asked for, and then taken into use. */
enum Part {
    /** Tiles of four vectors of columns. */
    FOUR,
    TWO,
    THREE,
    ONE,
    /** Products of few rows. */
    ROW,
    RECTIFIERS,
    DESCENT,
    FUNCTIONS;

    /** No part. */
    static final int NONE = 0;

    int bit() {
        return 1 << ordinal();
    }

    /** Returns the tiles of so many vectors of columns. */
    static Part tiles(int width) {
        return switch (width) {
            case 1 -> ONE;
            case 2 -> TWO;
            case 3 -> THREE;
            case 4 -> FOUR;
            default -> throw new IllegalArgumentException("no tiles of " + width + " vectors");
        };
    }
}
