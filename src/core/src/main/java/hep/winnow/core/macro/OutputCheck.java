package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.step.OutputFile;
import hep.winnow.core.access.AccessError;
import hep.winnow.core.access.Outputs;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Statement.StepStatement;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds files that two statements write: the later would overwrite the earlier, as loops that forget their variable do. */
final class OutputCheck {
    private static final String RECORD = "run.json";

    private final Resolver resolver;
    private final List<Diagnostic> out;
    private final Map<Path, Integer> lines = new HashMap<>();
    private final Map<OutputFile, Span> places = new LinkedHashMap<>();

    OutputCheck(Resolver resolver, List<Diagnostic> out) {
        this.resolver = resolver;
        this.out = out;
    }

    void check(StepStatement step, Bound bound) {
        for (OutputFile file : References.outputs(bound.value())) {
            places.putIfAbsent(file, Places.of(step).ofText(file.name()));
            Path path = Path.of(file.name()).normalize();
            Integer other = lines.putIfAbsent(path, resolver.line(step.span()));
            if (other != null) {
                out.add(CheckCode.WRITTEN_TWICE.at(
                        Places.of(step).ofText(file.name()),
                        "'" + file.name() + "' is written by the statement in line " + other + " too",
                        "give each its own name; in a loop, put its variable in: \"name_{variable}.png\""));
            } else if (path.equals(Path.of(RECORD))) {
                out.add(CheckCode.WRITTEN_TWICE.at(
                        Places.of(step).ofText(file.name()),
                        "'" + RECORD + "' is what the run itself writes",
                        "take another name"));
            }
        }
    }

    /**
     * Reports files that may not be written, or that the macro reads; where the out folder is not known yet, the run looks.
     *
     * @param inputs all files that the macro reads
     */
    void finish(Set<Path> inputs) {
        Optional<Path> folder = resolver.access().out();
        if (folder.isEmpty()) {
            return;
        }
        Outputs outputs = new Outputs(resolver.access(), inputs);
        places.forEach((file, place) -> {
            Path target = folder.get().resolve(file.name()).normalize();
            try {
                outputs.check(target);
                outputs.overwriting(target)
                        .ifPresent(e -> out.add(CheckCode.OVERWRITTEN.at(place, e.message(), e.help())));
            } catch (AccessError e) {
                out.add(CheckCode.FORBIDDEN_FILE.at(place, e.message(), e.help()));
            }
        });
    }
}
