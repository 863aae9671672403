package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.UserError;

/** Two lists were combined element by element, and are of different lengths in an event. */
public final class UnequalLists extends EventError {
    private static final long serialVersionUID = 1L;

    private final String what;

    UnequalLists(int event, String first, int firstLength, String second, int secondLength) {
        super(event, first + " and " + second);
        this.what = "'" + first + "' has " + values(firstLength) + " and '" + second + "' has " + values(secondLength);
    }

    private static String values(int count) {
        return count == 1 ? "1 value" : count + " values";
    }

    @Override
    public UserError at(String where) {
        return UserError.data(
                "lists of different lengths are combined element by element: in " + where + " " + what,
                "combine columns of one collection; from another one take an element, as in mu_pt[0], or a number,"
                        + " such as max(mu_pt)");
    }
}
