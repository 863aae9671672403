package hep.winnow.neural.gan;

import hep.winnow.api.run.Workers;

/**
 * The energy distance of weighted points: 2·E|X - Y| - E|X - X'| - E|Y - Y'| (Székely and Rizzo, J. Stat. Plan. Inference 143, 2013). It is 0 for equal distributions and above for all others; between two samples of n events of the same
 * distribution it is about 2/n times their mean distance. The work is the product of the numbers of points; sums are taken in a fixed order.
 */
final class EnergyDistance {
    private final int features;
    private final Workers workers;

    EnergyDistance(int features, Workers workers) {
        this.features = features;
        this.workers = workers;
    }

    /**
     * Points in a space.
     *
     * @param x coordinates, point by point
     * @param weight one per point, of any sign but with a sum other than 0
     */
    record Cloud(float[] x, double[] weight) {
        double sum() {
            double sum = 0;
            for (double w : weight) {
                sum += w;
            }
            return sum;
        }
    }

    /** Returns E|X - Y|, where X and Y are drawn from the clouds by weight. */
    double mean(Cloud a, Cloud b) {
        double[] rows = new double[a.weight.length];
        workers.forEach(rows.length, i -> rows[i] = a.weight[i] * row(a, i, b));
        double sum = 0;
        for (double row : rows) {
            sum += row;
        }
        return sum / (a.sum() * b.sum());
    }

    private double row(Cloud a, int i, Cloud b) {
        double sum = 0;
        for (int j = 0; j < b.weight.length; j++) {
            double square = 0;
            for (int f = 0; f < features; f++) {
                double d = (double) a.x[i * features + f] - b.x[j * features + f];
                square += d * d;
            }
            sum += b.weight[j] * Math.sqrt(square);
        }
        return sum;
    }
}
