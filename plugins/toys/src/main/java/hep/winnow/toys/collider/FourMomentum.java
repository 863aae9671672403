package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;

/** Energy and momentum, in GeV; the metric is (+, -, -, -). */
record FourMomentum(double e, double px, double py, double pz) {
    static final FourMomentum ZERO = new FourMomentum(0, 0, 0, 0);

    /** Returns a momentum of length {@code p} and energy {@code e} along the polar angle of cosine {@code cosTheta} and azimuth {@code phi}. */
    static FourMomentum along(double e, double p, double cosTheta, double phi) {
        double pt = p * Math.sqrt(Math.max(0, 1 - cosTheta * cosTheta));
        return new FourMomentum(e, pt * StrictMath.cos(phi), pt * StrictMath.sin(phi), p * cosTheta);
    }

    /** Returns a particle of that mass, transverse momentum, rapidity and azimuth; without mass the rapidity is the pseudorapidity. */
    static FourMomentum ofPtYPhiM(double pt, double y, double phi, double m) {
        double mt = Math.sqrt(pt * pt + m * m);
        return new FourMomentum(
                mt * StrictMath.cosh(y), pt * StrictMath.cos(phi), pt * StrictMath.sin(phi), mt * StrictMath.sinh(y));
    }

    /**
     * Returns the first daughter of a decay at rest, {@code M -> m1 m2}, in a direction drawn evenly over the sphere; the second has the opposite
     * momentum.
     */
    static FourMomentum isotropic(double mass, double m1, double m2, RandomStream random) {
        double p = twoBodyMomentum(mass, m1, m2);
        return along(Math.sqrt(p * p + m1 * m1), p, random.nextDouble(-1, 1), random.nextDouble(0, 2 * Math.PI));
    }

    /** Returns the momentum of both daughters in {@code M -> m1 m2} at rest; 0 at and below threshold. */
    static double twoBodyMomentum(double mass, double m1, double m2) {
        double sum = m1 + m2;
        double difference = m1 - m2;
        double product = (mass - sum) * (mass + sum) * (mass - difference) * (mass + difference);
        return product > 0 ? Math.sqrt(product) / (2 * mass) : 0;
    }

    FourMomentum plus(FourMomentum o) {
        return new FourMomentum(e + o.e, px + o.px, py + o.py, pz + o.pz);
    }

    /** Returns the momentum times {@code factor}, energy included. */
    FourMomentum times(double factor) {
        return new FourMomentum(factor * e, factor * px, factor * py, factor * pz);
    }

    /** Returns the partner in a decay at rest of mass {@code total}. */
    FourMomentum recoilFrom(double total) {
        return new FourMomentum(total - e, -px, -py, -pz);
    }

    /** Returns the invariant product. */
    double dot(FourMomentum o) {
        return e * o.e - px * o.px - py * o.py - pz * o.pz;
    }

    /** Returns the invariant mass; 0 where rounding makes its square negative. */
    double mass() {
        return Math.sqrt(Math.max(0, dot(this)));
    }

    double pt() {
        return Math.sqrt(px * px + py * py);
    }

    double phi() {
        return StrictMath.atan2(py, px);
    }

    /** Returns the pseudorapidity; infinite along the beam. */
    double eta() {
        double pt = pt();
        double slope = Math.abs(pz) / pt;
        return Math.copySign(StrictMath.log(slope + Math.sqrt(slope * slope + 1)), pz);
    }

    /** Takes this from the rest frame of {@code frame}, of mass {@code mass}, to the frame in which {@code frame} is given. */
    FourMomentum boosted(FourMomentum frame, double mass) {
        double along = frame.px * px + frame.py * py + frame.pz * pz;
        double f = (along / (frame.e + mass) + e) / mass;
        return new FourMomentum((frame.e * e + along) / mass, px + f * frame.px, py + f * frame.py, pz + f * frame.pz);
    }
}
