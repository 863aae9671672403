package hep.winnow.toys.collider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.toys.source.Reads;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColliderTest {
    private static EventSource source(Mixture mixture, long events) {
        return new Collider("t", mixture, events, 1, Reads.NOTHING_SAID).source(new RandomStream(42).stream("toy"));
    }

    @Test
    void holdsTheColumnsOfAnAnalysis() {
        assertThat(source(Mixture.HWW, 1).schema())
                .extracting(ColumnInfo::name)
                .containsExactly(
                        "run", "event", "l1_pt", "l1_eta", "l1_phi", "l1_q", "l2_pt", "l2_eta", "l2_phi", "l2_q",
                        "ptll", "phill", "met", "met_phi", "n_jet", "j1_pt", "j1_eta", "j1_phi", "n_b", "genw");
    }

    @ParameterizedTest
    @EnumSource(Mixture.class)
    void readsTheSameTwiceAndBeginsTheSameHoweverManyFollow(Mixture mixture) {
        List<List<String>> few = Reads.text(source(mixture, 300));
        List<List<String>> again = Reads.text(source(mixture, 300));
        List<List<String>> more = Reads.text(source(mixture, 8_300));

        assertThat(again).isEqualTo(few);
        for (int c = 0; c < few.size(); c++) {
            assertThat(more.get(c).subList(0, 300)).isEqualTo(few.get(c));
        }
    }

    /** Pinned, so that another JDK, processor or release cannot change the numbers unseen. */
    @Test
    void makesTheseVeryBits() {
        assertThat(Reads.text(source(Mixture.MIXED, 1_000)).hashCode()).isEqualTo(1996921661);
    }

    @Test
    void mixesAllProcessesInTurnWithTheirRelativeYields() {
        EventSource source = source(Mixture.MIXED, 9_000);
        double[] run = Reads.numbers(source, "run");
        double[] weight = Reads.numbers(source, "genw");
        List<String> process = Reads.text(source).get(20);
        double[] sum = new double[3];
        for (int i = 0; i < run.length; i++) {
            sum[(int) run[i] - 1001] += weight[i] / 3_000;
        }

        assertThat(process.subList(0, 4)).containsExactly("hww", "ww", "tt", "hww");
        assertThat(sum[0]).isCloseTo(0.336, within(0.01));
        assertThat(sum[1]).isCloseTo(4.19, within(0.12));
        assertThat(sum[2]).isCloseTo(33.0, within(1.2));
    }

    @ParameterizedTest
    @EnumSource(names = {"HWW", "WW", "TT"})
    void weightsAFewPercentNegativeWithOneMagnitude(Mixture mixture) {
        double[] weight = Reads.numbers(source(mixture, 20_000), "genw");
        double expected = mixture.of(0).negativeFraction();

        assertThat(Arrays.stream(weight).map(Math::abs).distinct().count()).isEqualTo(1);
        assertThat(Arrays.stream(weight).filter(w -> w < 0).count() / 20_000.0)
                .isCloseTo(expected, within(4 * Math.sqrt(expected / 20_000)));
    }

    @Test
    void sendsTheLeptonsOfTheScalarTheSameWay() {
        double[] signal = openings(source(Mixture.HWW, 4_000));
        double[] background = openings(source(Mixture.WW, 4_000));

        assertThat(signal[0]).isBetween(30.0, 43.0); // mean of mll, GeV
        assertThat(background[0]).isGreaterThan(90);
        assertThat(signal[1]).isLessThan(1.4); // mean of the azimuth between them
        assertThat(background[1]).isGreaterThan(1.8);
    }

    @Test
    void ordersLeptonsByMomentumInsideTheAcceptance() {
        EventSource source = source(Mixture.MIXED, 3_000);
        double[] pt1 = Reads.numbers(source, "l1_pt");
        double[] pt2 = Reads.numbers(source, "l2_pt");
        double[] eta = Reads.numbers(source, "l2_eta");

        for (int i = 0; i < pt1.length; i++) {
            assertThat(pt1[i]).isGreaterThanOrEqualTo(pt2[i]);
            assertThat(pt2[i]).isGreaterThanOrEqualTo(10);
            assertThat(eta[i]).isBetween(-2.5, 2.5);
        }
    }

    @Test
    void marksTheJetOfEventsWithoutJetsByASentinel() {
        EventSource source = source(Mixture.MIXED, 3_000);
        double[] jets = Reads.numbers(source, "n_jet");
        double[] pt = Reads.numbers(source, "j1_pt");
        double[] eta = Reads.numbers(source, "j1_eta");
        double[] tags = Reads.numbers(source, "n_b");

        for (int i = 0; i < pt.length; i++) {
            assertThat(pt[i] == -999).isEqualTo(jets[i] == 0);
            assertThat(eta[i] == -999).isEqualTo(jets[i] == 0);
            assertThat(tags[i]).isBetween(0.0, jets[i]);
            assertThat(jets[i] == 0 || pt[i] >= 25).isTrue();
        }
    }

    @Test
    void chargesLeptonsOppositelyButForAFew() {
        EventSource source = source(Mixture.WW, 20_000);
        double[] q1 = Reads.numbers(source, "l1_q");
        double[] q2 = Reads.numbers(source, "l2_q");
        int same = 0;
        for (int i = 0; i < q1.length; i++) {
            same += q1[i] * q2[i] > 0 ? 1 : 0;
        }

        assertThat(same / 20_000.0).isCloseTo(0.006, within(0.0022));
    }

    /** The means of mll and of the azimuth between the leptons. */
    private static double[] openings(EventSource source) {
        double[] pt1 = Reads.numbers(source, "l1_pt");
        double[] pt2 = Reads.numbers(source, "l2_pt");
        double[] eta1 = Reads.numbers(source, "l1_eta");
        double[] eta2 = Reads.numbers(source, "l2_eta");
        double[] phi1 = Reads.numbers(source, "l1_phi");
        double[] phi2 = Reads.numbers(source, "l2_phi");
        double mass = 0;
        double azimuth = 0;
        for (int i = 0; i < pt1.length; i++) {
            double cos = Math.cos(phi1[i] - phi2[i]);
            mass += Math.sqrt(2 * pt1[i] * pt2[i] * (Math.cosh(eta1[i] - eta2[i]) - cos));
            azimuth += Math.acos(cos);
        }
        return new double[] {mass / pt1.length, azimuth / pt1.length};
    }
}
