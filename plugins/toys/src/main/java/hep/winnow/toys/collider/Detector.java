package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Smears, accepts and tags. Directions are kept; magnitudes are smeared by Gaussians. Not modelled: pile-up but for its noise in the missing momentum, fakes,
 * inefficiencies of leptons, isolation, overlap of jets.
 *
 * <ul>
 *   <li>Leptons: σ/pt = 1 % ⊕ 0.01 % pt/GeV, so 1.0 % at 10 GeV and 1.4 % at 100; pt above 10 GeV, |η| below 2.5; the charge is wrong for 0.3 %.
 *   <li>Jets: σ/pt = 90 %/√(pt/GeV) ⊕ 5 %; pt above 25 GeV, |η| below 4.5.
 *   <li>Tags, for jets with |η| below 2.5: 70 % of b quarks, 1 % of others.
 *   <li>Missing momentum: what balances leptons, jets and the rest; the rest is the partons that made no jet, with a noise of 8 GeV per component.
 * </ul>
 */
final class Detector {
    static final double LEPTON_PT = 10;
    static final double LEPTON_ETA = 2.5;
    static final double JET_PT = 25;
    static final double JET_ETA = 4.5;
    static final double TAG_ETA = 2.5;

    private static final double TAG_EFFICIENCY = 0.70;
    private static final double MISTAG_RATE = 0.01;
    private static final double CHARGE_FLIP_RATE = 0.003;
    private static final double SOFT_NOISE = 8;

    private final double noise;

    /** Makes a detector whose smearings are {@code noise} times as wide as they should be. */
    Detector(double noise) {
        this.noise = noise;
    }

    /** Returns what is seen of a collision, or nothing if it does not have two leptons in the acceptance. */
    Optional<Reconstructed> see(Collision collision, RandomStream random) {
        FourMomentum plus = smearLepton(collision.hard().antilepton(), random);
        FourMomentum minus = smearLepton(collision.hard().lepton(), random);
        if (!accepts(plus) || !accepts(minus)) {
            return Optional.empty();
        }
        double width = noise * SOFT_NOISE;
        FourMomentum soft = new FourMomentum(0, width * random.nextGaussian(), width * random.nextGaussian(), 0);
        List<Jet> jets = new ArrayList<>();
        for (FourMomentum bottom : collision.hard().bottoms()) {
            soft = soft.plus(hadronise(bottom, TAG_EFFICIENCY, jets, random));
        }
        for (FourMomentum parton : collision.recoil()) {
            soft = soft.plus(hadronise(parton, MISTAG_RATE, jets, random));
        }
        jets.sort(Comparator.comparingDouble((Jet jet) -> jet.momentum().pt()).reversed());
        FourMomentum visible = plus.plus(minus).plus(soft);
        for (Jet jet : jets) {
            visible = visible.plus(jet.momentum());
        }
        int plusCharge = random.nextDouble() < CHARGE_FLIP_RATE ? -1 : 1;
        int minusCharge = random.nextDouble() < CHARGE_FLIP_RATE ? 1 : -1;
        boolean plusLeads = plus.pt() >= minus.pt();
        return Optional.of(new Reconstructed(
                plusLeads ? plus : minus,
                plusLeads ? minus : plus,
                plusLeads ? plusCharge : minusCharge,
                plusLeads ? minusCharge : plusCharge,
                jets,
                new FourMomentum(visible.pt(), -visible.px(), -visible.py(), 0)));
    }

    private FourMomentum smearLepton(FourMomentum p, RandomStream random) {
        double term = 1e-4 * p.pt();
        return p.times(Math.max(0, 1 + noise * Math.sqrt(1e-4 + term * term) * random.nextGaussian()));
    }

    private static boolean accepts(FourMomentum lepton) {
        return lepton.pt() > LEPTON_PT && Math.abs(lepton.eta()) < LEPTON_ETA;
    }

    /** Adds the jet of a parton to {@code jets}, if it makes one, and returns what is left of the parton otherwise: nothing, or all. */
    private FourMomentum hadronise(FourMomentum parton, double tagRate, List<Jet> jets, RandomStream random) {
        double resolution = Math.sqrt(0.81 / parton.pt() + 0.0025);
        FourMomentum smeared = parton.times(Math.max(0, 1 + noise * resolution * random.nextGaussian()));
        double eta = Math.abs(parton.eta());
        if (smeared.pt() <= JET_PT || eta >= JET_ETA) {
            return parton;
        }
        boolean isTagged = eta < TAG_ETA && random.nextDouble() < tagRate;
        jets.add(new Jet(smeared, isTagged));
        return FourMomentum.ZERO;
    }
}
