package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.UserError;

/** An event whose values cannot be computed. Whoever evaluates knows which event of which file that is. */
public abstract class EventError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int event;

    EventError(int event, String message) {
        super(message);
        this.event = event;
    }

    /** Returns which event of the block it is, from 0. */
    public final int event() {
        return event;
    }

    /** Returns the error as its user should see it; {@code where} is the event, such as {@code event 17 of sample 'a'}. */
    public abstract UserError at(String where);
}
