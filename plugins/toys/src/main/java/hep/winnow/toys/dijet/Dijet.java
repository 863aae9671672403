package hep.winnow.toys.dijet;

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

/** Events with two jets: a resonance over a continuum. */
@Verb(
        value = "toy",
        kind = "dijet",
        doc =
                "Events with two jets of large momentum: a narrow scalar resonance that decays to two bosons (resonance), each of which is seen as one jet of two prongs, over jets of quarks and gluons (qcd), whose mass mjj falls exponentially from 1 TeV on."
                        + " Columns: mjj, and for the jets 1 and 2 in order of momentum pt, eta, mass m and tau21 (small for two prongs; in qcd it falls as m/pt rises); m_true is the mass of the resonance, 0 in qcd; label is 1 for the resonance.",
        examples = {
            "toy sig = dijet process=resonance mass=2000 events=10000 role=signal",
            "toy all = dijet mass=[1500, 2000, 3000] events=20000"
        })
public record Dijet(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "qcd or resonance; or mixed: both in turn, told by label", value = "mixed")
        Origin process,

        @Option(
                doc = "mass of the resonance; of several, its events have one after the other",
                value = "[2000]",
                unit = "GeV",
                min = 1000)
        List<Double> mass,

        @Option(doc = "number of events", value = "10000", min = 1)
        long events,

        @Inline SampleOptions sample)
        implements SourceStep {
    public Dijet {
        mass = List.copyOf(mass);
        if (mass.isEmpty()) {
            throw new IllegalArgumentException("mass=[] names no mass");
        }
    }

    @Override
    public SampleDefaults defaults() {
        return new SampleDefaults("", "label == 1", "");
    }

    @Override
    public EventSource source(RandomStream random) {
        return new ToySource(DijetColumns.SCHEMA, events, random, this::block);
    }

    private List<Column> block(RandomStream random, long first, int n) {
        DijetColumns columns = new DijetColumns(n);
        for (int i = 0; i < n; i++) {
            long event = first + i;
            if (process.isResonance(event)) {
                long turn = process == Origin.MIXED ? event / 2 : event;
                columns.set(i, DijetEvent.resonance(mass.get((int) (turn % mass.size())), random));
            } else {
                columns.set(i, DijetEvent.continuum(random));
            }
        }
        return columns.columns();
    }
}
