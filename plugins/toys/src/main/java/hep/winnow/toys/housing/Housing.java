package hep.winnow.toys.housing;

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

/**
 * Median prices of houses by district, from a law of our own. In thousands, before noise and above 5:
 *
 * <pre>price = 28 + 9 (rooms - 6.2) max(1 - poor/40, 0.3) - 11 (1 - e^(-poor/8)) - 8 (fumes - 0.55) distance/4 - 0.012 (tax - 400) - 1.1 (pupils - 18) + 3 river - 2.5 log10(1 + crime)</pre>
 *
 * Districts near the centre are older, have worse air, more crime and more of the poor, so that the columns are correlated as in real surveys.
 */
@Verb(
        value = "toy",
        kind = "housing",
        doc =
                "Districts of a town with the median price of their houses (in thousands): a target for a regression with nine inputs, correlated and of different scales.",
        examples = "toy houses = housing events=2000 noise=2")
public record Housing(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of districts", value = "1000", min = 1)
        long events,

        @Option(
                doc =
                        "width of the Gaussian that is added to the price: no model can have a smaller root-mean-square error",
                value = "2",
                min = 0)
        double noise,

        @Inline SampleOptions sample)
        implements SourceStep {
    private static final List<ColumnInfo> SCHEMA =
            List.of("crime", "fumes", "rooms", "age", "distance", "tax", "pupils", "poor", "river", "price").stream()
                    .map(column -> ColumnInfo.of(column, ColumnType.DOUBLE))
                    .toList();

    @Override
    public EventSource source(RandomStream random) {
        return new ToySource(SCHEMA, events, random, this::block);
    }

    private List<Column> block(RandomStream random, long first, int n) {
        double[][] columns = new double[SCHEMA.size()][n];
        for (int i = 0; i < n; i++) {
            double[] district = district(random);
            for (int c = 0; c < district.length; c++) {
                columns[c][i] = district[c];
            }
        }
        return List.of(columns).stream().<Column>map(Column.Doubles::new).toList();
    }

    /** Draws a district, in the order of the columns. */
    private double[] district(RandomStream random) {
        double distance = 1 + 11 * random.nextDouble() * random.nextDouble();
        double centre = StrictMath.exp(-distance / 4);
        double age = Math.min(100, Math.max(2, 25 + 80 * centre + 20 * random.nextGaussian()));
        double fumes = Math.max(0.35, 0.4 + 0.35 * centre + 0.05 * random.nextGaussian());
        double crime = StrictMath.exp(-2 + 4.5 * centre + random.nextGaussian());
        double poor = Math.min(40, 2 + 25 * centre * random.nextDouble() + 4 * Math.abs(random.nextGaussian()));
        double rooms = Math.max(3.5, 6.9 - 0.06 * poor + 0.6 * random.nextGaussian());
        double tax = Math.max(180, 330 + 280 * centre + 60 * random.nextGaussian());
        double pupils = Math.min(22, Math.max(12, 18 + 2 * random.nextGaussian()));
        double river = random.nextDouble() < 0.07 ? 1 : 0;
        double law = 28
                + 9 * (rooms - 6.2) * Math.max(1 - poor / 40, 0.3)
                - 11 * (1 - StrictMath.exp(-poor / 8))
                - 8 * (fumes - 0.55) * distance / 4
                - 0.012 * (tax - 400)
                - 1.1 * (pupils - 18)
                + 3 * river
                - 2.5 * StrictMath.log10(1 + crime);
        double price = Math.max(law, 5) + noise * random.nextGaussian();
        return new double[] {crime, fumes, rooms, age, distance, tax, pupils, poor, river, price};
    }
}
