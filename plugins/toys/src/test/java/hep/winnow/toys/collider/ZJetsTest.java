package hep.winnow.toys.collider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.event.Column;
import hep.winnow.api.random.RandomStream;
import hep.winnow.toys.collider.ZJetsEvent.Seen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZJetsTest {
    private static List<ZJetsEvent> events(int n) {
        RandomStream random = new RandomStream(3);
        List<ZJetsEvent> events = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            events.add(ZJetsEvent.make(random));
        }
        return events;
    }

    @Test
    void leadingMuonsOfAZPeakAtItsMass() {
        List<Double> masses = new ArrayList<>();
        for (ZJetsEvent event : events(4000)) {
            List<Seen> muons = event.muons();
            if (event.isMuonic()
                    && muons.size() == 2
                    && muons.get(0).charge() != muons.get(1).charge()) {
                masses.add(momentum(muons.get(0)).plus(momentum(muons.get(1))).mass());
            }
        }
        masses.sort(null);
        assertThat(masses).hasSizeGreaterThan(500);
        assertThat(masses.get(masses.size() / 2)).isCloseTo(91.2, within(0.3));
    }

    private static FourMomentum momentum(Seen p) {
        return FourMomentum.ofPtYPhiM(p.pt(), p.eta(), p.phi(), 0);
    }

    @Test
    void standsInOrderOfMomentumAndElectronsAreSeenAsJets() {
        int seen = 0;
        int all = 0;
        for (ZJetsEvent event : events(2000)) {
            assertThat(event.jets()).isSortedAccordingTo((a, b) -> Double.compare(b.pt(), a.pt()));
            for (Seen electron : event.electrons()) {
                if (electron.pt() > 30) {
                    all++;
                    seen += event.jets().stream()
                                    .anyMatch(j -> Math.abs(j.eta() - electron.eta()) < 0.1
                                            && Math.abs(j.phi() - electron.phi()) < 0.1)
                            ? 1
                            : 0;
                }
            }
        }
        assertThat((double) seen / all).isBetween(0.9, 0.99);
    }

    @Test
    void makesTheColumnsOfItsSchema() {
        ZJetsColumns columns = new ZJetsColumns();
        List<ZJetsEvent> events = events(5100);
        for (int i = 0; i < events.size(); i++) {
            columns.add(i, events.get(i));
        }
        List<Column> made = columns.columns();
        assertThat(made).hasSize(ZJetsColumns.SCHEMA.size());
        for (int c = 0; c < made.size(); c++) {
            assertThat(made.get(c).type()).isEqualTo(ZJetsColumns.SCHEMA.get(c).type());
            assertThat(made.get(c).depth()).isEqualTo(ZJetsColumns.SCHEMA.get(c).depth());
            assertThat(made.get(c).size()).isEqualTo(5100);
        }
        assertThat(made.get(0).number(4999)).isEqualTo(1);
        assertThat(made.get(0).number(5000)).isEqualTo(2);
        assertThat(made.get(1).number(50)).isEqualTo(2);
    }
}
