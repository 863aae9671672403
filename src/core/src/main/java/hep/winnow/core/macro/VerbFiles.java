package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.lang.LineMap;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.schema.DefinedVerb;
import hep.winnow.core.schema.VerbFile;
import hep.winnow.core.schema.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files of plugins whose {@code def}s are verbs. */
public final class VerbFiles {
    private static final Vocabulary NONE =
            new Vocabulary(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private VerbFiles() {}

    /**
     * Returns the verbs of a file, in order.
     *
     * @throws IllegalArgumentException if something is wrong with it; the message names the file and the line
     */
    public static List<DefinedVerb> read(VerbFile file) {
        MacroFile parsed = Parser.parse(file.name(), file.text());
        List<Diagnostic> problems = new ArrayList<>(parsed.diagnostics());
        Definitions definitions = new Definitions(NONE, problems);
        for (Statement statement : parsed.statements()) {
            if (statement instanceof Statement.DefStatement def) {
                definitions.add(def, Map.of(), file.text());
            } else {
                throw wrong(file, statement.span().start(), "a file of verbs holds nothing but 'def'");
            }
        }
        if (!problems.isEmpty()) {
            throw wrong(file, problems.get(0).span().start(), problems.get(0).message());
        }
        if (definitions.own().isEmpty()) {
            throw wrong(file, 0, "it defines no verb");
        }
        return definitions.own().stream()
                .map(d -> DefinedVerb.of(d.statement(), file.text(), Optional.of(file)))
                .toList();
    }

    private static IllegalArgumentException wrong(VerbFile file, int offset, String message) {
        return new IllegalArgumentException(
                file.name() + ", line " + new LineMap(file.text()).line(offset) + ": " + message);
    }
}
