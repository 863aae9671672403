package hep.winnow.core.macro;

import hep.winnow.core.expr.ExprText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the events of a scope come from, in words for the metadata of files. */
final class Origin {
    private Origin() {}

    /**
     * Returns the name of a scope, the names of its samples' files, its cuts with all defines written out, and its part; what there is none of is left out.
     *
     * @param samples all of the macro
     */
    static Map<String, String> of(ScopeDecl scope, List<SampleDecl> samples) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("winnow.scope", scope.text());
        facts.put(
                "winnow.samples",
                scope.samples().stream().map(samples::get).map(Origin::files).collect(Collectors.joining("; ")));
        if (!scope.cuts().isEmpty()) {
            facts.put(
                    "winnow.selection",
                    scope.cuts().stream()
                            .map(c -> "(" + ExprText.print(c.condition()) + ")")
                            .collect(Collectors.joining(" and ")));
        }
        scope.part().ifPresent(part -> facts.put("winnow.part", part.name().toLowerCase(Locale.ROOT)));
        return facts;
    }

    private static String files(SampleDecl sample) {
        List<Path> files = sample.source().files();
        return files.isEmpty()
                ? sample.name()
                : sample.name() + ": "
                        + files.stream()
                                .map(f -> String.valueOf(f.getFileName()))
                                .collect(Collectors.joining(", "));
    }
}
