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

/** Two half circles that reach into each other. */
@Verb(
        value = "toy",
        kind = "moons",
        doc =
                "Two half circles of radius 1 that reach into each other: background opens downwards round (0, 0), signal upwards round (1, 0.5).",
        examples = "toy moons = moons events=2000 noise=0.2")
public record Moons(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of events; classes take turns", value = "1000", min = 1)
        long events,

        @Option(doc = "width of the Gaussian that smears x and y, in units of the radius", value = "0.2", min = 0)
        double noise,

        @Inline SampleOptions sample)
        implements SourceStep {
    @Override
    public SampleDefaults defaults() {
        return Points.SIGNAL_IS_ONE;
    }

    @Override
    public EventSource source(RandomStream random) {
        return Points.source(events, noise, random, (stream, event, point) -> {
            int label = (int) (event % 2);
            double phi = stream.nextDouble(0, Math.PI);
            double cos = StrictMath.cos(phi);
            double sin = StrictMath.sin(phi);
            point[0] = label == 1 ? 1 - cos : cos;
            point[1] = label == 1 ? 0.5 - sin : sin;
            return label;
        });
    }
}
