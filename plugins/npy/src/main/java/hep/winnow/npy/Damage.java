package hep.winnow.npy;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;

/** Errors of files, in words for the user. */
final class Damage {
    static final String WHOLE = "check that the file is whole";

    private Damage() {}

    /** Returns the error of a file that is not as it should be. */
    static UserError of(String what) {
        return UserError.data(what, WHOLE);
    }

    /** Returns the error of a file that cannot be read. */
    static UserError of(String file, IOException e) {
        return UserError.data(file + " cannot be read: " + e.getMessage(), WHOLE)
                .because(e);
    }
}
