package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.access.AccessError;
import hep.winnow.core.lang.CheckCode;

/** Gives what is wrong with files its code. */
final class FileProblems {
    private FileProblems() {}

    /** Returns the code of an error that came up when a file was opened. */
    static CheckCode code(UserError error) {
        return error instanceof AccessError ? CheckCode.FORBIDDEN_FILE : CheckCode.UNREADABLE_FILE;
    }
}
