package hep.winnow.figures;

/**
 * A mark on an axis.
 *
 * @param value where
 * @param label what stands beside it; empty for none
 * @param isMajor whether it is a long one
 */
record Tick(double value, String label, boolean isMajor) {}
