package hep.winnow.core.hist;

import hep.winnow.api.hist.Histogram;
import hep.winnow.kernels.stat.PoissonInterval;

/**
 * Contents of bins with an interval of one standard deviation; one entry per bin, under- and overflow left out.
 *
 * @param value contents
 * @param low lower ends
 * @param high upper ends
 */
record Measurement(double[] value, double[] low, double[] high) {
    /** Returns contents with Garwood's intervals where all weights of a bin are 1, and value ± √Σw² elsewhere. */
    static Measurement ofCounts(Histogram h) {
        int n = h.binning().bins();
        Measurement out = of(h);
        for (int i = 0; i < n; i++) {
            if (h.isCount(i + 1)) {
                PoissonInterval interval = PoissonInterval.of(h.entries(i + 1));
                out.low[i] = interval.low();
                out.high[i] = interval.high();
            }
        }
        return out;
    }

    /** Returns contents ± √Σw². */
    static Measurement of(Histogram h) {
        int n = h.binning().bins();
        double[] value = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            value[i] = h.sumW(i + 1);
            low[i] = value[i] - h.error(i + 1);
            high[i] = value[i] + h.error(i + 1);
        }
        return new Measurement(value, low, high);
    }

    /** Returns all numbers multiplied by a factor per bin; NaN takes a bin out. */
    Measurement times(double[] factor) {
        double[][] out = {value.clone(), low.clone(), high.clone()};
        for (double[] numbers : out) {
            for (int i = 0; i < factor.length; i++) {
                numbers[i] *= factor[i];
            }
        }
        return new Measurement(out[0], out[1], out[2]);
    }
}
