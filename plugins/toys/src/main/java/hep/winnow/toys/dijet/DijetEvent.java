package hep.winnow.toys.dijet;

import hep.winnow.api.random.RandomStream;

/**
 * An event with two jets back to back.
 *
 * @param massOfResonance in GeV; 0 for the continuum
 * @param first the jet of greater transverse momentum
 * @param second the other
 */
record DijetEvent(double massOfResonance, Jet first, Jet second) {
    private static final double LEAST_MASS = 1000;
    private static final double FALL = 700;
    /** Resolution of a jet's momentum. */
    private static final double RESOLUTION = 0.05;
    /** Standard deviation of the rapidity of the pair. */
    private static final double BOOST = 0.5;
    /** Greatest |cos| of the angle of a jet to the beam in the frame of the pair. */
    private static final double REACH = 0.8;
    /** Usual m/pt of a jet of a quark or gluon. */
    private static final double USUAL_WIDTH = 0.08;

    /**
     * A jet as it is seen.
     *
     * @param tau21 ratio of N-subjettiness: how badly two prongs describe it against one
     */
    record Jet(double pt, double eta, double mass, double tau21) {}

    /** Returns the mass of both jets together. */
    double pairMass() {
        return Math.sqrt(2 * first.pt * second.pt * (StrictMath.cosh(first.eta - second.eta) + 1));
    }

    /** Makes one where a resonance of that mass decays, evenly in all directions. */
    static DijetEvent resonance(double mass, RandomStream random) {
        return of(mass, mass, random.nextDouble(-REACH, REACH), random);
    }

    /** Makes one of the continuum: the mass falls exponentially, and the angle like 1/(1 - |cos|)², as where a gluon is exchanged. */
    static DijetEvent continuum(RandomStream random) {
        double mass = LEAST_MASS + FALL * random.nextExponential();
        // The integral of 1/(1 - c)² from 0 to c is c/(1 - c).
        double integral = REACH / (1 - REACH) * random.nextDouble();
        double cos = integral / (1 + integral);
        return of(0, mass, random.nextDouble() < 0.5 ? cos : -cos, random);
    }

    private static DijetEvent of(double resonance, double mass, double cos, RandomStream random) {
        double rapidity = 0.5 * StrictMath.log((1 + cos) / (1 - cos));
        double boost = BOOST * random.nextGaussian();
        double pt = mass / (2 * StrictMath.cosh(rapidity));
        Jet a = jet(resonance > 0, pt, boost + rapidity, random);
        Jet b = jet(resonance > 0, pt, boost - rapidity, random);
        return a.pt >= b.pt ? new DijetEvent(resonance, a, b) : new DijetEvent(resonance, b, a);
    }

    private static Jet jet(boolean isBoson, double truePt, double eta, RandomStream random) {
        double pt = truePt * Math.max(0.5, 1 + RESOLUTION * random.nextGaussian());
        double mass = isBoson
                ? Math.max(1, 85 + 12 * random.nextGaussian())
                : pt * USUAL_WIDTH * StrictMath.exp(0.45 * random.nextGaussian());
        double usual = isBoson ? 0.3 : 0.55 - 0.15 * StrictMath.log(mass / pt / USUAL_WIDTH);
        double tau21 = Math.min(1, Math.max(0, usual + 0.08 * random.nextGaussian()));
        return new Jet(pt, eta, mass, tau21);
    }
}
