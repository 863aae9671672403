package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.UserError;

/** How many combinations a block may have. */
final class Combinations {
    private static final int MOST = 20_000_000;

    private Combinations() {}

    /** Returns where the combinations of an event end that begin at {@code start}. */
    static int end(int start, double count, int event) {
        if (start + count > MOST) {
            throw UserError.data(
                    "the lists of " + (event + 1) + " events have more than " + MOST + " combinations",
                    "select elements before they are combined, as in mu_pt[mu_pt > 20]");
        }
        return (int) (start + count);
    }
}
