package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.macro.Planned;

/** An error of the user's that came up while a statement was carried out. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Planned statement;
    private final UserError error;

    RunFailure(Planned statement, UserError error) {
        super(error.getMessage(), error);
        this.statement = statement;
        this.error = error;
    }

    /** Returns the statement. */
    public Planned statement() {
        return statement;
    }

    /** Returns the error. */
    public UserError error() {
        return error;
    }
}
