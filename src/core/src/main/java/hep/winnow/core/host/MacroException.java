package hep.winnow.core.host;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.lang.DiagnosticPrinter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A macro has mistakes, or something went wrong while it ran. The message has all of it, drawn as the command line draws it. */
public final class MacroException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    MacroException(List<Diagnostic> diagnostics, Map<String, String> texts, @Nullable Throwable cause) {
        super(new DiagnosticPrinter(texts, false).print(diagnostics), cause);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Makes one of an error that has no place in the macro. */
    static MacroException of(String code, UserError error) {
        Diagnostic diagnostic = Diagnostic.error(code, new Span("", 0, 0), error.message(), "", error.help());
        return new MacroException(List.of(diagnostic), Map.of(), error);
    }

    /** Returns what is wrong, in the order of the text, each with its code and place; warnings included. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
