package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;
import java.util.List;

/**
 * A pair of tops, each to b l ν. The pair's mass falls from the threshold as {@link PairMass} with n = 5.5, with a forward and backward peak; each top decays by the tree
 * level matrix element (p(t)·p(l)) (p(b)·p(ν)), so that the W's polarisation is right. The tops' spins are not correlated.
 */
final class TopPair {
    static final double BOTTOM_MASS = 4.7;

    private static final PairMass SPECTRUM = new PairMass(5.5);
    private static final double TOP_WINDOW = 15; // on both sides of the pole, about ten widths

    private TopPair() {}

    /** Returns an event in the rest frame of all that it holds, with the beams along z. */
    static HardEvent make(RandomStream random) {
        double mTop = topMass(random);
        double mAntitop = topMass(random);
        double mass = SPECTRUM.draw(mTop + mAntitop, random);
        double p = FourMomentum.twoBodyMomentum(mass, mTop, mAntitop);
        double cosTheta = PairMass.cosTheta(2 * p / mass, random);
        FourMomentum top =
                FourMomentum.along(Math.sqrt(p * p + mTop * mTop), p, cosTheta, random.nextDouble(0, 2 * Math.PI));
        TopDecay plus = decay(mTop, top, random);
        TopDecay minus = decay(mAntitop, top.recoilFrom(mass), random);
        return new HardEvent(
                plus.lepton, plus.neutrino, minus.lepton, minus.neutrino, List.of(plus.bottom, minus.bottom));
    }

    private static double topMass(RandomStream random) {
        double pole = BreitWigner.TOP.m();
        return BreitWigner.TOP.mass(pole - TOP_WINDOW, pole + TOP_WINDOW, random);
    }

    /** Decays a top at rest and takes it to the frame of {@code top}. The weight is at most ((mt² - mb²)/4)², as twice both factors add up to mt² - mb². */
    private static TopDecay decay(double mTop, FourMomentum top, RandomStream random) {
        double limit = (mTop - BOTTOM_MASS) * (mTop + BOTTOM_MASS) / 4;
        while (true) {
            double mW = BreitWigner.W.mass(40, 120, random);
            FourMomentum w = FourMomentum.isotropic(mTop, mW, BOTTOM_MASS, random);
            FourMomentum bottom = w.recoilFrom(mTop);
            FourMomentum rest = FourMomentum.isotropic(mW, 0, 0, random);
            FourMomentum lepton = rest.boosted(w, mW);
            FourMomentum neutrino = rest.recoilFrom(mW).boosted(w, mW);
            double phaseSpace = FourMomentum.twoBodyMomentum(mTop, mW, BOTTOM_MASS)
                    / FourMomentum.twoBodyMomentum(mTop, 40, BOTTOM_MASS);
            if (random.nextDouble() * limit * limit < mTop * lepton.e() * bottom.dot(neutrino) * phaseSpace) {
                return new TopDecay(lepton.boosted(top, mTop), neutrino.boosted(top, mTop), bottom.boosted(top, mTop));
            }
        }
    }

    private record TopDecay(FourMomentum lepton, FourMomentum neutrino, FourMomentum bottom) {}
}
