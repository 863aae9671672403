package hep.winnow.toys.collider;

import java.util.List;

/**
 * What leaves the hard process, before the detector: two charged leptons (massless), their neutrinos, and perhaps two b quarks.
 *
 * @param antilepton the positive lepton, from the W+
 * @param neutrino from the W+
 * @param lepton the negative lepton, from the W-
 * @param antineutrino from the W-
 * @param bottoms b and anti-b of a top pair, else empty
 */
record HardEvent(
        FourMomentum antilepton,
        FourMomentum neutrino,
        FourMomentum lepton,
        FourMomentum antineutrino,
        List<FourMomentum> bottoms) {
    HardEvent {
        bottoms = List.copyOf(bottoms);
    }

    /** Returns the sum of all momenta. */
    FourMomentum total() {
        FourMomentum sum = antilepton.plus(neutrino).plus(lepton).plus(antineutrino);
        for (FourMomentum b : bottoms) {
            sum = sum.plus(b);
        }
        return sum;
    }

    /** Takes all momenta from the rest frame of {@code system}, of mass {@code mass}, to the laboratory. */
    HardEvent boosted(FourMomentum system, double mass) {
        return new HardEvent(
                antilepton.boosted(system, mass),
                neutrino.boosted(system, mass),
                lepton.boosted(system, mass),
                antineutrino.boosted(system, mass),
                bottoms.stream().map(b -> b.boosted(system, mass)).toList());
    }
}
