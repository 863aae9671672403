package hep.winnow.toys.collider;

import java.util.List;

/**
 * An event as the detector sees it.
 *
 * @param leading the lepton of larger transverse momentum
 * @param trailing the other one
 * @param leadingCharge 1 or -1
 * @param trailingCharge 1 or -1
 * @param jets by falling transverse momentum
 * @param missing missing transverse momentum, without a component along the beam
 */
record Reconstructed(
        FourMomentum leading,
        FourMomentum trailing,
        int leadingCharge,
        int trailingCharge,
        List<Jet> jets,
        FourMomentum missing) {
    Reconstructed {
        jets = List.copyOf(jets);
    }
}
