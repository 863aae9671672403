package hep.winnow.core.model.transform;

import hep.winnow.kernels.stat.StoredOrder;
import java.util.function.IntFunction;

/** Columns that come in chunks, again for each sum. */
final class ColumnsInChunks implements TrainColumns {
    private final int columns;
    private final long size;
    private final TransformFitter.OneColumn one;
    private final TransformFitter.TwoColumns two;
    private final IntFunction<StoredOrder> order;
    private final double[] sum = new double[2];
    private long negative;

    ColumnsInChunks(
            int columns,
            long size,
            TransformFitter.OneColumn one,
            TransformFitter.TwoColumns two,
            IntFunction<StoredOrder> order) {
        this.columns = columns;
        this.size = size;
        this.one = one;
        this.two = two;
        this.order = order;
        one.forEach(0, (x, weight, n) -> {
            for (int i = 0; i < n; i++) {
                sum[0] += weight[i];
                sum[1] += Math.abs(weight[i]);
                negative += weight[i] < 0 ? 1 : 0;
            }
        });
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long negative() {
        return negative;
    }

    @Override
    public double sum(boolean isAbsolute) {
        return sum[isAbsolute ? 1 : 0];
    }

    private static double[] weights(double[] weight, boolean isAbsolute, int n) {
        if (!isAbsolute) {
            return weight;
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = Math.abs(weight[i]);
        }
        return out;
    }

    @Override
    public double mean(int column, boolean isAbsolute) {
        Sums.Mean mean = new Sums.Mean();
        one.forEach(column, (x, weight, n) -> mean.add(x, weights(weight, isAbsolute, n), n));
        return mean.value();
    }

    @Override
    public double variance(int column, double mean, boolean isAbsolute) {
        Sums.Variance variance = new Sums.Variance(mean);
        one.forEach(column, (x, weight, n) -> variance.add(x, weights(weight, isAbsolute, n), n));
        return variance.value();
    }

    @Override
    public double[] range(int column) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        one.forEach(column, (x, weight, n) -> {
            for (int i = 0; i < n; i++) {
                range[0] = Math.min(range[0], x[i]);
                range[1] = Math.max(range[1], x[i]);
            }
        });
        return range;
    }

    @Override
    public double product(int first, double firstMean, int second, double secondMean, boolean isAbsolute) {
        ProductSum sum = new ProductSum(firstMean, secondMean, size);
        two.forEach(first, second, (x, y, weight, n) -> sum.add(x, y, weight, isAbsolute, n));
        return sum.value();
    }

    @Override
    public Masses masses(int column) {
        StoredOrder sorted = order.apply(column);
        return new Masses() {
            @Override
            public void forEach(Visitor visitor) {
                MassGroups groups = new MassGroups(visitor);
                sorted.forEach((value, absolute, none, tag) -> groups.add(value, absolute));
                groups.end();
            }

            @Override
            public void close() {
                sorted.close();
            }
        };
    }
}
