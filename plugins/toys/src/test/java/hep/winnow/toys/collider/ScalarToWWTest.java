package hep.winnow.toys.collider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class ScalarToWWTest {
    private static final double M = ScalarToWW.MASS;

    /** The mean of the lighter mass by a plain sum over the formula, against accept-reject. */
    @Test
    void followsTheFormulaOfTheMassSpectrum() {
        RandomStream random = new RandomStream(5);
        int n = 20_000;
        double sum = 0;
        double sum2 = 0;
        for (int i = 0; i < n; i++) {
            HardEvent hard = ScalarToWW.make(random);
            double light = Math.min(
                    hard.antilepton().plus(hard.neutrino()).mass(),
                    hard.lepton().plus(hard.antineutrino()).mass());
            sum += light;
            sum2 += light * light;
        }
        double mean = sum / n;
        double error = Math.sqrt((sum2 / n - mean * mean) / n);

        assertThat(mean).isCloseTo(meanOfLighterMass(), within(4 * error + 0.01));
    }

    private static double meanOfLighterMass() {
        double step = 0.05;
        double norm = 0;
        double sum = 0;
        for (double heavy = step / 2; heavy < M; heavy += step) {
            for (double light = step / 2; light < Math.min(heavy, M - heavy); light += step) {
                double x1 = heavy * heavy / (M * M);
                double x2 = light * light / (M * M);
                double lambda = Math.max(0, 1 + x1 * x1 + x2 * x2 - 2 * x1 - 2 * x2 - 2 * x1 * x2);
                double density = heavy
                        * light
                        * propagator(heavy)
                        * propagator(light)
                        * Math.sqrt(lambda)
                        * (lambda + 12 * x1 * x2);
                norm += density;
                sum += density * light;
            }
        }
        return sum / norm;
    }

    private static double propagator(double q) {
        double m = BreitWigner.W.m();
        double width = BreitWigner.W.width();
        return 1 / (Math.pow(q * q - m * m, 2) + m * m * width * width);
    }

    /** The mean opening of the leptons against even decays that are weighted by the squared matrix element. */
    @Test
    void followsTheMatrixElementInAngles() {
        RandomStream random = new RandomStream(6);
        int n = 20_000;
        double made = 0;
        double norm = 0;
        double weighted = 0;
        double even = 0;
        for (int i = 0; i < n; i++) {
            HardEvent hard = ScalarToWW.make(random);
            made += cosine(hard.antilepton(), hard.lepton()) / n;
            HardEvent flat = evenDecay(hard, random);
            double weight = flat.lepton().dot(flat.neutrino())
                    * flat.antilepton().dot(flat.antineutrino())
                    / averageWeight(flat);
            norm += weight;
            weighted += weight * cosine(flat.antilepton(), flat.lepton());
            even += cosine(flat.antilepton(), flat.lepton()) / n;
        }

        assertThat(made).isCloseTo(weighted / norm, within(0.03));
        assertThat(made).isGreaterThan(even + 0.2);
    }

    /** Takes the masses of an event and decays them evenly. */
    private static HardEvent evenDecay(HardEvent hard, RandomStream random) {
        FourMomentum plus = hard.antilepton().plus(hard.neutrino());
        FourMomentum minus = hard.lepton().plus(hard.antineutrino());
        double mPlus = plus.mass();
        double mMinus = minus.mass();
        FourMomentum a = FourMomentum.isotropic(mPlus, 0, 0, random);
        FourMomentum b = FourMomentum.isotropic(mMinus, 0, 0, random);
        return new HardEvent(
                a.boosted(plus, mPlus),
                a.recoilFrom(mPlus).boosted(plus, mPlus),
                b.boosted(minus, mMinus),
                b.recoilFrom(mMinus).boosted(minus, mMinus),
                hard.bottoms());
    }

    /** The matrix element averaged over both decays: ((q1 q2)² + 2 q1² q2²) / 36. */
    private static double averageWeight(HardEvent hard) {
        FourMomentum plus = hard.antilepton().plus(hard.neutrino());
        FourMomentum minus = hard.lepton().plus(hard.antineutrino());
        double product = plus.dot(minus);
        return (product * product + 2 * plus.dot(plus) * minus.dot(minus)) / 36;
    }

    private static double cosine(FourMomentum a, FourMomentum b) {
        return (a.px() * b.px() + a.py() * b.py() + a.pz() * b.pz()) / (a.e() * b.e());
    }
}
