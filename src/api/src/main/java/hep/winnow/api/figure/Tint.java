package hep.winnow.api.figure;

/**
 * The meaning of a colour; the renderer holds the palette, which colour-blind readers can tell apart. A series number is for things without a role: models, classes,
 * samples; numbers beyond the palette begin anew.
 *
 * @param kind its meaning
 * @param series number from 0, for {@link Kind#SERIES}
 */
public record Tint(Kind kind, int series) {
    /** What a colour stands for. */
    public enum Kind {
        SIGNAL,
        BACKGROUND,
        DATA,
        /** Reference lines, chance, cuts. */
        REFERENCE,
        SERIES
    }

    public static final Tint SIGNAL = new Tint(Kind.SIGNAL, 0);
    public static final Tint BACKGROUND = new Tint(Kind.BACKGROUND, 0);
    public static final Tint DATA = new Tint(Kind.DATA, 0);
    public static final Tint REFERENCE = new Tint(Kind.REFERENCE, 0);

    /** Returns the colour of series {@code number}, from 0. */
    public static Tint series(int number) {
        return new Tint(Kind.SERIES, number);
    }
}
