package hep.winnow.kernels;

/** Parts of the vector kernels, the most wanted first. Each is warmed up when it is first asked for, and then taken into use. */
enum Part {
    /** Tiles of four vectors of columns. */
    FOUR(1),
    TWO(2),
    THREE(4),
    ONE(8),
    /** Products of few rows. */
    ROW(16),
    RECTIFIERS(32),
    /** Rectifiers with a slope below 0. */
    LEAKY(64),
    /** Sums and products of arrays. */
    ARRAYS(128),
    /** The steps of Adam. */
    ADAM(256),
    /** The steps of other solvers, and penalties. */
    STEPS(512),
    /** The sigmoid alone, which the loss of two classes needs. */
    SIGMOID(1024),
    /** All other functions. */
    FUNCTIONS(2048),
    COMPARISONS(4096),
    /** Layers on panels of events. */
    PANELS(8192);

    /** No part. */
    static final int NONE = 0;

    private final int bit;

    Part(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
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
