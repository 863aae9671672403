package hep.winnow.toys.collider;

/**
 * A jet as the detector sees it.
 *
 * @param momentum smeared
 * @param isTagged whether it is taken for a b jet
 */
record Jet(FourMomentum momentum, boolean isTagged) {}
