package hep.winnow.evaluation;

import hep.winnow.api.text.Rounding;
import hep.winnow.kernels.stat.Estimate;

/** Values with errors, as people read them. */
final class Estimates {
    private Estimates() {}

    /** Returns "0.812 ± 0.004"; see {@link Rounding#withError}. */
    static String withError(Estimate e) {
        return Rounding.withError(e.value(), e.error());
    }

    /** Returns "0.004 ± 0.003 (1.3 sigma)". */
    static String withSigma(Estimate e) {
        return withError(e) + " (" + Rounding.fixed(e.sigma(), 1) + " sigma)";
    }
}
