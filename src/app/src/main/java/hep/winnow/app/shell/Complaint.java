package hep.winnow.app.shell;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.access.AccessError;
import hep.winnow.core.lang.DiagnosticPrinter;
import hep.winnow.core.run.FailureCode;
import hep.winnow.core.run.LimitError;
import hep.winnow.core.run.RunFailure;
import java.util.Map;

/** An error of the user's on its way to the terminal. */
public final class Complaint {
    private final UserError error;
    private final java.util.function.Function<Paint, String> drawing;

    private Complaint(UserError error, java.util.function.Function<Paint, String> drawing) {
        this.error = error;
        this.drawing = drawing;
    }

    /** Returns one that has no place in a macro. */
    public static Complaint of(UserError error) {
        return new Complaint(error, paint -> {
            boolean isKnown = error instanceof LimitError || error instanceof AccessError;
            String head = isKnown ? "error[" + FailureCode.of(error) + "]" : "error:";
            StringBuilder out = new StringBuilder(paint.red(head) + " " + error.message() + "\n");
            error.help().lines().forEach(line -> out.append("   " + paint.cyan("help:") + " " + line + "\n"));
            return out.toString();
        });
    }

    /** Returns one of a statement, whose text is among {@code texts}. */
    public static Complaint of(RunFailure failure, Map<String, String> texts) {
        UserError error = failure.error();
        String code = FailureCode.of(error);
        Diagnostic diagnostic = Diagnostic.error(
                        code, failure.statement().bound().span(), error.message(), "", error.help())
                .calledBy(failure.statement().callers());
        return new Complaint(error, paint -> new DiagnosticPrinter(texts, paint.isOn()).print(diagnostic));
    }

    /** Prints it, and returns the exit status. */
    public int print(Terminal terminal) {
        terminal.err().print(drawing.apply(terminal.errPaint()));
        return error.kind() == UserError.Kind.MACRO ? Status.MACRO : Status.ENVIRONMENT;
    }
}
