package hep.winnow.toys.collider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KinematicsTest {
    private static final int EVENTS = 2_000;

    @ParameterizedTest
    @EnumSource(Channel.class)
    void conservesFourMomentumFromTheSystemToTheLeptons(Channel process) {
        RandomStream random = new RandomStream(11);
        for (int i = 0; i < EVENTS; i++) {
            FourMomentum total = process.make(random).total();

            assertThat(total.px()).isCloseTo(0, within(1e-8 * total.e()));
            assertThat(total.py()).isCloseTo(0, within(1e-8 * total.e()));
            assertThat(total.pz()).isCloseTo(0, within(1e-8 * total.e()));
        }
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void balancesTheSystemByItsRecoil(Channel process) {
        RandomStream random = new RandomStream(12);
        for (int i = 0; i < EVENTS; i++) {
            Collision collision = Collision.make(process, random);
            FourMomentum all = collision.hard().total();
            for (FourMomentum parton : collision.recoil()) {
                all = all.plus(parton);
            }

            assertThat(all.pt()).isCloseTo(0, within(1e-7 * all.e()));
        }
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void keepsMassesThroughTheBoost(Channel process) {
        RandomStream random = new RandomStream(13);
        for (int i = 0; i < EVENTS; i++) {
            HardEvent hard = Collision.make(process, random).hard();

            assertThat(hard.lepton().dot(hard.lepton()))
                    .isCloseTo(0, within(1e-9 * square(hard.lepton().e())));
            assertThat(hard.neutrino().dot(hard.neutrino()))
                    .isCloseTo(0, within(1e-9 * square(hard.neutrino().e())));
            assertThat(hard.antilepton().plus(hard.neutrino()).mass()).isBetween(0.0, 125.0);
            for (FourMomentum bottom : hard.bottoms()) {
                assertThat(bottom.dot(bottom))
                        .isCloseTo(square(TopPair.BOTTOM_MASS), within(1e-9 * square(bottom.e())));
            }
        }
    }

    @Test
    void givesTheScalarItsMass() {
        RandomStream random = new RandomStream(14);
        for (int i = 0; i < EVENTS; i++) {
            assertThat(Collision.make(Channel.HWW, random).hard().total().mass())
                    .isCloseTo(125, within(1e-6));
        }
    }

    @Test
    void givesBothTopsTheirMass() {
        RandomStream random = new RandomStream(15);
        for (int i = 0; i < EVENTS; i++) {
            HardEvent hard = TopPair.make(random);
            double top = hard.antilepton()
                    .plus(hard.neutrino())
                    .plus(hard.bottoms().get(0))
                    .mass();
            double antitop = hard.lepton()
                    .plus(hard.antineutrino())
                    .plus(hard.bottoms().get(1))
                    .mass();

            assertThat(top).isBetween(157.4, 187.6);
            assertThat(antitop).isBetween(157.4, 187.6);
        }
    }

    @Test
    void findsTheMomentumOfATwoBodyDecay() {
        assertThat(FourMomentum.twoBodyMomentum(10, 3, 4)).isCloseTo(Math.sqrt(51 * 99) / 20, within(1e-14));
        assertThat(FourMomentum.twoBodyMomentum(7, 3, 4)).isZero();
        assertThat(FourMomentum.twoBodyMomentum(6, 3, 4)).isZero();
    }

    @Test
    void boostsARestingParticleToItsFrame() {
        FourMomentum frame = FourMomentum.ofPtYPhiM(30, 1.2, 0.7, 5);
        FourMomentum boosted = new FourMomentum(5, 0, 0, 0).boosted(frame, 5);

        assertThat(boosted.e()).isCloseTo(frame.e(), within(1e-12));
        assertThat(boosted.pz()).isCloseTo(frame.pz(), within(1e-12));
        assertThat(frame.mass()).isCloseTo(5, within(1e-12));
        assertThat(frame.pt()).isCloseTo(30, within(1e-12));
        assertThat(frame.phi()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void findsPseudorapidity() {
        assertThat(FourMomentum.ofPtYPhiM(20, -2.1, 0, 0).eta()).isCloseTo(-2.1, within(1e-12));
        assertThat(new FourMomentum(1, 0, 0, 1).eta()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static double square(double x) {
        return x * x;
    }
}
