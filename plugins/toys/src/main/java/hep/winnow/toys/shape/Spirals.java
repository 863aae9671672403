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

/** Two arms of a spiral. */
@Verb(
        value = "toy",
        kind = "spirals",
        doc =
                "Two arms of an Archimedean spiral from the centre to radius 1, the signal's turned by half a turn against the background's.",
        examples = "toy arms = spirals events=4000 noise=0.02 turns=1.5")
public record Spirals(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of events; arms take turns", value = "1000", min = 1)
        long events,

        @Option(
                doc = "width of the Gaussian that smears x and y, in units of the outer radius",
                value = "0.02",
                min = 0)
        double noise,

        @Option(
                doc = "turns from the centre to the end",
                unit = "turns",
                value = "1.5",
                min = 0,
                aboveMin = true,
                max = 10)
        double turns,

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
            double r = Math.sqrt(stream.nextDouble()); // evenly along the arm, whose length grows as r squared
            double phi = 2 * Math.PI * turns * r + Math.PI * label;
            point[0] = r * StrictMath.cos(phi);
            point[1] = r * StrictMath.sin(phi);
            return label;
        });
    }
}
