package hep.winnow.toys.collider;

import hep.winnow.api.event.Column;
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

/** Events with lists of muons, electrons and jets. */
@Verb(
        value = "toy",
        kind = "zjets",
        doc = "Events with lists of muons, electrons and jets, each in order of falling momentum: a Z decays to two"
                + " muons or two electrons, beside further jets and leptons of low momentum, of which those in"
                + " jets come from jets; nearly every electron is seen as a jet, too. Columns: run, ls (luminosity"
                + " section), event, nvtx (vertices); mu_pt, mu_eta, mu_phi, mu_q, the same of el_, and jet_pt,"
                + " jet_eta, jet_phi; flavour is 13 for muons from the Z, 11 for electrons.",
        examples = "toy z = zjets events=10000 role=signal")
public record ZJets(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of events", value = "10000", min = 1)
        long events,

        @Inline SampleOptions sample)
        implements SourceStep {
    @Override
    public EventSource source(RandomStream random) {
        return new ToySource(ZJetsColumns.SCHEMA, events, random, ZJets::block);
    }

    private static List<Column> block(RandomStream random, long first, int n) {
        ZJetsColumns columns = new ZJetsColumns();
        for (int i = 0; i < n; i++) {
            columns.add(first + i, ZJetsEvent.make(random));
        }
        return columns.columns();
    }
}
