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

/** The exclusive or, which no straight line can part. */
@Verb(
        value = "toy",
        kind = "xor",
        doc =
                "Four clusters at the corners (0,0), (0,1), (1,0), (1,1); signal is where exactly one of x and y is 1. With noise=0 it is the truth table.",
        examples = {"toy points = xor events=4 noise=0", "toy clusters = xor events=2000 noise=0.2"})
public record Xor(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of events; corners take turns", value = "1000", min = 1)
        long events,

        @Option(
                doc = "width of the Gaussian that smears x and y, in units of the square's side",
                value = "0.15",
                min = 0)
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
            int corner = (int) (event % 4);
            int a = corner >> 1;
            int b = corner & 1;
            point[0] = a;
            point[1] = b;
            return a ^ b;
        });
    }
}
