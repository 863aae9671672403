package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Diagnostic;
import java.util.List;

/**
 * A parsed file.
 *
 * @param name as the user named it
 * @param text the whole of it
 * @param version of {@code winnow N} at its head; 1 if there is none
 * @param statements what could be parsed; a statement with an error in it is left out
 * @param diagnostics every error of the syntax
 */
public record MacroFile(
        String name, String text, int version, List<Statement> statements, List<Diagnostic> diagnostics) {
    public MacroFile {
        statements = List.copyOf(statements);
        diagnostics = List.copyOf(diagnostics);
    }
}
