package hep.winnow.root.write;

import java.util.List;

/**
 * What all kinds of histograms have, a {@code TH1}.
 *
 * @param name of the histogram
 * @param title of the histogram
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param z the axis of contents
 * @param entries raw number of events, under- and overflow included
 * @param sums of the events in range: Σw, Σw², Σwx, Σwx²
 * @param squares what ROOT calls {@code fSumw2}: by cell, under- and overflow included, in a histogram Σw²
 */
record HistogramFields(
        String name, String title, Axis x, Axis y, Axis z, double entries, double[] sums, double[] squares) {
    private static final int MUST_CLEANUP = 8;
    private static final int BAR_WIDTH = 1000;
    private static final int DOT = 20;

    /** What ROOT has for a limit that is not set. */
    static final double UNSET = -1111;

    /** Whether under- and overflow count in statistics: as the session has it. */
    private static final int NEUTRAL = 2;

    void write(ObjectWriter to) {
        to.part(8, () -> {
            to.named(name, title, MUST_CLEANUP).line().fill().marker(DOT);
            to.out().i32(squares.length);
            x.write(to);
            y.write(to);
            z.write(to);
            to.out().i16(0).i16(BAR_WIDTH).f64(entries).doubles(sums);
            to.out().f64(UNSET).f64(UNSET).f64(0);
            to.doubles().doubles(squares).out().text("");
            to.list(List.of());
            to.out().i32(0).i8(0).i32(0).i32(NEUTRAL);
        });
    }
}
