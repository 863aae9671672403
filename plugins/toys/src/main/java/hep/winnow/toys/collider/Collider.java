package hep.winnow.toys.collider;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.SampleDefaults;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.Verb;
import hep.winnow.toys.source.ToySource;
import java.util.List;
import java.util.Optional;

/** Two-lepton collider events: a scalar that decays to W W*, over W pairs and top pairs. */
@Verb(
        value = "toy",
        kind = "collider",
        doc =
                "Events with two charged leptons and missing momentum, as at a proton collider of 13 TeV: a Higgs-like scalar to W W* (hww) over W pairs (ww) and top pairs (tt). Four-vectors are "
                        + "decayed with the spin correlation of the scalar, smeared, and accepted with two leptons of pt > 10 GeV and |eta| < 2.5. The weight is genw (pb, some negative); "
                        + "an event without jets has -999 for j1_pt, j1_eta and j1_phi.",
        examples = {
            "toy sig = collider process=hww events=10000 role=signal",
            "toy all = collider process=mixed events=30000 signal=(process == \"hww\")"
        })
public record Collider(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "hww, ww or tt; or mixed: all three in turn, told by the column process", value = "mixed")
        Mixture process,

        @Option(doc = "number of events behind the acceptance", value = "10000", min = 1)
        long events,

        @Option(
                doc = "scales the width of every smearing: 1 is the detector, 0 a perfect one with the same acceptance",
                value = "1",
                min = 0,
                max = 10)
        double noise,

        @Inline SampleOptions sample)
        implements SourceStep {
    @Override
    public SampleDefaults defaults() {
        return new SampleDefaults("genw", process.isMixed() ? "process == \"hww\"" : "", "");
    }

    @Override
    public EventSource source(RandomStream random) {
        return new ToySource(ColliderColumns.schema(process.isMixed()), events, random, this::block);
    }

    private List<Column> block(RandomStream random, long first, int n) {
        Detector detector = new Detector(noise);
        ColliderColumns columns = new ColliderColumns(n);
        for (int i = 0; i < n; i++) {
            Channel from = process.of(first + i);
            Optional<Reconstructed> seen;
            do {
                seen = detector.see(Collision.make(from, random), random);
            } while (seen.isEmpty());
            double weight = random.nextDouble() < from.negativeFraction() ? -from.weight() : from.weight();
            columns.set(i, from, first + i, weight, seen.get());
        }
        return columns.columns(process.isMixed());
    }
}
