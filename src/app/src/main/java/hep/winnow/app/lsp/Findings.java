package hep.winnow.app.lsp;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Names;
import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param diagnostics mistakes and warnings, those of included files among them
 * @param names that the macro declares, and columns that it reads
 * @param texts of the macro's file and those that it includes, by name
 */
record Findings(List<Diagnostic> diagnostics, Names names, Map<String, String> texts) {
    static final Findings NONE = new Findings(List.of(), Names.NONE, Map.of());

    Findings {
        diagnostics = List.copyOf(diagnostics);
        texts = Map.copyOf(texts);
    }

    /** Returns what a check found; columns that it did not find, for a mistake where they are read, are those of an earlier one. */
    static Findings of(Winnow.Checked checked, Findings before) {
        Names found = checked.names();
        boolean isBlind = found.columns().isEmpty() && checked.program().isEmpty();
        Names names =
                isBlind ? new Names(before.names().columns(), found.declared(), found.splits(), found.verbs()) : found;
        return new Findings(checked.diagnostics(), names, checked.texts());
    }
}
