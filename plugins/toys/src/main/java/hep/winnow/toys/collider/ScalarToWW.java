package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;
import java.util.List;

/**
 * A scalar of 125 GeV and no width, H → W W* → (l+ ν)(l- ν̄), exact at tree level for massless leptons.
 *
 * <p>Masses q1, q2 of the W follow BW(q1²) BW(q2²) √λ (λ + 12 x1 x2), with xi = qi²/M² and λ = 1 + x1² + x2² - 2 x1 - 2 x2 - 2 x1 x2.
 * Directions follow the squared matrix element (p(l-)·p(ν)) (p(l+)·p(ν̄)), which sends the charged leptons the same way: the
 * spin of the scalar is 0 and a W decays left-handed. Both are made by accept-reject; the angular weight is bounded by (q1·q2)²/4, since all four products of a lepton of the one W
 * with a lepton of the other add up to q1·q2.
 */
final class ScalarToWW {
    static final double MASS = 125;

    private static final double LARGEST_WEIGHT = 1.02 * largestWeight();

    private ScalarToWW() {}

    /** Returns an event in the rest frame of all that it holds, with the beams along z. */
    static HardEvent make(RandomStream random) {
        double heavy;
        double light;
        do {
            heavy = BreitWigner.W.mass(0, MASS, random);
            light = BreitWigner.W.mass(0, lightLimit(heavy), random);
        } while (random.nextDouble() * LARGEST_WEIGHT > weight(heavy, light));
        boolean plusIsHeavy = random.nextDouble() < 0.5;
        return decay(plusIsHeavy ? heavy : light, plusIsHeavy ? light : heavy, random);
    }

    private static HardEvent decay(double mPlus, double mMinus, RandomStream random) {
        FourMomentum plus = FourMomentum.isotropic(MASS, mPlus, mMinus, random);
        FourMomentum minus = plus.recoilFrom(MASS);
        double limit = plus.dot(minus) * plus.dot(minus) / 4;
        while (true) {
            FourMomentum restAnti = FourMomentum.isotropic(mPlus, 0, 0, random);
            FourMomentum restLepton = FourMomentum.isotropic(mMinus, 0, 0, random);
            FourMomentum antilepton = restAnti.boosted(plus, mPlus);
            FourMomentum neutrino = restAnti.recoilFrom(mPlus).boosted(plus, mPlus);
            FourMomentum lepton = restLepton.boosted(minus, mMinus);
            FourMomentum antineutrino = restLepton.recoilFrom(mMinus).boosted(minus, mMinus);
            if (random.nextDouble() * limit < lepton.dot(neutrino) * antilepton.dot(antineutrino)) {
                return new HardEvent(antilepton, neutrino, lepton, antineutrino, List.of());
            }
        }
    }

    /** Returns the largest mass of the lighter W. */
    private static double lightLimit(double heavy) {
        return Math.min(heavy, MASS - heavy);
    }

    /** Returns the density of both masses over the density that they are drawn from, up to a constant. */
    private static double weight(double heavy, double light) {
        double x1 = heavy * heavy / (MASS * MASS);
        double x2 = light * light / (MASS * MASS);
        double lambda = Math.max(0, 1 + x1 * x1 + x2 * x2 - 2 * x1 - 2 * x2 - 2 * x1 * x2);
        return BreitWigner.W.fraction(0, lightLimit(heavy)) * Math.sqrt(lambda) * (lambda + 12 * x1 * x2);
    }

    /** Returns the largest weight on a grid of a quarter of a GeV; the margin of its caller covers what lies between. */
    private static double largestWeight() {
        double largest = 0;
        for (int i = 1; i < 4 * MASS; i++) {
            for (int j = 0; j <= 4 * lightLimit(i / 4.0); j++) {
                largest = Math.max(largest, weight(i / 4.0, j / 4.0));
            }
        }
        return largest;
    }
}
