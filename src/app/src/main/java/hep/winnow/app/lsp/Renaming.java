package hep.winnow.app.lsp;

import hep.winnow.core.lang.Lexeme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Gives a name that a macro declares another, wherever it stands in its file. */
final class Renaming {
    private Renaming() {}

    /**
     * Returns the name at a place, if it can be changed.
     *
     * @throws ResponseErrorException if it is none that this file declares, once
     */
    static Range range(Macro macro, Position at) {
        return found(macro, at).ranges().stream()
                .filter(r -> r.getStart().getLine() == at.getLine()
                        && r.getStart().getCharacter() <= at.getCharacter()
                        && at.getCharacter() <= r.getEnd().getCharacter())
                .findFirst()
                .orElseThrow(() -> refused("there is no name here"));
    }

    /**
     * Returns the changes.
     *
     * @throws ResponseErrorException if the name cannot be changed, or not to this one
     */
    static WorkspaceEdit edit(Macro macro, Position at, String wanted) {
        Occurrences found = found(macro, at);
        List<Lexeme> read = Lexeme.of(wanted);
        if (read.size() != 1
                || read.get(0).kind() != Lexeme.Kind.NAME
                || !read.get(0).text().equals(wanted)) {
            throw refused(
                    "'" + wanted + "' is no name: letters, digits and _, a letter first, and no word of the language");
        }
        boolean isTaken = macro.last().names().find(wanted).isPresent()
                || macro.last().names().column(wanted).isPresent()
                || Declared.flat(macro.declared()).stream()
                        .anyMatch(d -> !d.isLabel() && d.name().text().equals(wanted));
        if (isTaken && !wanted.equals(found.name())) {
            throw refused("'" + wanted + "' is the name of something else already");
        }
        return new WorkspaceEdit(Map.of(
                macro.place().uri(),
                found.ranges().stream().map(r -> new TextEdit(r, wanted)).toList()));
    }

    private static Occurrences found(Macro macro, Position at) {
        Optional<Occurrences> found = Occurrences.at(macro, at);
        if (found.isEmpty() || found.get().declarations().isEmpty()) {
            throw refused("only a name that this macro declares can be changed");
        }
        if (found.get().declarations().size() > 1) {
            throw refused("'" + found.get().name() + "' is declared in the lines "
                    + found.get().lines());
        }
        return found.get();
    }

    private static ResponseErrorException refused(String why) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, why, null));
    }
}
