package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is seen of one event with a Z.
 *
 * @param isMuonic whether the Z decays to muons; to electrons otherwise
 * @param vertices how many collisions there are
 * @param muons in order of falling momentum
 * @param electrons likewise
 * @param jets likewise
 */
record ZJetsEvent(boolean isMuonic, int vertices, List<Seen> muons, List<Seen> electrons, List<Seen> jets) {
    private static final BreitWigner Z = new BreitWigner(91.19, 2.5);
    private static final double MUON = 0.1057;
    private static final double ELECTRON = 0.0005;
    private static final double LEAST_LEPTON = 5;
    private static final double LEAST_JET = 20;
    private static final double MOST_ETA = 2.5;

    /** A particle as it is seen: GeV, rad; charge 0 for a jet. */
    record Seen(double pt, double eta, double phi, int charge) {}

    static ZJetsEvent make(RandomStream random) {
        boolean isMuonic = random.nextInt(2) == 0;
        int vertices = 1 + count(20, random);
        List<Seen> muons = new ArrayList<>();
        List<Seen> electrons = new ArrayList<>();
        decay(isMuonic, isMuonic ? muons : electrons, random);
        List<Seen> jets = new ArrayList<>();
        int hard = count(1.5, random);
        for (int i = 0; i < hard; i++) {
            double pt = LEAST_JET + 25 * random.nextExponential();
            jets.add(new Seen(pt, 2 * random.nextGaussian(), angle(random), 0));
        }
        for (int i = 0; i < hard; i++) {
            if (random.nextInt(8) == 0) {
                soft(random.nextInt(2) == 0 ? muons : electrons, inside(jets.get(i), random), random);
            }
        }
        if (random.nextInt(5) == 0) {
            soft(
                    random.nextInt(2) == 0 ? muons : electrons,
                    new Seen(0, 1.2 * random.nextGaussian(), angle(random), 0),
                    random);
        }
        for (Seen electron : electrons) {
            double pt = electron.pt() * (1.05 + 0.1 * random.nextGaussian());
            if (pt > LEAST_JET && random.nextInt(20) > 0) {
                jets.add(new Seen(
                        pt,
                        electron.eta() + 0.02 * random.nextGaussian(),
                        wrapped(electron.phi() + 0.02 * random.nextGaussian()),
                        0));
            }
        }
        return new ZJetsEvent(isMuonic, vertices, sorted(muons), sorted(electrons), sorted(jets));
    }

    private static void decay(boolean isMuonic, List<Seen> leptons, RandomStream random) {
        double mass = Z.mass(40, 160, random);
        double lepton = isMuonic ? MUON : ELECTRON;
        double pt = 20 * random.nextExponential();
        FourMomentum z = FourMomentum.ofPtYPhiM(pt, 1.2 * random.nextGaussian(), angle(random), mass);
        FourMomentum first = FourMomentum.isotropic(mass, lepton, lepton, random);
        int charge = 2 * random.nextInt(2) - 1;
        see(first.boosted(z, mass), charge, isMuonic, leptons, random);
        see(first.recoilFrom(mass).boosted(z, mass), -charge, isMuonic, leptons, random);
    }

    /** A lepton is measured to 1.5 % (muon) or 2.5 % (electron), and seen in nine of ten cases. */
    private static void see(FourMomentum p, int charge, boolean isMuonic, List<Seen> leptons, RandomStream random) {
        double pt = p.pt() * (1 + (isMuonic ? 0.015 : 0.025) * random.nextGaussian());
        boolean isSeen = random.nextInt(10) > 0;
        if (isSeen && pt > LEAST_LEPTON && Math.abs(p.eta()) < MOST_ETA) {
            leptons.add(new Seen(pt, p.eta(), p.phi(), charge));
        }
    }

    /** A lepton that does not come from the Z, in some direction. */
    private static void soft(List<Seen> leptons, Seen direction, RandomStream random) {
        double pt = LEAST_LEPTON + 6 * random.nextExponential();
        int charge = 2 * random.nextInt(2) - 1;
        if (Math.abs(direction.eta()) < MOST_ETA) {
            leptons.add(new Seen(pt, direction.eta(), direction.phi(), charge));
        }
    }

    private static Seen inside(Seen jet, RandomStream random) {
        return new Seen(
                0, jet.eta() + 0.1 * random.nextGaussian(), wrapped(jet.phi() + 0.1 * random.nextGaussian()), 0);
    }

    private static double angle(RandomStream random) {
        return random.nextDouble(-Math.PI, Math.PI);
    }

    private static double wrapped(double phi) {
        return Math.IEEEremainder(phi, 2 * Math.PI);
    }

    /** Returns a number from Poisson's distribution. */
    private static int count(double mean, RandomStream random) {
        int n = 0;
        for (double t = random.nextExponential(); t < mean; t += random.nextExponential()) {
            n++;
        }
        return n;
    }

    private static List<Seen> sorted(List<Seen> seen) {
        seen.sort(Comparator.comparingDouble(Seen::pt).reversed());
        return List.copyOf(seen);
    }
}
