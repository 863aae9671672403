package hep.winnow.toys.collider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorTest {
    private static final Detector DETECTOR = new Detector(1);

    @ParameterizedTest
    @CsvSource({"HWW, 0.486", "WW, 5.54", "TT, 38.8"})
    void acceptsTheFractionThatTheCrossSectionsWereScaledBy(Channel process, double inclusive) {
        RandomStream random = new RandomStream(21);
        int tries = 30_000;
        int accepted = 0;
        for (int i = 0; i < tries; i++) {
            accepted += DETECTOR.see(Collision.make(process, random), random).isPresent() ? 1 : 0;
        }

        assertThat((double) accepted / tries).isCloseTo(process.crossSection() / inclusive, within(0.012)); // 4 sigma
    }

    @Test
    void tagsSeventyPercentOfCentralBottoms() {
        RandomStream random = new RandomStream(22);
        Collision collision = collision(List.of(FourMomentum.ofPtYPhiM(80, 0.5, 1, 4.7)), List.of());
        int tagged = 0;
        for (int i = 0; i < 10_000; i++) {
            List<Jet> jets = DETECTOR.see(collision, random).orElseThrow().jets();
            tagged += jets.get(0).isTagged() ? 1 : 0;
        }

        assertThat(tagged / 10_000.0).isCloseTo(0.70, within(0.02));
    }

    @Test
    void mistagsOnePercentOfOthers() {
        RandomStream random = new RandomStream(23);
        Collision collision = collision(List.of(), List.of(FourMomentum.ofPtYPhiM(80, 0.5, 1, 0)));
        int tagged = 0;
        for (int i = 0; i < 20_000; i++) {
            tagged +=
                    DETECTOR.see(collision, random).orElseThrow().jets().get(0).isTagged() ? 1 : 0;
        }

        assertThat(tagged / 20_000.0).isCloseTo(0.01, within(0.003));
    }

    @Test
    void smearsLeptonsByAboutOnePercent() {
        RandomStream random = new RandomStream(24);
        Collision collision = collision(List.of(), List.of());
        int n = 10_000;
        double sum2 = 0;
        for (int i = 0; i < n; i++) {
            double relative =
                    DETECTOR.see(collision, random).orElseThrow().leading().pt() / 50 - 1;
            sum2 += relative * relative;
        }

        assertThat(Math.sqrt(sum2 / n)).isCloseTo(Math.sqrt(1e-4 + 25e-6), within(4e-4));
    }

    @Test
    void measuresTheNeutrinosExactlyWithoutNoise() {
        Collision collision = Collision.make(Channel.TT, new RandomStream(26));
        FourMomentum invisible =
                collision.hard().neutrino().plus(collision.hard().antineutrino());
        Optional<Reconstructed> seen = new Detector(0).see(collision, new RandomStream(27));

        assertThat(seen).isPresent();
        assertThat(seen.get().missing().px()).isCloseTo(invisible.px(), within(1e-6));
        assertThat(seen.get().missing().py()).isCloseTo(invisible.py(), within(1e-6));
    }

    /** A lepton of 50 GeV and one of 30 GeV, at right angles. */
    private static Collision collision(List<FourMomentum> bottoms, List<FourMomentum> recoil) {
        return new Collision(
                new HardEvent(
                        FourMomentum.ofPtYPhiM(50, 0.3, 0, 0),
                        FourMomentum.ZERO,
                        FourMomentum.ofPtYPhiM(30, -0.3, 1.57, 0),
                        FourMomentum.ZERO,
                        bottoms),
                recoil);
    }
}
