package hep.winnow.core.model.transform;

import hep.winnow.kernels.stat.ScoreOrder;
import java.util.Arrays;

/** Columns that lie in memory. */
final class ColumnsInMemory implements TrainColumns {
    private final double[][] values;
    private final double[] weight;
    private final double[] absolute;
    private final int n;
    private final long negative;

    ColumnsInMemory(double[][] values, double[] weight, int n) {
        this.values = values;
        this.weight = weight;
        this.n = n;
        this.absolute = Arrays.stream(weight, 0, n).map(Math::abs).toArray();
        this.negative = Arrays.stream(weight, 0, n).filter(w -> w < 0).count();
    }

    @Override
    public int columns() {
        return values.length;
    }

    @Override
    public long size() {
        return n;
    }

    @Override
    public long negative() {
        return negative;
    }

    private double[] weight(boolean isAbsolute) {
        return isAbsolute ? absolute : weight;
    }

    @Override
    public double sum(boolean isAbsolute) {
        return Sums.sum(weight(isAbsolute), n);
    }

    @Override
    public double mean(int column, boolean isAbsolute) {
        Sums.Mean mean = new Sums.Mean();
        mean.add(values[column], weight(isAbsolute), n);
        return mean.value();
    }

    @Override
    public double variance(int column, double mean, boolean isAbsolute) {
        Sums.Variance variance = new Sums.Variance(mean);
        variance.add(values[column], weight(isAbsolute), n);
        return variance.value();
    }

    @Override
    public double[] range(int column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            low = Math.min(low, values[column][i]);
            high = Math.max(high, values[column][i]);
        }
        return new double[] {low, high};
    }

    @Override
    public double product(int first, double firstMean, int second, double secondMean, boolean isAbsolute) {
        ProductSum sum = new ProductSum(firstMean, secondMean, n);
        sum.add(values[first], values[second], weight(isAbsolute), false, n);
        return sum.value();
    }

    @Override
    public Masses masses(int column) {
        double[] x = values[column];
        int[] order = ScoreOrder.rising(x.length == n ? x : Arrays.copyOf(x, n));
        return new Masses() {
            @Override
            public void forEach(Visitor visitor) {
                MassGroups groups = new MassGroups(visitor);
                for (int index : order) {
                    groups.add(x[index], absolute[index]);
                }
                groups.end();
            }

            @Override
            public void close() {}
        };
    }
}
