package hep.winnow.toys.shape;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.SampleDefaults;
import hep.winnow.toys.source.ToySource;
import java.util.List;

/** Points {@code x, y} in the plane, each with a class {@code label}. */
final class Points {
    /** What holds for shapes of two classes. */
    static final SampleDefaults SIGNAL_IS_ONE = new SampleDefaults("", "label == 1", "");

    private static final List<ColumnInfo> SCHEMA = List.of(
            ColumnInfo.of("x", ColumnType.DOUBLE),
            ColumnInfo.of("y", ColumnType.DOUBLE),
            ColumnInfo.of("label", ColumnType.INT));

    private Points() {}

    /** Makes one point. */
    @FunctionalInterface
    interface Rule {
        /**
         * Makes a point of class {@code event % classes}, so that classes take turns and any sample is balanced.
         *
         * @param random where it draws from
         * @param event index of the event in the sample, from 0
         * @param point x and y, written
         * @return the label
         */
        int make(RandomStream random, long event, double[] point);
    }

    /** Returns the source of {@code events} points, each smeared by a Gaussian of width {@code noise} in x and in y. */
    static EventSource source(long events, double noise, RandomStream random, Rule rule) {
        return new ToySource(SCHEMA, events, random, (stream, first, n) -> block(noise, stream, first, n, rule));
    }

    private static List<Column> block(double noise, RandomStream random, long first, int n, Rule rule) {
        double[] x = new double[n];
        double[] y = new double[n];
        int[] label = new int[n];
        double[] point = new double[2];
        for (int i = 0; i < n; i++) {
            label[i] = rule.make(random, first + i, point);
            x[i] = point[0] + noise * random.nextGaussian();
            y[i] = point[1] + noise * random.nextGaussian();
        }
        return List.of(new Column.Doubles(x), new Column.Doubles(y), new Column.Ints(label));
    }
}
