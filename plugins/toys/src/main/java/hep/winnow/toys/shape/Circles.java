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

/** One circle inside another. */
@Verb(
        value = "toy",
        kind = "circles",
        doc = "Two circles round the origin: background on radius 1, signal on a smaller one.",
        examples = "toy rings = circles events=2000 noise=0.1 radius=0.5")
public record Circles(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of events; classes take turns", value = "1000", min = 1)
        long events,

        @Option(doc = "width of the Gaussian that smears x and y, in units of the outer radius", value = "0.1", min = 0)
        double noise,

        @Option(
                doc = "radius of the signal's circle, in units of the outer radius",
                value = "0.5",
                min = 0,
                max = 1,
                belowMax = true)
        double radius,

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
            double r = label == 1 ? radius : 1;
            double phi = stream.nextDouble(0, 2 * Math.PI);
            point[0] = r * StrictMath.cos(phi);
            point[1] = r * StrictMath.sin(phi);
            return label;
        });
    }
}
