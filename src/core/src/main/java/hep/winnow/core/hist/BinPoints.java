package hep.winnow.core.hist;

import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Layer.Filled;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import java.util.Optional;

/** Points in the middle of bins. */
final class BinPoints {
    private BinPoints() {}

    /** Returns a layer of points; bins that differ in width get a bar over theirs. NaN is left out; with contents of bins the axis shows 0. */
    static Layer of(
            String label, Binning bins, Measurement shown, Tint tint, boolean isContent, Optional<Filled> filled) {
        int n = bins.bins();
        double[] x = new double[n];
        double[] half = new double[bins.isUniform() ? 0 : n];
        for (int i = 0; i < n; i++) {
            x[i] = bins.center(i + 1);
            if (!bins.isUniform()) {
                half[i] = bins.width(i + 1) / 2;
            }
        }
        return new Layer.Measured(label, x, half, shown.value(), shown.low(), shown.high(), tint, isContent, filled);
    }
}
