package hep.winnow.root.write;

import hep.winnow.api.hist.Binning;

/**
 * The axis of a histogram, a {@code TAxis}.
 *
 * @param name that ROOT has for it: {@code xaxis}, {@code yaxis}, {@code zaxis}
 * @param title with the unit
 * @param bins of the axis; those of an axis that is none are one bin from 0 to 1
 */
record Axis(String name, String title, Binning bins) {
    private static final int DIVISIONS = 510;
    private static final int FONT = 42;
    private static final float LABEL_OFFSET = 0.005f;
    private static final float TEXT_SIZE = 0.035f;
    private static final float TICK_LENGTH = 0.03f;

    static Axis x(String title, Binning bins) {
        return new Axis("xaxis", title, bins);
    }

    static Axis y(String title, Binning bins) {
        return new Axis("yaxis", title, bins);
    }

    /** Returns an axis of one bin, which has a title alone. */
    static Axis y(String title) {
        return y(title, Binning.uniform(1, 0, 1));
    }

    static Axis z(String title) {
        return new Axis("zaxis", title, Binning.uniform(1, 0, 1));
    }

    void write(ObjectWriter to) {
        to.part(10, () -> {
            to.named(name, title);
            attributes(to);
            to.out().i32(bins.bins()).f64(bins.low()).f64(bins.high());
            to.doubles(bins.isUniform() ? new double[0] : bins.edges());
            to.out().i32(0).i32(0).i16(0).i8(0).text("");
            to.nothing().nothing();
        });
    }

    private static void attributes(ObjectWriter to) {
        to.part(
                4,
                () -> to.out()
                        .i32(DIVISIONS)
                        .i16(1)
                        .i16(1)
                        .i16(FONT)
                        .f32(LABEL_OFFSET)
                        .f32(TEXT_SIZE)
                        .f32(TICK_LENGTH)
                        .f32(1)
                        .f32(TEXT_SIZE)
                        .i16(1)
                        .i16(FONT));
    }
}
