package hep.winnow.core.run;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import hep.winnow.core.text.AtomicFiles;
import hep.winnow.core.text.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code run.json}: all numbers of a run. Wall times stand in keys named {@code seconds} and {@code started} alone. */
final class RunJson {
    private RunJson() {}

    static void write(Path file, RunRecord run) {
        AtomicFiles.writeText(file, Json.write(facts(run, new Facts())));
    }

    private static Facts facts(RunRecord.Input input) {
        Facts facts = new Facts()
                .put("sample", input.sample())
                .put("path", input.path())
                .put("bytes", input.bytes())
                .put("events", input.events())
                .put("skipped", input.skipped());
        input.leftOut().forEach(l -> facts.put(l.why(), l.events()));
        if (input.limit() > 0) {
            facts.put("limit", input.limit());
        }
        return facts;
    }

    /** Returns the record of a run as facts; {@code more} stands before the warnings. */
    static Facts facts(RunRecord run, Facts more) {
        Facts params = new Facts();
        run.params().forEach(params::put);
        List<Facts> inputs = new ArrayList<>();
        run.inputs().forEach(i -> inputs.add(facts(i)));
        run.sideFiles()
                .forEach(f -> inputs.add(new Facts()
                        .put(f.kind(), f.name())
                        .put("path", f.path())
                        .put("bytes", f.bytes())
                        .put("sha256", f.sha256())));
        Facts facts = new Facts()
                .put("version", run.version())
                .put("macro", new Facts().put("path", run.macro()).put("sha256", run.macroSha256()))
                .put("seed", run.seed())
                .put("params", params)
                .put("threads", run.threads())
                .put("started", run.started().toString())
                .put("seconds", run.seconds())
                .put("inputs", inputs);
        facts.putAll(more);
        return facts.put("warnings", run.warnings())
                .put(
                        "statements",
                        run.statements().stream()
                                .flatMap(s -> s.results().stream())
                                .toList());
    }
}
