package hep.winnow.toys.shape;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.Verb;
import hep.winnow.toys.source.ToySource;
import java.util.List;

/** A function of two variables, for regression. */
@Verb(
        value = "toy",
        kind = "sine2d",
        doc =
                "z = sin(pi x) cos(pi y) plus Gaussian noise, with x and y spread evenly over -1..1: a target for a regression.",
        examples = "toy waves = sine2d events=4000 noise=0.05")
public record Sine2d(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of events", value = "1000", min = 1)
        long events,

        @Option(
                doc = "width of the Gaussian that is added to z: no model can have a smaller root-mean-square error",
                value = "0.05",
                min = 0)
        double noise,

        @Inline SampleOptions sample)
        implements SourceStep {
    private static final List<ColumnInfo> SCHEMA = List.of(
            ColumnInfo.of("x", ColumnType.DOUBLE),
            ColumnInfo.of("y", ColumnType.DOUBLE),
            ColumnInfo.of("z", ColumnType.DOUBLE));

    @Override
    public EventSource source(RandomStream random) {
        return new ToySource(SCHEMA, events, random, this::block);
    }

    private List<Column> block(RandomStream random, long first, int n) {
        double[] x = new double[n];
        double[] y = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextDouble(-1, 1);
            y[i] = random.nextDouble(-1, 1);
            z[i] = StrictMath.sin(Math.PI * x[i]) * StrictMath.cos(Math.PI * y[i]) + noise * random.nextGaussian();
        }
        return List.of(new Column.Doubles(x), new Column.Doubles(y), new Column.Doubles(z));
    }
}
