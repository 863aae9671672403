package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.access.AccessError;
import hep.winnow.core.lang.CheckCode;

/** The codes of what comes up while a macro runs. */
public final class FailureCode {
    private static final String MACRO = "E501";
    private static final String DATA = "E502";
    private static final String LIMIT = "E503";

    private FailureCode() {}

    /** Returns the code of an error. */
    public static String of(UserError error) {
        if (error instanceof AccessError) {
            return CheckCode.FORBIDDEN_FILE.code();
        }
        if (error instanceof LimitError) {
            return LIMIT;
        }
        return error.kind() == UserError.Kind.MACRO ? MACRO : DATA;
    }
}
