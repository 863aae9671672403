package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;
import java.util.List;

/**
 * A continuum of W pairs: both near their mass shell, a mass spectrum that falls from the threshold as {@link PairMass} with n = 4.2, a forward
 * and backward peak, and decays that are even over the sphere in each W's own frame: no correlation of spins. Not a matrix element.
 */
final class ContinuumWW {
    private static final PairMass SPECTRUM = new PairMass(4.2);

    private ContinuumWW() {}

    /** Returns an event in the rest frame of all that it holds, with the beams along z. */
    static HardEvent make(RandomStream random) {
        double mPlus = BreitWigner.W.mass(40, 120, random);
        double mMinus = BreitWigner.W.mass(40, 120, random);
        double mass = SPECTRUM.draw(mPlus + mMinus, random);
        double p = FourMomentum.twoBodyMomentum(mass, mPlus, mMinus);
        double cosTheta = PairMass.cosTheta(2 * p / mass, random);
        FourMomentum plus =
                FourMomentum.along(Math.sqrt(p * p + mPlus * mPlus), p, cosTheta, random.nextDouble(0, 2 * Math.PI));
        FourMomentum minus = plus.recoilFrom(mass);
        FourMomentum antilepton = FourMomentum.isotropic(mPlus, 0, 0, random);
        FourMomentum lepton = FourMomentum.isotropic(mMinus, 0, 0, random);
        return new HardEvent(
                antilepton.boosted(plus, mPlus),
                antilepton.recoilFrom(mPlus).boosted(plus, mPlus),
                lepton.boosted(minus, mMinus),
                lepton.recoilFrom(mMinus).boosted(minus, mMinus),
                List.of());
    }
}
