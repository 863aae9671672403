package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;

/**
 * A parsed file.
 *
 * @param name as the user named it
 * @param text the whole of it
 * @param version of {@code winnow N} at its head; 1 if there is none
 * @param statements what could be parsed; a statement with an error in its head is left out, one with an error in its block has the rest of the block
 * @param diagnostics every error of the syntax
 * @param broken names that statements with an error in them may have declared: whoever looks names up should not call them unknown
 * @param lost first words of the statements that are left out; {@code for} and {@code include} stand for statements of any kind
 */
public record MacroFile(
        String name,
        String text,
        int version,
        List<Statement> statements,
        List<Diagnostic> diagnostics,
        Set<String> broken,
        Set<String> lost) {
    public MacroFile {
        statements = List.copyOf(statements);
        diagnostics = List.copyOf(diagnostics);
        broken = Set.copyOf(broken);
        lost = Set.copyOf(lost);
    }

    /** A file in which no statement is broken. */
    public MacroFile(String name, String text, int version, List<Statement> statements, List<Diagnostic> diagnostics) {
        this(name, text, version, statements, diagnostics, Set.of(), Set.of());
    }
}
