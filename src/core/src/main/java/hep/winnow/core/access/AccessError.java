package hep.winnow.core.access;

import hep.winnow.api.diagnostic.UserError;
import java.nio.file.Path;

/** A macro asked for a file that it may not touch. */
public final class AccessError extends UserError {
    private static final long serialVersionUID = 1L;

    static AccessError unclear(Path file, Exception cause) {
        AccessError error = new AccessError(
                "cannot tell where '" + file + "' leads to: " + cause.getMessage(), "name the file without links");
        error.initCause(cause);
        return error;
    }

    AccessError(String message, String help) {
        super(Kind.DATA, message, help);
    }
}
