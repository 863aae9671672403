package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.UserError;

/** Two lists were combined element by element, and are of different lengths in an event. Whoever evaluates knows which event of which file that is. */
public final class UnequalLists extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int event;
    private final String what;

    UnequalLists(int event, String first, int firstLength, String second, int secondLength) {
        super(first + " and " + second);
        this.event = event;
        this.what = "'" + first + "' has " + values(firstLength) + " and '" + second + "' has " + values(secondLength);
    }

    private static String values(int count) {
        return count == 1 ? "1 value" : count + " values";
    }

    /** Returns which event of the block it is, from 0. */
    public int event() {
        return event;
    }

    /** Returns the error as its user should see it; {@code where} is the event, such as {@code event 17 of sample 'a'}. */
    public UserError at(String where) {
        return UserError.data(
                "lists of different lengths are combined element by element: in " + where + " " + what,
                "combine columns of one collection; from another one take an element, as in mu_pt[0], or a number, such as max(mu_pt)");
    }
}
