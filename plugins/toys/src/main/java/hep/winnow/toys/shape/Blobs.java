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

/** Gaussian clusters, one a class. */
@Verb(
        value = "toy",
        kind = "blobs",
        doc =
                "One Gaussian cluster per class, centred on the corners of a regular polygon of radius 1. The label runs from 0 to classes - 1, and is the class unless signal= or role= says otherwise.",
        examples = "toy three = blobs events=3000 classes=3 noise=0.4")
public record Blobs(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of events; classes take turns", value = "1000", min = 1)
        long events,

        @Option(doc = "width of each cluster, in units of the polygon's radius", value = "0.3", min = 0)
        double noise,

        @Option(doc = "number of classes", value = "3", min = 2, max = 100)
        int classes,

        @Inline SampleOptions sample)
        implements SourceStep {
    @Override
    public SampleDefaults defaults() {
        return new SampleDefaults("", "", "label");
    }

    @Override
    public EventSource source(RandomStream random) {
        return Points.source(events, noise, random, (stream, event, point) -> {
            int label = (int) (event % classes);
            double phi = 2 * Math.PI * label / classes;
            point[0] = StrictMath.cos(phi);
            point[1] = StrictMath.sin(phi);
            return label;
        });
    }
}
