package hep.winnow.root.write;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Profile;

/**
 * A profile, a {@code TProfile}.
 *
 * @param histogram of Σwy, whose squares are Σwy²
 * @param sumW Σw by bin
 * @param sumW2 Σw² by bin
 * @param further sums of the events in range: Σwy, Σwy²
 */
record ProfileObject(Histogram1 histogram, double[] sumW, double[] sumW2, double[] further) implements Streamed {
    private static final int KINDS = 6;

    /** Returns one of a profile. Sums over x are those of the middles of the bins. */
    static ProfileObject of(Profile profile, String name, String title, String x, String y) {
        Binning bins = profile.binning();
        int cells = bins.bins() + 2;
        double[][] sums = new double[KINDS][cells];
        double[] all = profile.sums();
        double[] statistics = new double[4];
        double[] further = new double[2];
        double entries = 0;
        for (int i = 0; i < cells; i++) {
            for (int k = 0; k < KINDS; k++) {
                sums[k][i] = all[KINDS * i + k];
            }
            entries += profile.entries(i);
            if (i > 0 && i <= bins.bins()) {
                double center = bins.center(i);
                statistics[0] += sums[0][i];
                statistics[1] += sums[3][i];
                statistics[2] += sums[0][i] * center;
                statistics[3] += sums[0][i] * center * center;
                further[0] += sums[1][i];
                further[1] += sums[2][i];
            }
        }
        HistogramFields fields =
                new HistogramFields(name, title, Axis.x(x, bins), Axis.y(y), Axis.z(""), entries, statistics, sums[2]);
        return new ProfileObject(new Histogram1(fields, sums[1]), sums[0], sums[3], further);
    }

    @Override
    public String className() {
        return "TProfile";
    }

    @Override
    public void write(ObjectWriter to) {
        to.part(7, () -> {
            histogram.write(to);
            to.doubles(sumW).out().i32(0).f64(0).f64(0).doubles(further);
            to.doubles(sumW2);
        });
    }
}
