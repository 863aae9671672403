package hep.winnow.toys.shape;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.SampleDefaults;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.Verb;

/** What a straight line parts. */
@Verb(
        value = "toy",
        kind = "linear",
        doc =
                "Points spread evenly over a disc of radius 1, parted by a straight line through the origin with an empty band along it. Without noise a line parts the classes exactly.",
        examples = "toy apart = linear events=500 margin=0.1 angle=30*deg")
public record Linear(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of events; classes take turns", value = "1000", min = 1)
        long events,

        @Option(
                doc =
                        "width of the Gaussian that smears x and y, in units of the disc's radius; from about margin on the classes overlap",
                value = "0",
                min = 0)
        double noise,

        @Option(
                doc = "least distance of a point from the line before the noise, in units of the disc's radius",
                value = "0.1",
                min = 0,
                max = 0.9)
        double margin,

        @Option(
                doc = "direction in which the signal lies, counted from the x axis towards the y axis",
                unit = "rad",
                value = "45*deg",
                min = -2 * Math.PI,
                max = 2 * Math.PI)
        double angle,

        @Inline SampleOptions sample)
        implements SourceStep {
    @Override
    public SampleDefaults defaults() {
        return Points.SIGNAL_IS_ONE;
    }

    @Override
    public EventSource source(RandomStream random) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return Points.source(events, noise, random, (stream, event, point) -> {
            int label = (int) (event % 2);
            double along;
            double across;
            do {
                across = stream.nextDouble(margin, 1);
                along = stream.nextDouble(-1, 1);
            } while (across * across + along * along > 1);
            across = label == 1 ? across : -across;
            point[0] = across * cos - along * sin;
            point[1] = across * sin + along * cos;
            return label;
        });
    }
}
