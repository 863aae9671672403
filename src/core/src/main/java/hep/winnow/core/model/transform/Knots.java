package hep.winnow.core.model.transform;

import java.util.Arrays;

/**
 * Where the distribution of a column is known: values and (Σ of weights below + half of those at the value) / Σ, as a share or as a normal quantile. Of the values those are kept that are a
 * step away from the last one, or before a jump, and both ends.
 *
 * @param values rising
 * @param levels of the values, rising
 */
record Knots(double[] values, double[] levels) {
    /** Knots are as far apart as this share of the way. */
    private static final double STEP = 1.0 / 2048;

    private static final double GAUSS_STEP = 1.0 / 256;

    static Knots of(TrainColumns columns, int column, boolean isGauss) {
        try (TrainColumns.Masses masses = columns.masses(column)) {
            double[] total = new double[1];
            masses.forEach((value, mass) -> total[0] += mass);
            Choice choice = new Choice(total[0], isGauss);
            masses.forEach(choice::add);
            return choice.end();
        }
    }

    /** Looks at one value while the next is known: whether a jump follows decides whether it is kept. */
    private static final class Choice {
        private final double total;
        private final boolean isGauss;
        private final double step;
        private double[] values = new double[64];
        private double[] levels = new double[64];
        private int kept;
        private double below;
        private double value;
        private double level;
        private boolean isBegun;

        Choice(double total, boolean isGauss) {
            this.total = total;
            this.isGauss = isGauss;
            this.step = isGauss ? GAUSS_STEP : STEP;
        }

        void add(double nextValue, double mass) {
            double share = (below + mass / 2) / total;
            double nextLevel = isGauss ? NormalQuantile.of(share) : share;
            below += mass;
            if (isBegun && (kept == 0 || level - levels[kept - 1] >= step || nextLevel - level >= step)) {
                keep();
            }
            isBegun = true;
            value = nextValue;
            level = nextLevel;
        }

        private void keep() {
            if (kept == values.length) {
                values = Arrays.copyOf(values, 2 * kept);
                levels = Arrays.copyOf(levels, 2 * kept);
            }
            values[kept] = value;
            levels[kept++] = level;
        }

        Knots end() {
            if (isBegun) {
                keep();
            }
            return new Knots(Arrays.copyOf(values, kept), Arrays.copyOf(levels, kept));
        }
    }
}
