package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;

/** A run took more than it may. */
public final class LimitError extends UserError {
    private static final long serialVersionUID = 1L;

    LimitError(String message, String help) {
        super(Kind.DATA, message, help);
    }
}
