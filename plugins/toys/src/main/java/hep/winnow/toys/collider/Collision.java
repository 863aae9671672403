package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;
import java.util.List;

/**
 * A whole collision before the detector: the hard event in the laboratory, and the partons that it recoils against.
 *
 * @param hard leptons, neutrinos and b quarks
 * @param recoil massless partons that balance the hard event in the transverse plane
 */
record Collision(HardEvent hard, List<FourMomentum> recoil) {
    private static final double PT_POWER = 1.2;
    private static final double HIGHEST_PT = 1000;
    private static final double WIDEST_RAPIDITY = 4;
    private static final double KICK = 6; // GeV, per component, between the two partons

    Collision {
        recoil = List.copyOf(recoil);
    }

    /**
     * Makes a collision. The hard system's transverse momentum falls as dN/dpt² ∝ (1 + pt²/a²)^-2.2 up to 1 TeV, a being the channel's scale; its rapidity is Gaussian. Two
     * partons balance it: they share it at random, with a Gaussian kick against each other, and spread by 1.5 in pseudorapidity around
     * the system.
     */
    static Collision make(Channel channel, RandomStream random) {
        HardEvent rest = channel.make(random);
        double mass = rest.total().e();
        double pt = pt(channel.ptScale(), random);
        double y = rapidity(channel.rapidityWidth(), random);
        FourMomentum system = FourMomentum.ofPtYPhiM(pt, y, random.nextDouble(0, 2 * Math.PI), mass);
        double share = random.nextDouble(0.6, 1);
        double kickX = KICK * random.nextGaussian();
        double kickY = KICK * random.nextGaussian();
        FourMomentum first = parton(-share * system.px() + kickX, -share * system.py() + kickY, y, random);
        FourMomentum second = parton(-(1 - share) * system.px() - kickX, -(1 - share) * system.py() - kickY, y, random);
        return new Collision(rest.boosted(system, mass), List.of(first, second));
    }

    private static double pt(double scale, RandomStream random) {
        while (true) {
            double u = StrictMath.pow(1 - random.nextDouble(), -1 / PT_POWER) - 1;
            double pt = scale * Math.sqrt(u);
            if (pt < HIGHEST_PT) {
                return pt;
            }
        }
    }

    private static double rapidity(double width, RandomStream random) {
        double y;
        do {
            y = width * random.nextGaussian();
        } while (Math.abs(y) > WIDEST_RAPIDITY);
        return y;
    }

    private static FourMomentum parton(double px, double py, double y, RandomStream random) {
        double pt = Math.sqrt(px * px + py * py);
        double eta = y + 1.5 * random.nextGaussian();
        return new FourMomentum(pt * StrictMath.cosh(eta), px, py, pt * StrictMath.sinh(eta));
    }
}
