package hep.winnow.root.write;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;

/**
 * A histogram over one axis, a {@code TH1D}.
 *
 * @param fields all but its contents
 * @param contents Σw by bin, underflow first
 */
record Histogram1(HistogramFields fields, double[] contents) implements Streamed {
    /** Returns one of a histogram. Of the sums that give mean and spread ROOT wants those of the events; there are only those of the middles of the bins, as after {@code TH1::ResetStats}. */
    static Histogram1 of(Histogram histogram, String name, String title, String x, String y) {
        Binning bins = histogram.binning();
        int cells = bins.bins() + 2;
        double[] contents = new double[cells];
        double[] squares = new double[cells];
        double[] sums = new double[4];
        for (int i = 0; i < cells; i++) {
            contents[i] = histogram.sumW(i);
            squares[i] = histogram.sumW2(i);
            if (i > 0 && i <= bins.bins()) {
                double center = bins.center(i);
                sums[0] += contents[i];
                sums[1] += squares[i];
                sums[2] += contents[i] * center;
                sums[3] += contents[i] * center * center;
            }
        }
        return new Histogram1(
                new HistogramFields(
                        name, title, Axis.x(x, bins), Axis.y(y), Axis.z(""), histogram.entries(), sums, squares),
                contents);
    }

    @Override
    public String className() {
        return "TH1D";
    }

    @Override
    public void write(ObjectWriter to) {
        to.part(3, () -> {
            fields.write(to);
            to.doubles(contents);
        });
    }
}
