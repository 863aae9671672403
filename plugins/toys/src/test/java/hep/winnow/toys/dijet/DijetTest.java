package hep.winnow.toys.dijet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.toys.source.Reads;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DijetTest {
    private static final int EVENTS = 9_000;

    @Test
    void readsTheSameTwice() {
        assertThat(Reads.text(source(Origin.MIXED, 2000.0))).isEqualTo(Reads.text(source(Origin.MIXED, 2000.0)));
    }

    @Test
    void resonancePeaksAtEachOfItsMasses() {
        EventSource source = source(Origin.RESONANCE, 1500.0, 3000.0);
        double[] mjj = Reads.numbers(source, "mjj");
        double[] truth = Reads.numbers(source, "m_true");

        for (double mass : new double[] {1500, 3000}) {
            double[] ratio = IntStream.range(0, EVENTS)
                    .filter(i -> truth[i] == mass)
                    .mapToDouble(i -> mjj[i] / mass)
                    .toArray();
            double mean = Arrays.stream(ratio).average().orElseThrow();
            double variance = Arrays.stream(ratio)
                    .map(r -> (r - mean) * (r - mean))
                    .average()
                    .orElseThrow();
            assertThat(ratio).hasSize(EVENTS / 2);
            assertThat(mean).isCloseTo(1, within(0.003));
            // Two jets of 5 %, half of each in the mass.
            assertThat(Math.sqrt(variance)).isCloseTo(0.05 / Math.sqrt(2), within(0.002));
        }
    }

    @Test
    void continuumFallsExponentially() {
        double[] mjj = Reads.numbers(source(Origin.QCD, 2000.0), "mjj");

        double high = Arrays.stream(mjj).filter(m -> m > 1500).count();
        double higher = Arrays.stream(mjj).filter(m -> m > 2200).count();
        assertThat(higher / high).isCloseTo(StrictMath.exp(-1), within(0.03));
    }

    @Test
    void mixedHoldsBothInTurn() {
        EventSource source = source(Origin.MIXED, 1500.0, 3000.0);

        assertThat(Arrays.copyOf(Reads.numbers(source, "label"), 4)).containsExactly(0, 1, 0, 1);
        assertThat(Arrays.copyOf(Reads.numbers(source, "m_true"), 6)).containsExactly(0, 1500, 0, 3000, 0, 1500);
        assertThat(step(Origin.MIXED, 2000.0).defaults().signal()).isEqualTo("label == 1");
    }

    @Test
    void firstJetHasTheGreaterMomentum() {
        EventSource source = source(Origin.MIXED, 2000.0);
        double[] first = Reads.numbers(source, "pt1");
        double[] second = Reads.numbers(source, "pt2");

        assertThat(IntStream.range(0, EVENTS)).allMatch(i -> first[i] >= second[i]);
    }

    @Test
    void needsAMass() {
        assertThatThrownBy(() -> step(Origin.QCD)).hasMessageContaining("mass=[] names no mass");
    }

    private static Dijet step(Origin process, Double... mass) {
        return new Dijet("t", process, List.of(mass), EVENTS, Reads.NOTHING_SAID);
    }

    private static EventSource source(Origin process, Double... mass) {
        return step(process, mass).source(new RandomStream(1).stream("toy"));
    }
}
