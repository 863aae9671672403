package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.step.OutputFile;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Statement.StepStatement;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds files that two statements write: the later would overwrite the earlier, as loops that forget their variable do. */
final class OutputCheck {
    private static final String RECORD = "run.json";

    private final Resolver resolver;
    private final List<Diagnostic> out;
    private final Map<Path, Integer> lines = new HashMap<>();

    OutputCheck(Resolver resolver, List<Diagnostic> out) {
        this.resolver = resolver;
        this.out = out;
    }

    void check(StepStatement step, Bound bound) {
        for (OutputFile file : References.outputs(bound.value())) {
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
}
